import TestSupport
import Testing

@testable import DetainerFormats

@Suite struct HybridRunsTests {
  @Test(arguments: 1...20)
  func whatIsWrittenIsReadAgain(width: Int) throws {
    var random = SeededGenerator(UInt64(width))
    for _ in 0..<50 {
      var numbers: [UInt32] = []
      while numbers.count < 200, Int.random(in: 0..<12, using: &random) > 0 {
        let number = UInt32.random(in: 0..<1 << UInt32(width), using: &random)
        let run = [1, 1, 2, 7, 8, 9, 40][Int.random(in: 0..<7, using: &random)]
        numbers += Array(repeating: number, count: run)
      }
      var bytes: [UInt8] = []
      HybridRuns.append(numbers, width: width, to: &bytes)
      let end = bytes.count
      bytes += [UInt8](repeating: 0xFF, count: PageCodec.padding)
      var read = [UInt32](repeating: 0, count: numbers.count)
      try bytes.withUnsafeBytes { page in
        try read.withUnsafeMutableBufferPointer { target in
          try HybridRuns.read(page, 0..<end, width: width, into: target)
        }
      }
      #expect(read == numbers)
    }
  }
}
