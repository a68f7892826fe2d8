import DetainerFormats
import DetainerModel
import Foundation
import TestSupport
import Testing

/// What readers find: every kind has its line in the one table, and every finding is counted.
@Suite struct DiagnosticLogTests {
  @Test func everyCodeOfTheTableIsGivenBySomebody() throws {
    let sources = checkout + "/Sources"
    var given: Set<String> = []
    for name in try FileManager.default.subpathsOfDirectory(atPath: sources)
    where name.hasSuffix(".swift") && !name.hasSuffix("FindingCode.swift") {
      let text = try String(contentsOfFile: sources + "/" + name, encoding: .utf8)
      given.formUnion(text.matches(of: /\.([a-zA-Z]+)/).map { $0.1.lowercased() })
    }
    for code in FindingCode.allCases {
      let name = code.rawValue.split(separator: "-").joined()
      #expect(given.contains(name), "\(code) is in the table and nobody gives it")
    }
    #expect(FindingCode.allCases.count > 20)
  }

  @Test func aThousandBadRowsAreAThousandFindingsAHundredWithTheirRow() throws {
    let rows = (0..<1000).map { "many\($0),TX" }.joined(separator: "\n")
    let found = try opened(["a.csv": "count,state,week\n1,TX,2015-01-03\n\(rows)\n"]).diagnostics
    let bad = found.filter { $0.code == .unreadableCount }
    #expect(bad.count == 101 && bad.count(of: .error) == 1000)
    #expect(bad.first?.row == 3 && bad.last?.row == nil && bad.last?.severity == .error)
    #expect(
      bad.last?.message
        == "900 more of this kind are not listed one by one; there are 1,000 in all.")
  }

  @Test func fipsCodesThatNameNoCountyOrAnotherOneAreErrorsWithTheirRow() throws {
    let found = try opened([
      "reports.csv": "week,source\n2017-01-28,p\n",
      "issued.csv": """
      week,source,rank,county,state,county_fips
      2017-01-28,p,1,Travis County,TX,48453
      2017-01-28,p,2,Travis,TX,48453
      2017-01-28,p,3,Travis County,TX,99999
      2017-01-28,p,4,Bexar County,TX,48453
      2017-01-28,p,5,Travis County,CO,48453
      2017-01-28,p,6,New York City,NY,

      """,
      "policies.csv": "jurisdiction,state,county_fips\nTravis County,TX,48453\nBoulder,CO,06001\n",
      "corrections.csv": "id,weeks,jurisdiction,state,county_fips\n"
        + "E1,2017-01-28,Travis|Boulder,TX|CO,48453|08013\nE2,2017-01-28,Travis,TX,48453|8013\n",
    ]).diagnostics.filter { $0.severity == .error && $0.code != .repeatedEntry }
    #expect(
      found.sorted { ($0.file, $0.row ?? 0) < ($1.file, $1.row ?? 0) }
        .map { "\($0.code) \($0.description)" } == [
          "unknown-county corrections.csv:3: “8013” is the FIPS code of no county.",
          "unknown-county issued.csv:4: “99999” is the FIPS code of no county.",
          "county-mismatch issued.csv:5: 48453 is Travis County, TX, but the row says Bexar County, TX.",
          "county-mismatch issued.csv:6: 48453 is Travis County, TX, but the row says Travis County, CO.",
          "county-mismatch policies.csv:3: 06001 is Alameda County, CA, but the row says Boulder, CO.",
        ])
  }

  @Test func dataOfWhichNothingCanBeReadTellsAllThatWasFound() throws {
    let error = #expect(throws: LoadError.self) {
      try opened(["x.csv": "a,b\n1,2\n", "notes.doc": "x"])
    }
    #expect(
      error?.findings.map(\.code.rawValue).sorted() == ["no-known-columns", "unrecognised-file"])
  }
}
