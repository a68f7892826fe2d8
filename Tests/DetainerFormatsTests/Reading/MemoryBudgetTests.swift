import Testing

@testable import DetainerFormats

/// Contents that are small each do not take all memory together: beyond some they lie in files.
@Suite struct MemoryBudgetTests {
  private let original = FileBytes(path: "x.zip", bytes: [])

  private func contents(_ byte: UInt8, _ budget: MemoryBudget) throws -> FileBytes {
    var spool = Spool(largestInMemory: 1_000, budget: budget)
    for _ in 0..<4 {
      try [UInt8](repeating: byte, count: 100).withRawBytes { bytes throws(SystemError) in
        try spool.append(bytes)
      }
    }
    return try FileBytes(from: original, spool)
  }

  @Test func whatIsBeyondItGoesToFilesAndHoldsTheSame() throws {
    let budget = MemoryBudget(1_000)
    var held: [FileBytes] = []
    for byte in 1...5 as ClosedRange<UInt8> { held.append(try contents(byte, budget)) }
    for (place, file) in held.enumerated() {
      #expect(file.array == [UInt8](repeating: UInt8(place + 1), count: 400))
    }
    // Two of them fit, and two more once those are let go.
    #expect(budget.hasRoom(for: 200) && !budget.hasRoom(for: 201))
    held.removeFirst(2)
    #expect(budget.hasRoom(for: 1_000))
    held += [try contents(6, budget), try contents(7, budget), try contents(8, budget)]
    #expect(budget.hasRoom(for: 200) && !budget.hasRoom(for: 201))
    held = []
    #expect(budget.hasRoom(for: 1_000) && !budget.hasRoom(for: 1_001))
  }
}
