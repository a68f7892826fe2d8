import Testing

@testable import DetainerFormats

@Suite struct TextDecodingTests {
  private let text = "county,state\r\nDoña Ana,NM\n“\u{1F5FD}”,€\n"

  @Test(arguments: [true, false])
  func transcodesUTF16(_ bigEndian: Bool) throws {
    let long = String(repeating: text, count: 20_000)
    let file = FileBytes(path: "x.txt", bytes: utf16("\u{FEFF}" + long, bigEndian))
    #expect(try file.unwrapped().array == Array(long.utf8))
  }

  @Test func loneSurrogatesAndOddEndsAreRepaired() throws {
    let bytes: [UInt8] = [0xFF, 0xFE, 0x61, 0, 0x00, 0xD8, 0x62, 0, 0x00, 0xDC, 0x00, 0xD8, 0x63]
    let file = try FileBytes(path: "x", bytes: bytes).transcodedFromUTF16()
    #expect(String(decoding: file.array, as: UTF8.self) == "a\u{FFFD}b\u{FFFD}\u{FFFD}")
    #expect(try FileBytes(path: "x", bytes: [0xFE, 0xFF]).transcodedFromUTF16().array == [])
  }

  @Test func otherTextIsLeftAlone() throws {
    let file = FileBytes(path: "x", bytes: Array(text.utf8))
    #expect(try file.transcodedFromUTF16() === file)
  }

  @Test func transcodingCanBeCancelled() throws {
    let file = FileBytes(path: "x", bytes: utf16("\u{FEFF}" + text, false))
    #expect(throws: FileError.cancelled(path: "x")) {
      _ = try file.transcodedFromUTF16 { _, _ in false }
    }
  }

  private func utf16(_ text: String, _ bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let low = UInt8(truncatingIfNeeded: unit)
      let high = UInt8(unit >> 8)
      return bigEndian ? [high, low] : [low, high]
    }
  }
}
