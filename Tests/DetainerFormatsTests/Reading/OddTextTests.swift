import DetainerModel
import TestSupport
import Testing

@testable import DetainerFormats

/// Texts that are written as few programs do, and are read all the same.
@Suite struct OddTextTests {
  private let text = "issued,city,state,lift_reason\n2015-01-05,LAS CRUCES,NM,Lifted\n"

  private func cities(_ bytes: [UInt8]) throws -> [String] {
    let table = try opened(["release.csv": bytes], ["release.csv"]).table
    return (0..<table.rowCount).map { table.site($0).city }
  }

  @Test func utf16WithoutAMark() throws {
    let units = Array(text.utf16)
    #expect(try cities(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == ["LAS CRUCES"])
    #expect(try cities(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == ["LAS CRUCES"])
    #expect(sniff(Array("a,b\n\0\0\0".utf8)) == .binary)
  }

  @Test(arguments: [1, 5, 4_096])
  func zerosBehindTheEndAreLeftOutAndTold(_ count: Int) throws {
    let zeros = [UInt8](repeating: 0, count: count)
    for bytes in [Array(text.utf8) + zeros, gzip(Array(text.utf8) + zeros)] {
      let data = try opened(["release.csv": bytes], ["release.csv"])
      #expect(data.table.rowCount == 1)
      #expect(data.diagnostics.contains { $0.code == .paddedFile && $0.severity == .note })
    }
    #expect(throws: LoadError.self) { _ = try cities([0, 1, 2] + zeros) }
  }

  @Test(
    arguments: [
      ("a, \"b, c\" ,d", ["a", "b, c", "d"]), ("  \"a\",\"b\"  ", ["a", "b"]),
      ("a, \"b", ["a", " \"b"]), ("a, b \"c\",d", ["a", " b \"c\"", "d"]),
      ("a,  ,b", ["a", "  ", "b"]), ("a, \"b\" c,d", ["a", "b c", "d"]),
    ] as [(String, [String])])
  func quotesAfterABlank(_ line: String, _ cells: [String]) { #expect(records(line) == [cells]) }

  @Test func textBehindAQuoteIsTold() throws {
    let rows = "issued,facility,state\n2015-01-05,\"TRAVIS\" JAIL,TX\n2015-01-06,\"A \"B\" C\",TX\n"
    let data = try opened(text: rows.replacing("state", with: "state,lift_reason"))
    #expect(data.table.rowCount == 2)
    let told = data.diagnostics.filter { $0.code == .textBehindQuote }
    #expect(told.count == 1 && told.first?.row == 2)
    #expect(told.first?.message.hasPrefix("2 cells of the file, here the first, have") == true)
  }

  @Test func encodingsHaveALetterForEachByte() throws {
    for (name, byte, letter) in [
      ("cp850", 0xA5, "Ñ"), ("CP437", 0xA4, "ñ"), ("windows-1252", 0x80, "€"),
      ("iso_8859-15", 0xA4, "€"), ("macintosh", 0x84, "Ñ"), ("latin1", 0xF1, "ñ"),
    ] as [(String, UInt8, String)] {
      let encoding = try #require(TextEncoding(named: name))
      let file = FileBytes(path: "x", bytes: [0x44, 0x4F, byte, 0x41])
      #expect(String(decoding: try file.unwrapped(encoding).array, as: UTF8.self) == "DO\(letter)A")
      guard case .bytes(let letters) = encoding else { continue }
      #expect(letters.count == 128)
    }
    #expect(TextEncoding(named: "klingon") == nil)
  }
}
