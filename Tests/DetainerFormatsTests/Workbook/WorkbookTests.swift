import TestSupport
import Testing

@testable import DetainerFormats

@Suite struct WorkbookTests {
  static let record = "<row><c t=\"str\"><v>a</v></c><c><v>1</v></c></row>"

  @Test func sheetsComeInTheOrderOfTheWorkbookHiddenOnesToo() throws {
    var workbook = WorkbookWriter()
    workbook.sheets = [
      ("One", "<row><c><v>1</v></c></row>"), ("Two", "<row><c><v>2</v></c></row>"),
    ]
    workbook.changes["xl/workbook.xml"] = {
      $0.replacing("sheetId=\"1\"", with: "sheetId=\"1\" state=\"veryHidden\"")
        .replacing("<sheets>", with: "<sheets><sheet name=\"Chart\" r:id=\"rId7\"/>")
    }
    workbook.changes["xl/_rels/workbook.xml.rels"] = {
      $0.replacing(
        "</Relationships>",
        with: "<Relationship Id=\"rId7\" Type=\"x/chartsheet\" Target=\"c.xml\"/></Relationships>")
    }
    #expect(try workbook.texts() == ["1\n", "2\n"])
    var texts = RecordTexts(FileBytes(path: "x", bytes: workbook.archive), kind: .xlsx)
    #expect(try texts.next { _, _ in true }?.sheet == "One")
    #expect(texts.part > 0 && texts.part < 1)
    #expect(try texts.next { _, _ in true }?.sheet == "Two")
    #expect(texts.part == 1)
    #expect(try texts.next { _, _ in true } == nil)
  }

  @Test func theOnlySheetIsTheFileAndItsLayoutIsKnown() throws {
    var workbook = WorkbookWriter(Self.record)
    workbook.countsFrom1904 = true
    var texts = RecordTexts(FileBytes(path: "x", bytes: workbook.archive), kind: .xlsx)
    let text = try #require(try texts.next { _, _ in true })
    #expect(text.sheet == "" && text.layout.delimiter == Byte.comma)
    #expect(text.layout.leavesOutEmptyCells && text.layout.countsFrom1904)
  }

  @Test func partsAreFoundByTheirRelationshipsWhateverTheirNames() throws {
    let workbook = WorkbookWriter(
      "<row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>42763</v></c></row>", shared: ["<t>a</t>"],
      formats: ["yyyy"])
    var zip = ZipWriter()
    for (name, text) in workbook.parts {
      let text = text.replacing("xl/workbook.xml", with: "/xl/book2.xml")
        .replacing("sharedStrings.xml", with: "/Texts/T.XML")
        .replacing("worksheets/sheet1.xml", with: "../xl/./Sheets/Data.xml")
        .replacing("/relationships/", with: "/strict/relationships/")
      let names = [
        "xl/workbook.xml": "xl/book2.xml", "xl/_rels/workbook.xml.rels": "xl/_rels/book2.xml.rels",
        "xl/sharedStrings.xml": "texts\\t.xml", "xl/worksheets/sheet1.xml": "XL/sheets/data.xml",
      ]
      zip.add(names[name] ?? name, text, isStored: name.hasPrefix("xl/_"))
    }
    #expect(sniff(zip.archive) == .xlsx)
    #expect(try sheetTexts(zip.archive) == ["a,2017-01-28\n"])
  }

  @Test func entriesMayBeStoredAndNeitherTextsNorStylesAreNeeded() throws {
    var workbook = WorkbookWriter(Self.record)
    workbook.isStored = true
    #expect(try workbook.texts() == ["a,1\n"])
    workbook.changes["xl/_rels/workbook.xml.rels"] = {
      $0.replacing("/styles", with: "/none").replacing("/sharedStrings", with: "/none")
    }
    #expect(try workbook.texts() == ["a,1\n"])
  }

  @Test func aSheetThatTwoNamesLeadToIsReadOnce() throws {
    var workbook = WorkbookWriter()
    workbook.sheets = [("One", Self.record), ("Two", "")]
    workbook.changes["xl/_rels/workbook.xml.rels"] = {
      $0.replacing("sheet2.xml", with: "Sheet1.xml")
    }
    #expect(try workbook.texts() == ["a,1\n"])
  }

  @Test func ofASheetWithoutAHeaderOnlyTheFirstRowsAreRead() throws {
    let rows = (1...3_000).map { "<row><c><v>\($0)</v></c><c><v>1</v></c></row>" }.joined()
    #expect(try WorkbookWriter(rows).texts()[0].split(separator: "\n").count == 1000)
    let header = "<row><c t=\"str\"><v>Prepare Date</v></c><c t=\"str\"><v>State</v></c></row>"
    #expect(try WorkbookWriter(header + rows).texts()[0].split(separator: "\n").count == 3_001)
  }

  @Test func textsAndRowsMayBeMany() throws {
    let shared = (0..<20_000).map { "<t>text, number \($0)</t>" }
    let rows = (0..<20_000).map {
      "<row><c t=\"s\"><v>\(19_999 - $0)</v></c><c><v>\($0)</v></c></row>"
    }
    let header = "<row><c t=\"str\"><v>Prepare Date</v></c><c t=\"str\"><v>State</v></c></row>"
    let text = try WorkbookWriter(header + rows.joined(), shared: shared).texts()[0]
    let expected = (0..<20_000).map { "\"text, number \(19_999 - $0)\",\($0)\n" }.joined()
    #expect(text == "Prepare Date,State\n" + expected)
  }

  @Test func itSaysHowFarItIsAndCanBeToldToStopInTheMiddleOfASheet() throws {
    var random = SeededGenerator(5)
    let rows = (1...5_000).map { _ in
      "<row><c t=\"str\"><v>\(UInt64.random(in: 0...UInt64.max, using: &random))</v></c></row>"
    }
    let header = "<row><c t=\"str\"><v>Prepare Date</v></c><c t=\"str\"><v>State</v></c></row>"
    let archive = WorkbookWriter(header + rows.joined()).archive
    var parts: [Double] = []
    var texts = RecordTexts(FileBytes(path: "x", bytes: archive), kind: .xlsx)
    _ = try texts.next { done, total in
      parts.append(Double(done) / Double(total))
      return true
    }
    #expect(parts.count > 4 && parts == parts.sorted())
    #expect(parts.first == 0 && parts.last == 1)
    texts = RecordTexts(FileBytes(path: "x.xlsx", bytes: archive), kind: .xlsx)
    #expect(throws: FileError.cancelled(path: "x.xlsx")) {
      _ = try texts.next { done, total in done * 2 < total }
    }
  }
}

func sniff(_ bytes: [UInt8]) -> ContentKind { bytes.withUnsafeBytes { sniffContent($0) } }
