import CScan
import TestSupport
import Testing

@testable import DetainerFormats

/// What a checksum must not miss.
struct ChecksumTests {
  private func sum(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { checksum($0) } }

  @Test(arguments: [0, 1, 7, 64, 255, 256, 257, 1_023, 1_024, 1_025])
  func everyFlippedBitChangesIt(count: Int) {
    var random = SeededGenerator(UInt64(count))
    let noise = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    for whole in [noise, Array(repeating: 0, count: count), Array(repeating: 255, count: count)] {
      var seen: Set = [sum(whole)]
      for place in 0..<count {
        for bit in 0..<8 {
          var bytes = whole
          bytes[place] ^= 1 << UInt8(bit)
          #expect(seen.insert(sum(bytes)).inserted, "bit \(bit) of byte \(place)")
        }
      }
    }
  }

  @Test func theProcessorCountsAsTheOracleDoes() {
    var random = SeededGenerator(11)
    for _ in 0..<300 {
      let count = Int.random(in: 0...5_000, using: &random)
      let bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      #expect(scan_checksum(bytes, count) == scan_checksum_plainly(bytes, count), "\(count) bytes")
    }
  }

  @Test func everyPairOfFlippedBitsChangesIt() {
    let whole = [UInt8](repeating: 0, count: 192)
    var missed: [String] = []
    var seen: Set = [sum(whole)]
    for first in 0..<whole.count * 8 {
      for second in 0..<first where (first - second) % 64 == 0 || first % 64 == 63 {
        var bytes = whole
        bytes[first / 8] ^= 1 << UInt8(first % 8)
        bytes[second / 8] ^= 1 << UInt8(second % 8)
        if !seen.insert(sum(bytes)).inserted { missed.append("bits \(first) and \(second)") }
      }
    }
    #expect(missed.isEmpty)
  }

  @Test func burstsAndLengthsAndOrderChangeIt() {
    var random = SeededGenerator(7)
    let whole = (0..<8192).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    var seen: Set = [sum(whole)]
    for _ in 0..<500 {
      var bytes = whole
      let start = Int.random(in: 0..<8000, using: &random)
      for place in start..<start + Int.random(in: 1...192, using: &random) {
        bytes[place] = UInt8(truncatingIfNeeded: random.next())
      }
      bytes[start] = ~whole[start]
      #expect(seen.insert(sum(bytes)).inserted)
    }
    for length in 0...300 {
      #expect(seen.insert(sum(Array(repeating: 0, count: length))).inserted, "\(length) zeros")
    }
    // Blocks that change places, however far apart.
    for block in [1, 2, 4, 8, 64, 512, 4096] {
      let swapped = whole[block..<2 * block] + whole[..<block] + whole[(2 * block)...]
      #expect(seen.insert(sum(Array(swapped))).inserted, "blocks of \(block)")
    }
  }
}
