import DetainerModel
import TestSupport
import Testing

@testable import DetainerFormats

/// Workbooks opened as a user would.
@Suite struct WorkbookLoadingTests {
  private static let header = cells([
    "Detainer Prepare Date", "Facility State", "Detainer Lift Reason",
  ])

  private static func cells(_ texts: [String]) -> String {
    "<row>" + texts.map { "<c t=\"str\"><v>\($0)</v></c>" }.joined() + "</row>"
  }

  private func open(_ bytes: [UInt8], as name: String = "x.xlsx") throws -> Dataset {
    try opened([name: bytes], [name])
  }

  private func findings(_ data: Dataset) -> [String] {
    data.diagnostics.map {
      let file = $0.file.split(separator: "/").last ?? ""
      return
        "\($0.severity.rawValue) \($0.code) \(file)\($0.row.map { ":\($0)" } ?? ""): \($0.message)"
    }
  }

  @Test func allSheetsWithAKnownHeaderAreOneRelease() throws {
    var workbook = WorkbookWriter(formats: ["mm/dd/yyyy"])
    let preamble = "<row><c t=\"str\"><v>Detainers</v></c></row><row r=\"6\"/>"
    workbook.sheets = [
      ("Cover", Self.cells(["Read me"])),
      (
        "FY2025",
        preamble + Self.header
          + "<row><c s=\"1\"><v>45600</v></c><c t=\"str\"><v>TEXAS</v></c></row>"
      ),
      ("Nothing", ""),
      (
        "FY2026",
        preamble + Self.header
          + "<row/><row r=\"10\"><c t=\"str\"><v>soon</v></c><c t=\"str\"><v>OHIO</v></c></row>"
      ),
    ]
    let data = try open(workbook.archive)
    #expect(data.table.rowCount == 2)
    #expect(data.table.report(0).period.name == "2024-11-02")
    #expect(data.table.line(0) == 8 && data.table.line(1) == 10)
    #expect(
      findings(data) == [
        "warning unreadable-date x.xlsx#FY2026:10: “soon” is not a date between 1900 and 2079; it is read as not known.",
        "note skipped-sheet x.xlsx: the sheet “Cover” has no header with a known date column in its first 1000 rows; it is passed over.",
        "note skipped-sheet x.xlsx: the sheet “Nothing” is empty; it is passed over.",
        "warning undated-row x.xlsx#FY2026:10: the row has no readable issue date; it is counted under no week.",
      ])
  }

  @Test func aSheetThatGoesOnWithoutAHeaderIsMissed() throws {
    var workbook = WorkbookWriter()
    workbook.sheets = [
      ("Part 1", Self.header + Self.cells(["2024-10-01", "TEXAS", "Lifted"])),
      ("Part 2", Self.cells(["2024-10-02", "TEXAS", "Lifted"])),
      ("Notes", Self.cells(["Run", "2024-10-02"]) + Self.cells(["By", "a clerk"])),
    ]
    let data = try open(workbook.archive)
    #expect(data.table.rowCount == 1)
    #expect(
      findings(data).sorted(by: >) == [
        "warning skipped-sheet x.xlsx: the sheet “Part 2” has no header, but rows like those of the sheet “Part 1”: none of them is counted; write the header above them and save the file.",
        "note skipped-sheet x.xlsx: the sheet “Notes” has no header with a known date column in its first 1000 rows; it is passed over.",
      ])
  }

  @Test func aCopiedSheetCountsOnceAndAHiddenOneIsNamed() throws {
    var workbook = WorkbookWriter()
    let rows = Self.header + Self.cells(["2024-10-01", "TEXAS", "Lifted"])
    workbook.sheets = [
      ("FY2025", rows), ("FY2025 (2)", rows),
      ("Old", Self.header + Self.cells(["2023-10-01", "TEXAS", "Lifted"])),
    ]
    workbook.changes["xl/workbook.xml"] = {
      $0.replacing("<sheet name=\"Old\"", with: "<sheet name=\"Old\" state=\"veryHidden\"")
    }
    let data = try open(workbook.archive)
    #expect(data.table.rowCount == 2)
    let found = findings(data).sorted(by: >)
    #expect(found.count == 2, "\(found)")
    #expect(found[0].hasPrefix("warning copy-of-source x.xlsx: "))
    #expect(
      found[0].hasSuffix(
        "the sheet “FY2025 (2)” is the same as “FY2025”; it is left out, so that nobody counts twice."
      ))
    #expect(found[1].hasPrefix("note hidden-sheet x.xlsx: "))
    #expect(found[1].hasSuffix("has a hidden sheet, “Old”, which is read like the others."))
  }

  @Test func aWorkbookOfOneSheetIsNamedAsAFileOfText() throws {
    let rows = Self.header + Self.cells(["2024-10-01", "TEXAS"]) + Self.cells(["then", "TEXAS"])
    let data = try open(WorkbookWriter(rows).archive)
    #expect(data.table.rowCount == 2)
    #expect(findings(data).allSatisfy { $0.contains(" x.xlsx:3: ") } && data.diagnostics.count == 2)
  }

  @Test func serialsWithoutADateFormatAreReadByTheCalendarOfTheWorkbook() throws {
    var workbook = WorkbookWriter(
      Self.header + "<row><c><v>41301</v></c></row><row><c><v>41301.75</v></c></row>")
    #expect(try open(workbook.archive).table.report(0).period.name == "2013-01-26")
    workbook.countsFrom1904 = true
    let data = try open(workbook.archive)
    #expect(data.table.report(0).period.name == "2017-01-28")
    #expect(data.table.report(1).period.name == "2017-01-28" && data.diagnostics.isEmpty)
  }

  @Test func theNameOfTheFileDoesNotMatterNorDoesGzipAroundIt() throws {
    let archive = WorkbookWriter(Self.header + Self.cells(["2024-10-01", "TEXAS"])).archive
    #expect(try open(archive, as: "odd ' name.csv").table.rowCount == 1)
    #expect(try open(gzip(archive), as: "x.xlsx.gz").table.rowCount == 1)
  }

  @Test func withoutAnyKnownHeaderThatIsWhatIsSaid() {
    var workbook = WorkbookWriter(Self.cells(["a", "b"]))
    workbook.sheets.append(("Other", Self.cells(["c", "d"])))
    #expect {
      _ = try open(workbook.archive)
    } throws: {
      "\($0)".contains("no row of it is a header with a known date column")
    }
  }

  @Test func progressNeverFallsOverAllSheetsAndEndsAtTheWhole() throws {
    var random = SeededGenerator(3)
    func rows() -> String {
      Self.header
        + (0..<20_000).map { _ in
          Self.cells([
            "2024-10-01", "TEXAS", "\(UInt64.random(in: 0...UInt64.max, using: &random))",
          ])
        }.joined()
    }
    var workbook = WorkbookWriter()
    workbook.sheets = [("One", rows()), ("Two", rows())]
    let archive = gzip(workbook.archive)
    try withTemporaryDirectory { folder in
      put(archive, at: "\(folder)/x.xlsx.gz")
      var loader = try Loader(["\(folder)/x.xlsx.gz"])
      var parts: [Double] = []
      try loader.finish {
        parts.append(Double($0.bytesDone) / Double($0.bytesTotal))
        return true
      }
      #expect(parts == parts.sorted() && Set(parts).count > 8)
      #expect((parts.first ?? 1) < 0.01 && (parts.last ?? 0) > 0.95 && (parts.last ?? 2) <= 1)
      #expect(loader.dataset.table.rowCount == 40_000)
      // Told to stop in the middle of the second sheet, it keeps the first.
      loader = try Loader(["\(folder)/x.xlsx.gz"])
      try loader.finish { $0.bytesDone * 10 < $0.bytesTotal * 7 }
      #expect(loader.dataset.table.rowCount == 20_000)
      #expect(loader.dataset.diagnostics.map(\.code) == [.cancelled])
    }
  }
}
