import DetainerModel
import Synchronization
import TestSupport
import Testing

@testable import DetainerFormats

/// Rows are handed out while they are read, and reading can be ended in the middle of a file.
@Suite struct ProgressiveLoadingTests {
  /// One line is one detainer of one day; the days run through a year.
  private func withRelease<Result>(rows: Int, _ body: (String) throws -> Result) throws -> Result {
    var text = "issued,state,crime\n"
    for row in 0..<rows {
      let day = Day(packed: UInt16(42_000 + row * 365 / rows))
      text += "\(day.iso),TX,\(row % 3 == 0 ? "Assault" : "Arson")\n"
    }
    return try withTemporaryDirectory { folder in
      put(text.utf8, at: "\(folder)/release.csv")
      return try body("\(folder)/release.csv")
    }
  }

  @Test func rowsAreHandedOutEachTimeTheyHaveDoubled() throws {
    try withRelease(rows: 300_000) { path in
      var loader = try Loader([path])
      let handed = Mutex<[Dataset]>([])
      try loader.finish(handOut: { part in handed.withLock { $0.append(part) } })
      let parts = handed.withLock { $0 }
      let counts = parts.map(\.table.rowCount)
      #expect(counts.count >= 4)
      #expect(zip(counts, counts.dropFirst()).allSatisfy { $1 >= 2 * $0 })
      // All copies together have no more rows than twice those that are read.
      #expect(counts.reduce(0, +) <= 600_000)
      #expect(parts.allSatisfy { $0.isLoading && !$0.isPartial })
      let whole = loader.dataset
      #expect(whole.table.rowCount == 300_000 && !whole.isLoading)
      for part in parts {
        // What was handed out stays as it was, and is how the whole begins.
        let last = part.table.rowCount - 1
        for row in [0, last / 2, last] {
          #expect(part.table.line(row) == row + 2)
          #expect(part.table.issued(row) == whole.table.issued(row))
          #expect(part.table.text(.crime, row) == whole.table.text(.crime, row))
        }
      }
    }
  }

  @Test func whatWasReadIsKeptWhenReadingEndsWithinAFile() throws {
    try withRelease(rows: 100_000) { path in
      var loader = try Loader([path])
      let head = loader.dataset.table.rowCount
      #expect(head > 0 && head < 50_000 && loader.dataset.isLoading)
      var seen = 0
      try loader.finish { progress in
        seen = progress.rows
        return progress.rows < 50_000
      }
      let data = loader.dataset
      #expect(data.table.rowCount == seen && (50_000..<100_000).contains(seen))
      #expect(data.isPartial && !data.isLoading && loader.isComplete)
      #expect(data.diagnostics.map(\.code) == [.cancelled])
      #expect(data.diagnostics.first?.file == path)
      let groups = try Selection(Query(), in: data).groups(by: [.state])
      #expect(groups.map(\.listed) == [seen])
      // Told once more to finish, it does nothing.
      try loader.finish()
      #expect(loader.dataset.table.rowCount == seen)
    }
  }
}
