import TestSupport
import Testing

@testable import DetainerFormats

/// Workbooks that are damaged or meant to do harm end in one sentence.
@Suite struct HostileWorkbookTests {
  private let good = WorkbookWriter(
    "<row><c t=\"s\"><v>0</v></c><c><v>1</v></c></row>", shared: ["<t>a</t>"])

  @Test func aWorkbookThatEndsEarly() {
    let archive = good.archive
    #expect(refusal(of: archive) == "")
    let cut = Array(archive.dropLast(30))
    #expect(sniff(cut) == .xlsx)
    #expect(
      refusal(of: cut)
        == """
        x.xlsx ends too early: the list of parts at the end of a workbook is missing; \
        get the file again.
        """)
    for count in stride(from: 4, to: archive.count, by: 7) {
      #expect(refusal(of: Array(archive[..<count])) != "", "\(count)")
    }
  }

  @Test func aListOfPartsThatMakesNoSense() {
    var archive = good.archive
    archive[archive.count - 6] = 0xFF  // where the list starts
    archive[archive.count - 5] = 0xFF
    #expect(
      refusal(of: archive)
        == "x.xlsx is damaged: the list of parts of the workbook cannot be read; get the file again."
    )
  }

  @Test(arguments: ["wrong checksum", "longer than stated", "shorter than stated"])
  func aDamagedPart(_ fault: String) {
    var zip = ZipWriter()
    for (name, text) in good.parts {
      var entry = ZipWriter.Entry(name: name, bytes: Array(text.utf8))
      if name == "xl/worksheets/sheet1.xml" {
        switch fault {
        case "wrong checksum": entry.checksum = 1
        case "longer than stated": entry.statedSize = entry.bytes.count - 1
        default: entry.statedSize = entry.bytes.count + 1
        }
      }
      zip.entries.append(entry)
    }
    #expect(
      refusal(of: zip.archive)
        == """
        x.xlsx is damaged: xl/worksheets/sheet1.xml in the workbook cannot be unpacked; \
        get the file again.
        """)
  }

  @Test func aPartPackedInAWayThatIsNotKnown() {
    var zip = ZipWriter()
    for (name, text) in good.parts {
      let isSheet = name == "xl/worksheets/sheet1.xml"
      zip.entries.append(
        ZipWriter.Entry(name: name, bytes: Array(text.utf8), method: isSheet ? 9 : nil))
    }
    #expect(
      refusal(of: zip.archive)
        == """
        x.xlsx packs xl/worksheets/sheet1.xml with Deflate64, which ddor does not read; \
        open it in Excel and save it again.
        """)
  }

  @Test func partsThatAreMissing() {
    var zip = ZipWriter()
    for (name, text) in good.parts where name != "xl/worksheets/sheet1.xml" { zip.add(name, text) }
    #expect(
      refusal(of: zip.archive)
        == "x.xlsx is incomplete: xl/worksheets/sheet1.xml is not in the workbook; get the file again."
    )
    zip.entries.removeAll { $0.name == "xl/workbook.xml" }
    #expect(
      refusal(of: zip.archive)
        == "x.xlsx is incomplete: xl/workbook.xml is not in the workbook; get the file again.")
    #expect(
      refusal(of: WorkbookWriter().archive)
        == """
        x.xlsx is a workbook without a sheet of cells; check that it is the file you meant.
        """)
  }

  @Test func aPartThatIsNoXML() {
    var workbook = good
    workbook.changes["xl/worksheets/sheet1.xml"] = {
      $0.replacing("</row>", with: "\n<oops</row>")
    }
    #expect(
      refusal(of: workbook.archive)
        == """
        x.xlsx is damaged: xl/worksheets/sheet1.xml in the workbook is not XML from line 3 on; \
        open it in Excel, check it and save it again.
        """)
    workbook.changes["xl/worksheets/sheet1.xml"] = { String($0.dropLast(20)) }
    #expect(refusal(of: workbook.archive).contains("is not XML from line"))
  }

  @Test(arguments: ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"])
  func entitiesAreRefusedBeforeTheyAreExpanded(_ part: String) {
    var laughs = #"<!DOCTYPE lolz [<!ENTITY a0 "lol">"#
    for level in 1...9 {
      let reference = String(repeating: "&a\(level - 1);", count: 10)
      laughs += "<!ENTITY a\(level) \"\(reference)\">"
    }
    laughs += "]>"
    var workbook = good
    workbook.changes[part] = { [laughs] in
      $0.replacing("\r\n", with: "\r\n" + laughs).replacing("<t>a", with: "<t>&a9;")
    }
    #expect(
      refusal(of: workbook.archive)
        == """
        x.xlsx is refused: \(part) in the workbook declares a document type, as no workbook does; \
        open it in Excel, check it and save it again.
        """)
  }

  @Test func aPartThatUnpacksToMoreThan200TimesItsSize() {
    var zip = ZipWriter()
    for (name, text) in good.parts where name != "xl/worksheets/sheet1.xml" { zip.add(name, text) }
    zip.entries.append(
      ZipWriter.Entry(
        name: "xl/worksheets/sheet1.xml", bytes: [UInt8](repeating: 0x20, count: 65 << 20)))
    let sentence = """
      x.xlsx is refused: xl/worksheets/sheet1.xml in the workbook unpacks to more than 200 times \
      its size; open it in Excel, check it and save it again.
      """
    #expect(refusal(of: zip.archive) == sentence)
  }

  @Test func manyCellsThatReferToOneLongText() {
    let row = "<row>" + String(repeating: "<c t=\"s\"><v>0</v></c>", count: 100) + "</row>"
    let text = String(repeating: "a", count: 900_000)
    #expect(
      refusal(of: WorkbookWriter(row, shared: ["<t>\(text)</t>"]).archive)
        .contains("unpacks to more than 200 times its size"))
  }

  @Test func anEncryptedEntry() {
    var zip = ZipWriter()
    for (name, text) in good.parts {
      zip.entries.append(
        ZipWriter.Entry(
          name: name, bytes: Array(text.utf8), flags: name.contains("sheet1") ? 1 : 0))
    }
    #expect(
      refusal(of: zip.archive)
        == """
        x.xlsx is protected by a password; remove it in Excel (File > Info > Protect Workbook) \
        and save it.
        """)
  }

  @Test(
    arguments: [
      (
        "<row r=\"1048577\"/>",
        "is refused: the sheet “Sheet1” has more than 1,048,576 rows; "
      ),
      (
        "<row r=\"2\"><c r=\"XFE2\"><v>1</v></c></row>",
        "is refused: row 2 of the sheet “Sheet1” has more than 16,384 columns; "
      ),
      (
        "<row r=\"2\"><c r=\"ZZZZZZZZZ2\"><v>1</v></c><c><v>1</v></c></row>",
        "is refused: row 2 of the sheet “Sheet1” has more than 16,384 columns; "
      ),
      (
        "<row><c t=\"s\"><v>1</v></c></row>",
        "is damaged: row 1 of the sheet “Sheet1” refers to a shared text that is not there; "
      ),
      (
        "<row><c t=\"s\"><v>-1</v></c></row>",
        "is damaged: row 1 of the sheet “Sheet1” refers to a shared text that is not there; "
      ),
    ] as [(Named<String>, Named<String>)])
  func sheetsBeyondWhatExcelHas(_ rows: Named<String>, _ sentence: Named<String>) {
    var workbook = good
    workbook.sheets = [("Sheet1", rows.value)]
    #expect(
      refusal(of: workbook.archive)
        == "x.xlsx \(sentence.value)open it in Excel, check it and save it again.")
  }

  @Test func theLastRowAndColumnThatThereAre() throws {
    let rows = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"
    let text = try WorkbookWriter(rows).texts()[0]
    #expect(text.utf8.count == 1_048_575 + 16_383 + 2 && text.hasSuffix(",1\n"))
  }

  @Test func cellsAndTextsOfMoreThanAMillionBytes() {
    let text = String(repeating: "a", count: 1_048_577)
    var workbook = WorkbookWriter("<row r=\"7\"><c t=\"str\"><v>\(text)</v></c></row>")
    #expect(refusal(of: workbook.archive).contains("row 7 of the sheet “Sheet1” has a cell of"))
    workbook = WorkbookWriter("<row/>", shared: ["<t/>", "<t>\(text)</t>"])
    #expect(refusal(of: workbook.archive).contains("shared text 1 of the workbook has more than"))
  }

  @Test(arguments: [
    Named("deep elements", String(repeating: "<a>", count: 100_000)),
    Named("many names", (0..<2_000).map { "<a\($0)/>" }.joined()),
    Named(
      "many attributes", "<a " + (0..<2_000).map { "a\($0)=''" }.joined(separator: " ") + "/>"),
    Named("a long attribute", "<a b='" + String(repeating: "x", count: 9 << 20) + "'/>"),
  ])
  func whatWouldFillTheMemoryOfTheXMLReader(_ rows: Named<String>) {
    #expect(refusal(of: WorkbookWriter(rows.value).archive).contains("is not XML from line"))
  }
}
