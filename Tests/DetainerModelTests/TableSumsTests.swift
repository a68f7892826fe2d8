import TestSupport
import Testing

@testable import DetainerModel

/// What is summed up of all rows, against a look at each of them.
@Suite struct TableSumsTests {
  private static func dataset(_ seed: Int) -> Dataset {
    var random = SeededGenerator(UInt64(seed))
    var rows = OracleTests.rows(&random)
    if seed % 2 == 0 { OracleTests.addLiftDates(&rows, &random) }
    if seed % 3 == 0 { OracleTests.silence(&rows, of: "beta") }
    return OracleTests.dataset(rows)
  }

  @Test(arguments: 0..<30)
  func theyAreThoseOfTheRows(seed: Int) {
    let dataset = Self.dataset(seed)
    let table = dataset.table
    let sums = TableSums(dataset)
    #expect(sums.fit(table))
    var reports = Array(repeating: SIMD8<Int>(), count: table.reports.count)
    var sites = Array(repeating: SIMD8<Int>(), count: table.sites.count)
    for row in 0..<table.rowCount {
      let outcome = Int(table.outcome[row])
      reports[table.report[row]][outcome] += table.count(row)
      sites[table.site[row]][outcome] += table.count(row)
      guard let issue = table.issueReport else { continue }
      reports[issue[row]][Tally.Part.issued] += table.count(row)
      sites[table.site[row]][Tally.Part.issued] += table.count(row)
    }
    #expect(sums.reports == reports)
    #expect(sums.sites == sites)
    for (report, days) in sums.ends.enumerated() {
      let rows = (0..<table.rowCount).filter {
        table.report[$0] == report && table.date($0).isKnown
      }
      #expect(days.rows == rows.count)
      #expect(rows.isEmpty || days.first == rows.map { table.date($0) }.min())
      #expect(rows.isEmpty || days.last == rows.map { table.date($0) }.max())
    }
  }

  @Test(arguments: 0..<30)
  func whatIsKeptGivesTheAnswersOfTheRows(seed: Int) throws {
    let dataset = Self.dataset(seed)
    var kept = Self.dataset(seed)
    kept.knownSums = TableSums(dataset)
    for filter in ["", "state:tx", "-outcome:pending", "week:2015-01-03..2015-03-01", "-state:nm"] {
      let query = Query(try FilterParser.parse(filter))
      let (all, quick) = (try Selection(query, in: dataset), try Selection(query, in: kept))
      for keys in [[GroupKey.state], [.county], [.week, .source], [.source], [.facility], [.aor]] {
        let groups = all.uncheckedGroups(by: keys).ordered(by: .key(0), keys: keys)
        #expect(quick.uncheckedGroups(by: keys).ordered(by: .key(0), keys: keys) == groups)
      }
      #expect(quick.weeks() == all.weeks())
    }
  }

  @Test func theyAreNoneOnceTheRecordsAreOthers() {
    var dataset = Self.dataset(1)
    dataset.knownSums = TableSums(dataset)
    #expect(dataset.knownSums != nil)
    dataset.table = Self.dataset(2).table
    #expect(dataset.knownSums == nil)
  }
}
