import DetainerModel
import Testing

/// A line of a file that a test makes by hand.
struct Line {
  var issued = ""
  var lifted = ""
  var week = ""
  var count = 1
  var place = Jurisdiction.none
  var facility = ""
  var city = ""
  var aor = ""
  var placement = Placement.none
  var birthYear = 0
  var isDuplicate = false
  var texts: [DetainerField: String] = [:]
}

/// A file that a test makes by hand; its first line stands in row 2.
struct TestFile {
  var name: String
  var isTally = false
  var lines: [Line]

  init(_ name: String, isTally: Bool = false, _ lines: [Line]) {
    self.name = name
    self.isTally = isTally
    self.lines = lines
  }
}

let travis = Jurisdiction(state: "TX", county: "Travis County", fips: "48453")
let texas = Jurisdiction(state: "TX", county: "", fips: "")

func day(_ text: String) -> Day {
  guard let span = ClosedRange<Day>(naming: text) else { return .none }
  return span.lowerBound
}

/// The identifiers of persons in a file whose first line stands in row 2.
struct Persons: OriginalRecords {
  let ofLine: [String]
  var names: [String] { [] }
  func values(line: Int) -> [String] { [] }
  func value(_ column: Int, line: Int) -> String { "" }
  func record(line: Int) -> [(name: String, value: String)] { [] }
  var hasPersons: Bool { ofLine.contains { !$0.isEmpty } }
  func person(line: Int) -> String { ofLine[line - 2] }
}

/// The data of some files; a file's name is that of its source.
func data(_ files: [TestFile], published: [Report] = []) -> Dataset {
  var builder = TableBuilder(published: published)
  for file in files {
    let source = String(file.name.split(separator: "/").last ?? "")
    builder.begin(Source(name: source, file: file.name + ".csv"))
    if file.isTally { builder.markTally() }
    for (index, line) in file.lines.enumerated() {
      var row = TableBuilder.Row()
      row.line = index + 2
      row.issued = day(line.issued)
      row.lifted = day(line.lifted)
      row.period = Period(.week, containing: day(line.week))
      row.count = line.count
      row.birthYear = line.birthYear
      row.isDuplicate = line.isDuplicate
      row.site = builder.site(
        Site(
          facility: line.facility, city: line.city,
          jurisdiction: builder.jurisdiction(line.place), aor: line.aor,
          placement: line.placement))
      for (field, text) in line.texts {
        if let column = field.textIndex { row.texts[column] = builder.text(text, column: column) }
      }
      builder.append(row)
    }
    builder.keep(Persons(ofLine: file.lines.map { $0.texts[.person] ?? "" }))
  }
  return Dataset(
    places: Places(
      states: [
        .init(code: "TX", name: "Texas", releaseName: "TEXAS", kind: "state"),
        .init(code: "CO", name: "Colorado", releaseName: "COLORADO", kind: "state"),
      ],
      counties: [.init(jurisdiction: travis, name: "Travis", kind: "County", aor: "SNA")],
      aors: [.init(code: "SNA", office: "San Antonio")]),
    table: builder.finished())
}

/// A published report that states this many declined detainers.
func report(_ week: String, _ source: String, declined: Int?) -> Report {
  var statement = Report.Statement()
  statement.declined = declined
  return Report(
    period: Period(.week, containing: day(week)), source: source, kind: .published,
    statement: statement)
}

func figure(
  _ key: Figure.Key, _ number: Int, week: String = "2017-01-28", source: String = "p", line: Int = 0
) -> Figure {
  Figure(
    period: Period(.week, containing: day(week)), source: source, measure: "declined", key: key,
    value: "\(number)", number: number, line: line)
}

extension Health {
  /// The findings of a kind as `file:row: sentence`.
  func said(_ code: FindingCode) -> [String] {
    findings.filter { $0.code == code }.map(\.description)
  }
}
