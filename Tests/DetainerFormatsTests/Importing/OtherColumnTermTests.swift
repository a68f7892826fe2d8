import DetainerModel
import TestSupport
import Testing

@testable import DetainerFormats

/// `other:"column name"=value`: columns without a name of ours, read again from the file.
@Suite struct OtherColumnTermTests {
  static let release = #"""
    Detainer Prepare Date,Lift Reason,Facility State,Case Status,Felon,Source,Subject Name
    2024-10-01,Lifted,TEXAS,ACTIVE,"Both (drug, other)",x,A
    2024-10-02,,TEXAS,"8-Excluded, ""Removed""",NA,y,B
    2024-10-03,,OHIO,,Drugs,,C
    """#

  private func rows(_ data: Dataset, _ filter: String) throws -> [Int] {
    try Selection(Query(FilterParser.parse(filter)), in: data).detainers().map(data.table.line)
  }

  private func refusal(_ data: Dataset, _ filter: String) throws -> String {
    let error = #expect(throws: FilterError.self) { try rows(data, filter) }
    return error?.description ?? ""
  }

  private static let terms: [(Named<String>, [Int])] = [
    ("other:\"Case Status\"=active", [2]), ("other:\"case status\"=ACT,excl", [2, 3]),
    ("other:\"case  status\"==active", [2]), ("other:\"case status\"==activ", []),
    ("-other:\"Case Status\"=active", [3, 4]), ("other:\"Case Status\"=none", [4]),
    ("other:Felon=/^drugs$|^both/", [2, 4]), ("other:felon=none", [3]),
    ("-other:felon=none", [2, 4]), ("other:felon=\"(drug, other)\"", [2]),
    ("other:source=x", [2]), ("other:release_source=y", [3]),
    ("state:tx other:felon=drug", [2]), ("outcome:pending -other:felon=drugs", [3]),
  ]

  @Test(arguments: terms)
  func columnsOfTheFileAreFields(_ filter: Named<String>, _ lines: [Int]) throws {
    #expect(try rows(opened(text: Self.release), filter.value) == lines)
    // As it is written it is read.
    let parsed = try FilterParser.parse(filter.value)
    #expect(try FilterParser.parse(parsed.text) == parsed)
  }

  @Test(arguments: ["r.csv.gz", "r.xlsx", "r.zip"])
  func whateverTheFileIsPackedIn(name: String) throws {
    var zip = ZipWriter()
    zip.add("in.csv", Self.release)
    let bytes =
      switch name {
      case "r.xlsx": WorkbookWriter(sheet(of: Self.release)).archive
      case "r.zip": zip.archive
      default: gzip(Self.release)
      }
    let data = try opened([name: bytes], [name])
    for (filter, lines) in Self.terms {
      #expect(try rows(data, filter.value) == lines, "\(filter.value)")
    }
  }

  @Test func columnsOfParquetFilesToo() throws {
    let data = try ParquetFixture.opened(ParquetFixture.bytes("rows/pandas"))
    let all = (0..<data.table.rowCount).filter { row in
      data.table.otherValues(row).contains {
        $0.name == "port_of_departure" && $0.value == "Añasco"
      }
    }
    #expect(!all.isEmpty && all.count < data.table.rowCount)
    let found = try Selection(
      Query(FilterParser.parse("other:PORT_OF_DEPARTURE==anasco")), in: data)
    #expect(found.detainers() == all)
  }

  @Test func filesWithoutTheColumnSayNothing() throws {
    let data = try opened([
      "a.csv": Self.release, "b.csv": "Prepare Date,Lift Reason,State\n2024-10-01,,TX\n",
    ])
    #expect(try rows(data, "source:b other:felon=none") == [2])
    #expect(try rows(data, "source:b other:felon=drugs") == [])
    #expect(try rows(data, "source:b -other:felon=drugs") == [2])
  }

  @Test func aColumnThatIsNotThereIsNamedWithTheNearest() throws {
    let data = try opened(text: Self.release)
    #expect(
      try refusal(data, "state:tx other:\"case stats\"=x")
        == "Filter, column 10, “case stats”: no file has a column of this name; did you mean “Case Status”?"
    )
    #expect(
      try refusal(data, "other:qqqqqqqqqqqqqqqqqqqqqqqqqqqqqq=x")
        .hasSuffix("The others are “Case Status”, “Felon”, “Source”."))
    // Names of persons are not read, and not told.
    #expect(try !refusal(data, "other:\"subject name\"=a").contains("Subject"))
    #expect(
      try refusal(opened(text: "Prepare Date,Lift Reason\n2024-10-01,\n"), "other:x=y")
        .hasSuffix("no file has columns beside those that are fields of their own."))
    #expect(try refusal(data, "other:felon").contains("write other:\"column name\"=value"))
    #expect(try refusal(data, "other:=x").contains("write other:\"column name\"=value"))
    #expect(try refusal(data, "othr:felon=x").contains("did you mean “other:”?"))
  }

  @Test func onlyRowsThatOtherTermsLeaveAreReadAndOnlyOnce() throws {
    var data = try opened(text: Self.release)
    let log = ReadLog(try #require(data.table.originals.first ?? nil))
    data.table.originals = [log]
    #expect(try rows(data, "other:felon=drug state:oh") == [4])
    #expect(log.lines.sorted() == [4])
    #expect(try rows(data, "-other:felon=drug state:tx") == [3])
    #expect(log.lines.sorted() == [2, 3, 4])
    #expect(try rows(data, "other:felon=drug") == [2, 4])
    #expect(log.lines.sorted() == [2, 3, 4], "what was read is not read again")
    // What nobody waits for any more is not read, and not taken for an answer.
    let asked = try Query(FilterParser.parse("other:felon=both"))
    _ = try Selection(asked, in: data, isCancelled: { true })
    #expect(log.lines.count == 3)
    #expect(try rows(data, "other:felon=both") == [2])
  }
}

/// Records that note which of them are read.
private final class ReadLog: OriginalRecords, @unchecked Sendable {
  private let records: any OriginalRecords
  private(set) var lines: [Int] = []

  init(_ records: any OriginalRecords) { self.records = records }

  var names: [String] { records.names }
  var hasPersons: Bool { records.hasPersons }
  func values(line: Int) -> [String] { records.values(line: line) }
  func record(line: Int) -> [(name: String, value: String)] { records.record(line: line) }
  func person(line: Int) -> String { records.person(line: line) }
  func value(_ column: Int, line: Int) -> String {
    lines.append(line)
    return records.value(column, line: line)
  }
}
