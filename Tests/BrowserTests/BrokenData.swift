import DetainerModel
import TestSupport

/// Data with a finding of every severity, made by hand.
let broken: Dataset = {
  var statement = Report.Statement()
  statement.declined = 1
  let january = Period(.week, containing: Day(packed: 42_763))
  var builder = TableBuilder(
    published: [Report(period: january, source: "p", kind: .published, statement: statement)])
  let travis = Jurisdiction(state: "TX", county: "Travis County", fips: "48453")
  let texas = Jurisdiction(state: "TX", county: "", fips: "")
  func site(_ facility: String, _ place: Jurisdiction, _ placement: Placement) -> Int {
    builder.site(
      Site(
        facility: facility, city: "AUSTIN", jurisdiction: builder.jurisdiction(place), aor: "",
        placement: placement))
  }
  builder.begin(Source(name: "p", file: "detainers/p.csv"))
  var row = TableBuilder.Row()
  row.period = january
  row.site = site("TRAVIS COUNTY JAIL", travis, .facilityName)
  for line in 2...3 {
    row.line = line
    builder.append(row)
  }
  let file = "detainers/a-release-with-quite-a-long-name-of-its-file.csv.gz"
  builder.begin(Source(name: "a", file: file))
  for line in 2...40 {
    var row = TableBuilder.Row()
    row.line = line
    row.issued = Day(packed: UInt16(42_000 + line * (line == 40 ? 3 : 1)))
    if line == 9 { row.lifted = row.issued.adding(-3) }
    row.site =
      line % 3 == 0
      ? site("TRAVIS COUNTY JAIL", travis, .facilityName)
      : site("A FACILITY OF THE STATE \(line % 2)", texas, .none)
    if line % 4 != 0 { row.texts[8] = builder.text("MEXICO", column: 8) }
    if line > 36 { row.texts[10] = builder.text("男女", column: 10) }
    builder.append(row)
  }
  let findings = [
    Diagnostic(
      .unreadableCount, file: file, row: 41, column: "count",
      "“many” is not a count; the row is left out."),
    Diagnostic(
      .raggedRow, file: file, row: 42,
      "the row has 3 of 6 cells; the missing ones are read as empty."),
    Diagnostic(
      .raggedRow, file: file, count: 1234,
      "1234 more of this kind are not listed one by one; there are 1235 in all."),
    Diagnostic(
      .unrecognisedFile, file: "notes.doc",
      "notes.doc is no table that is known here and is not read."),
  ]
  return Dataset(
    places: sample.places, table: builder.finished(), diagnostics: findings, title: "Broken")
}()
