import DetainerModel
import Screen
import TestSupport
import Testing

@testable import Browser

/// What the export dialog lets one choose, and what follows from it.
@Suite struct ExportDialogTests {
  private func request(_ keys: String, data: Dataset = sample) throws -> ExportRequest {
    let session = try Session("80x24", keys: keys, data: data)
    switch session.effects.last {
    case .export(let request), .printAtEnd(let request): return request
    default: throw NameError("nothing is exported", session.screen, among: [])
    }
  }

  /// From the path up to a line of the dialog.
  private func up(_ lines: Int) -> String { String(repeating: "<Up>", count: lines) }

  @Test func columnsAreChosenAndPutIntoAnotherOrder() throws {
    // The second is left out, and the first goes behind the third.
    let keys = "e" + up(4) + "<Enter>j<Space>kkJJ<Enter>"
    #expect(
      try request(keys + "<Down><Down><Down><Down><Enter>").listing.columns.map(\.name) == [
        "county_fips", "state", "issued", "resolved", "declined", "declined_most", "listed",
        "corrections",
      ])
    #expect(try Session("80x24", keys: keys).contains("8 of 9 columns: county_fips state issued"))
  }

  @Test func withoutAColumnNothingIsWritten() throws {
    let session = try Session("80x24", keys: "e" + up(4) + "<Enter>*<Enter><Up><Up><Enter>")
    #expect(session.contains("choose a column first") && session.effects.isEmpty)
  }

  @Test func theChoiceOfColumnsIsKeptInAnotherScope() throws {
    var session = try Session("80x24", keys: "le" + up(4) + "<Enter><Space><Enter><Up>")
    #expect(session.contains("36 of 37 columns") || session.contains("of "))
    let before = session.screen.split(separator: "\n").first { $0.contains(" Columns") }
    try session.press("<Right><Right>")
    #expect(session.contains("all records that pass the filter"))
    #expect(session.screen.split(separator: "\n").first { $0.contains(" Columns") } == before)
  }

  @Test func theOptionsAreThoseOfTheFormat() throws {
    let options = "e" + up(2) + "<Enter>"
    let request = try request(options + "j<Space><Enter><Down><Down><Enter>")
    #expect(request.form == .csvForExcel)
    #expect(
      try Session("80x24", keys: options + "j<Space>").screen.split(separator: "\n")
        .filter { $0.contains("[x]") }.count == 5)
    #expect(
      try self.request("e<C-u>x.json<Up><Up><Enter><Space><Enter><Down><Down><Enter>").path
        == "x.json.gz")
    #expect(
      try Session("80x24", keys: "e<C-u>x.xlsx" + up(2) + "<Enter>").contains("has no options"))
  }

  @Test func aPackedFileIsSeenByItsEnding() throws {
    let request = try request("e<C-u>x.ndjson.gz<Enter>")
    #expect(request.form.isPacked && request.form.format == .ndjson)
    let session = try Session("80x24", keys: "e<C-u>x.csv.gz" + up(3) + "<Right>")
    #expect(session.contains("File    x.tsv.gz"))
    #expect(
      try Session("80x24", keys: "e<C-u>x.csv.gz" + up(3) + "<Left><Left>").contains("File    x/"))
  }

  @Test func rowsGoToTheClipboardInTheFormatThatIsChosen() throws {
    let session = try Session("80x24", keys: "e<Up><Right>" + up(2) + "<Right><Right><Enter>")
    guard case .copy(let copying) = session.effects.last,
      case .rows(let listing, let form) = copying.content
    else {
      Issue.record("nothing is copied: \(session.screen)")
      return
    }
    #expect(form.format == .json && listing()?.rowCount == 25)
    #expect(!session.contains("┌ Export"))
  }

  @Test func rowsGoToACommand() throws {
    let session = try Session("80x24", keys: "e<Up><Right><Right><Down>wc -l<Enter>")
    #expect(
      session.effects == [
        .pipe(PipeRequest(command: "wc -l", form: ExportForm(.csv)) { nil })
      ])
  }

  @Test func rowsArePrintedAtTheEnd() throws {
    let keys = "e<Up><Left><Enter>"
    #expect(try request(keys).listing.rowCount == 25)
    #expect(
      try Session("80x24", keys: keys).contains("25 rows will be printed when the program ends"))
  }

  @Test(arguments: [
    ("e", "ddor-2017-01-28-jurisdictions.csv"), ("he", "ddor-weeks.csv"),
    ("/state:tx<Enter>e", "ddor-2017-01-28-tx-jurisdictions.csv"),
    ("D/-county:clark type:I247<Enter>he", "ddor-not-clark-i247-weeks.csv"),
    ("fe", "ddor-2017-01-28-by-state.csv"), ("hfe", "ddor-by-state.csv"),
    ("]=e", "ddor-2017-02-04-2017-01-28-compare.csv"),
    ("=e", "ddor-2017-01-28-2017-02-04-compare.csv"),
    ("le", "ddor-2017-01-28-tx-travis-county-detainers.csv"),
    ("gte", "ddor-tx-travis-county-trend-by-week.csv"), ("hgte", "ddor-trend-by-week.csv"),
    ("lfe", "ddor-2017-01-28-tx-travis-county-by-crime.csv"),
    ("gxe", "ddor-tx-travis-county-corrections.csv"),
    ("gpe", "ddor-policies.csv"),
  ])
  func theNameTellsWeekAndFilter(keys: String, name: String) throws {
    #expect(try Session("120x40", keys: keys).contains("File    \(name)"))
  }

  @Test func theCommandThatGivesTheRowsAgainGoesWithThem() throws {
    #expect(try request("hfe<Enter>").command == "ddor count --by state --filter outcome:declined")
    #expect(try request("<Space>e<Enter>").command.isEmpty, "no command knows the marks")
  }

  @Test func pathsOfTheSessionComeBack() throws {
    var session = try Session("80x24", keys: "e<C-u>a.csv<Enter>")
    session.take(.exported(.written("25 rows written to /tmp/a.csv", path: "a.csv")))
    #expect(session.contains("25 rows written to /tmp/a.csv"))
    try session.press("e<C-p>")
    #expect(session.contains("File    a.csv"))
  }

  @Test func howFarTheWritingIsStandsOnTheStatusLineAndItIsCancelled() throws {
    var session = try Session("80x24", keys: "e<Enter>")
    session.take(.exporting(rows: 12))
    #expect(session.contains("WRITING 12 of 25 rows  C-c cancels"))
    try session.press("x<C-c>")
    #expect(session.effects.last == .cancelExport)
    session.take(.exported(.failed("Writing was cancelled; nothing was changed.")))
    #expect(session.contains("Writing was cancelled") && !session.contains("WRITING"))
  }

  @Test(arguments: ["1x1", "20x5", "40x12", "56x16", "80x24", "200x60"])
  func itFitsAtEverySize(size: String) throws {
    for keys in [
      "e", "e" + up(4) + "<Enter>GG", "e" + up(2) + "<Enter>", "e<Up><Right>", "|x", "|",
    ] {
      try Session(size, keys: keys).expectWhole("\(size) \(keys)")
    }
  }
}
