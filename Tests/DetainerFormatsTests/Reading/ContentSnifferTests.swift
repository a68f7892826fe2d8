import TestSupport
import Testing

@testable import DetainerFormats

@Suite struct ContentSnifferTests {
  @Test(
    arguments: [
      ("", .empty), ("a,b\n1,2\n", .delimitedText), ("\u{FEFF}a;b", .delimitedText),
      ("[2A] Deportable,x\n", .delimitedText), ("<5,many\n", .delimitedText),
      ("PAR1....", .parquet), ("PARE....", .parquet),
      ("version https://git-lfs.github.com/spec/v1\noid sha256:0", .gitPointer),
      ("ARROW1\0\0", .arrow), ("FEA1", .arrow),
      ("<stata_dta><header>", .stata), ("$FL2@(#) IBM SPSS", .spss), ("%PDF-1.7\n", .pdf),
      ("SQLite format 3\0", .sqlite), (" \n{ \"a\": 1}", .json), ("[\n  {\"a\": 1}]", .json),
      ("[]", .json), ("{}", .json), ("<!DOCTYPE html>", .html), ("\r\n<HTML lang=en>", .html),
      ("<?xml version=\"1.0\"?>", .html), ("BZh91AY&SY", .otherArchive),
      ("Rar!\u{1A}\u{7}\u{1}", .otherArchive),
      ("Obj\u{1}\u{4}\u{16}avro.schema", .avro), ("RDX3\nX\n", .r), ("X\n\0\0\0\u{3}", .r),
      ("\0\u{1}\0\0Standard Jet DB\0", .access), ("\0\u{1}\0\0Standard ACE DB\0", .access),
      ("{\\rtf1\\ansi", .richText), ("ORC\u{11}\0\0\n\u{6}\u{12}\u{4}", .orc),
      ("ORCHARD,issued\nx,2017-01-02\n", .delimitedText), ("Objection,issued\n", .delimitedText),
      ("PK\u{3}\u{4} something", .zip), ("PK\u{3}\u{4} xl/workbook.xml", .xlsx),
      ("MZ\u{1}\0\u{3}\0\0\0\u{4}\0PK\u{3}\u{4}", .program),
      ("MZ,issued\nx,2017-01-02\n", .delimitedText),
      ("\u{7F}ELF\u{2}\u{1}\u{1}\0\0", .program),
      ("a,b\n\0\0\0", .binary), ("\u{1}\u{2}\u{3}\u{4}", .binary),
    ] as [(Named<String>, ContentKind)])
  func recognises(_ text: Named<String>, _ kind: ContentKind) {
    #expect(Array(text.value.utf8).withUnsafeBytes { sniffContent($0) } == kind)
  }

  @Test func recognisesSignaturesThatAreNotText() {
    func kind(_ bytes: [UInt8]) -> ContentKind { bytes.withUnsafeBytes { sniffContent($0) } }
    #expect(kind([0x1F, 0x8B, 8, 0]) == .gzip)
    #expect(kind([UInt8](repeating: 0x61, count: 257) + Array("ustar\0".utf8)) == .otherArchive)
    #expect(kind([0xD0, 0xCF, 0x11, 0xE0, 0xA1]) == .oldExcel)
    #expect(kind([0xFF, 0xFE, 0x61, 0]) == .utf16Text)
    #expect(kind([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0]) == .utf32Text)
    #expect(kind([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61]) == .utf32Text)
    #expect(kind([0x72, 2, 1, 0] + [UInt8](repeating: 0, count: 100)) == .stata)
    #expect(
      kind([UInt8](repeating: 0, count: 12) + [0xC2, 0xEA, 0x81, 0x60, 0xB3, 0x14]) == .sas)
    // One column, one row: a description of 32 bytes behind the head, then an end mark.
    let head: [UInt8] = [3, 117, 1, 2, 1, 0, 0, 0, 65, 0, 11, 0] + Array(repeating: 0, count: 20)
    let column = Array("STATE".utf8) + [UInt8](repeating: 0, count: 27)
    #expect(kind(head + column + [0x0D] + Array(" TX        \u{1A}".utf8)) == .dBase)
    let rows = "05\t\t2017-01-02" + String(repeating: "\r\n05\tx\t2017-01-02", count: 2_000)
    #expect(kind(Array(rows.utf8)) == .delimitedText)
    #expect(kind(Array("Do".utf8) + [0xF1] + Array("a Ana,1\n".utf8)) == .delimitedText)
    var random = SeededGenerator(7)
    #expect(kind((0..<5_000).map { _ in UInt8.random(in: 0...255, using: &random) }) == .binary)
  }

  @Test func oneStrayNULDoesNotMakeALongTextBinary() {
    let text = String(repeating: "2015-01-02,TRAVIS\n", count: 50) + "\0"
    #expect(Array(text.utf8).withUnsafeBytes { sniffContent($0) } == .delimitedText)
  }

  @Test func adviceSaysWhatToDo() {
    #expect(ContentKind.delimitedText.advice(for: "x.csv") == nil)
    #expect(ContentKind.parquet.advice(for: "x.parquet") == nil)
    let hostile = ContentKind.gitPointer.advice(for: "\u{1B}[31mx.parquet") ?? ""
    #expect(
      hostile.hasSuffix(
        "x.parquet is a pointer of Git LFS, not the file itself; get the file with: git lfs pull."))
    #expect(!hostile.contains("\u{1B}"))
  }
}
