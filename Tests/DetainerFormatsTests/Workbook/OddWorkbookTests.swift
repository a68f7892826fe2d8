import DetainerModel
import TestSupport
import Testing

@testable import DetainerFormats

/// Workbooks that are written as few programs do, and are read all the same.
@Suite struct OddWorkbookTests {
  private let rows = WorkbookWriter(
    "<row><c t=\"s\"><v>0</v></c><c><v>1</v></c></row>", shared: ["<t>a</t>"])

  @Test(arguments: [(true, false), (false, true), (true, true)])
  func archivesForLargeFiles(_ entriesAreLarge: Bool, _ listIsLarge: Bool) throws {
    for prefix in [[], Array("#!/bin/sh\n".utf8)] {
      var zip = ZipWriter()
      (zip.isLarge, zip.prefix) = (listIsLarge, prefix)
      for (name, text) in rows.parts {
        zip.entries.append(
          ZipWriter.Entry(name: name, bytes: Array(text.utf8), isLarge: entriesAreLarge))
      }
      #expect(try sheetTexts(zip.archive) == ["a,1\n"])
    }
  }

  @Test func partsThatAreCalledOtherwise() throws {
    var zip = ZipWriter()
    for (name, text) in rows.parts {
      zip.add(
        name.replacing("xl/", with: ""),
        text.replacing("xl/workbook.xml", with: "workbook.xml").replacing(
          "</Types>", with: ""
        ).replacing(
          "content-types\"/>",
          with: """
            content-types"><Override PartName="/workbook.xml" ContentType="application/\
            vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
            """))
    }
    #expect(sniff(zip.archive) == .xlsx)
    #expect(try sheetTexts(zip.archive) == ["a,1\n"])
  }

  @Test func cellsInAnyOrderArePutIntoTheirColumns() throws {
    let workbook = WorkbookWriter(
      """
      <row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>\
      <row r="2"><c r="C2"><v>3</v></c><c r="A2"><v>4</v></c><c r="A2"><v>5</v></c></row>\
      <row r="4"><c r="A4"><v>6</v></c></row>
      """)
    var texts = RecordTexts(FileBytes(path: "x.xlsx", bytes: workbook.archive), kind: .xlsx)
    let text = try #require(try texts.next { _, _ in true })
    #expect(String(decoding: text.bytes.array, as: UTF8.self) == "1,2\n4,,3\n\n6\n")
    #expect(text.remarks.map(\.code) == [.outOfOrder] && text.remarks.first?.row == 2)
    #expect(try texts.next { _, _ in true } == nil)
  }

  @Test func rowsInAnyOrderStandAsTheyCome() throws {
    let rows = "<row r=\"3\"><c><v>1</v></c></row><row r=\"2\"><c r=\"B2\"><v>2</v></c></row>"
    #expect(try WorkbookWriter(rows).texts() == ["\n\n1\n,2\n"])
  }

  @Test(arguments: ["#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#N/A"])
  func cellsWithoutAValueAreMissingAndSaid(_ error: String) throws {
    let text = "issued,city,lift_reason\n2015-01-01,AUSTIN,\(error)\n2015-01-02,\(error),\(error)\n"
    let data = try opened(text: text)
    #expect(data.table.rowCount == 2)
    #expect(data.table.site(1).city == "")
    #expect((0..<2).allSatisfy { data.table.outcome($0) == .pending })
    let errors = data.diagnostics.filter { $0.code == .errorCell }
    #expect(errors.map { "\($0.row ?? 0) \($0.column ?? "")" } == ["3 city", "2 lift_reason"])
  }

  @Test func aFormulaThatNoProgramHasCalculatedIsMissingAndSaid() throws {
    let texts = ["issued", "city", "lift_reason", "2015-01-01"].map { "<t>\($0)</t>" }
    let head = (0..<3).map { "<c t=\"s\"><v>\($0)</v></c>" }.joined()
    for (cell, isSaid) in [
      ("<c><f>A1</f><v></v></c>", true), ("<c><f>A1</f></c>", true), ("<c><f>A1</f><v/></c>", true),
      ("<c t=\"str\"><f>A1</f><v></v></c>", false), ("<c><v></v></c>", false),
    ] {
      let workbook = WorkbookWriter(
        "<row>\(head)</row><row><c t=\"s\"><v>3</v></c><c/>\(cell)</row>", shared: texts)
      let data = try opened(["a.xlsx": workbook.archive])
      #expect(data.table.rowCount == 1 && data.table.outcome(0) == .pending)
      let errors = data.diagnostics.filter { $0.code == .errorCell }
      let places = errors.map { "\($0.row ?? 0) \($0.column ?? "")" }
      #expect(places == (isSaid ? ["2 lift_reason"] : []))
      #expect(errors.allSatisfy { $0.message.contains("no program has calculated it") })
    }
  }

  /// A merged lift reason is a decline in one row only; titles above the header mislead nobody.
  @Test(arguments: [
    ([], nil), (["A1:C1"], nil), (["A1:C1", "C3:C4"], "the cells C3:C4 are merged"),
    (["B4:C4", "A3:A4", "A1:B1"], "the cells B4:C4 and 1 more place are merged"),
    (["", "C3", "C4:C3", "3:4", "C0:C9", "A1:B2:C3", "C3:C99999999999999999999"], nil),
  ])
  func mergedCellsAreTold(_ merged: [String], _ sentence: String?) throws {
    let cells = [
      "title", "issued", "city", "lift_reason", "2015-01-01", "AUSTIN", "Detainer Declined by LEA",
    ]
    func row(_ numbers: [Int]) -> String {
      "<row>" + numbers.map { "<c t=\"s\"><v>\($0)</v></c>" }.joined() + "</row>"
    }
    var workbook = WorkbookWriter(
      row([0]) + row([1, 2, 3]) + row([4, 5, 6]) + row([4, 5]),
      shared: cells.map { "<t>\($0)</t>" })
    workbook.changes["xl/worksheets/sheet1.xml"] = { sheet in
      sheet.replacing(
        "</sheetData>",
        with: "</sheetData><mergeCells>"
          + merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined() + "</mergeCells>")
    }
    let data = try opened(["a.xlsx": workbook.archive])
    #expect((0..<2).map { data.table.outcome($0) } == [.declined, .pending])
    let told = data.diagnostics.filter { $0.code == .mergedCells }.map(\.message)
    #expect(told.count == (sentence == nil ? 0 : 1))
    #expect(told.allSatisfy { $0.hasPrefix(sentence ?? "-") })
  }

  @Test func aRowBesideTheHeaderIsNotADetainer() throws {
    let data = try opened(
      text: "issued,state,lift_reason\n2015-01-01,TX,,seen\n,,,,,note\n,TX,\n")
    #expect(data.table.rowCount == 2)
    #expect(
      data.diagnostics.filter { $0.code == .notARecord }.map(\.message) == [
        "the row has cells only beside those of the header; it is left out."
      ])
  }
}
