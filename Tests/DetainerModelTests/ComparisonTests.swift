import TestSupport
import Testing

@testable import DetainerModel

/// Two selections held against each other, against a naive comparison of their groups.
@Suite struct ComparisonTests {
  @Test(arguments: 0..<30 as Range<UInt64>)
  func sameAsComparingGroupByGroup(seed: UInt64) throws {
    var random = SeededGenerator(seed &+ 500)
    let dataset = OracleTests.dataset(OracleTests.rows(&random))
    let source = random.pick(["tally", "alpha", "beta"])
    func selection(_ filter: String) throws -> Selection {
      try Selection(Query(FilterParser.parse("\(filter) source:\(source)")), in: dataset)
    }
    let before = try selection("issued:2014-12-01..2015-01-15")
    let after = try selection("issued:2015-01-16..2015-03-31")
    let key = random.pick([GroupKey.state, .crime, .jurisdiction, .gender])
    let measure = random.pick(ComparedCount.allCases)
    func counts(_ selection: Selection) throws -> [[KeyValue]: Int] {
      Dictionary(
        uniqueKeysWithValues: try selection.groups(by: [key]).compactMap { group in
          measure.measure.value(of: group).map { (group.keys, Int($0)) }
        })
    }
    let (earlier, later) = (try counts(before), try counts(after))
    let rows = try before.compared(with: after, by: [key], measure: measure)
    #expect(Set(rows.map(\.keys)) == Set(earlier.keys).union(later.keys))
    #expect(rows.count == Set(rows.map(\.keys)).count)
    for row in rows {
      // Of records nothing is silent: who has no row has none.
      #expect(row.before == Known(earlier[row.keys] ?? 0))
      #expect(row.after == Known(later[row.keys] ?? 0))
      #expect(row.difference == (later[row.keys] ?? 0) - (earlier[row.keys] ?? 0))
    }
    #expect(
      rows.reduce(0) { $0 + ($1.difference ?? 0) }
        == later.values.reduce(0, +) - earlier.values.reduce(0, +))
    let known = rows.filter { !$0.keys[0].isUnknown }
    #expect(Array(rows.prefix(known.count)) == known, "what is not known comes last")
    for (a, b) in zip(known, known.dropFirst()) {
      #expect(abs(a.difference ?? 0) >= abs(b.difference ?? 0))
    }
  }

  /// A city that records do not name lies in the counties that they do name (rule 4 of what is not
  /// known); a place of records without rows has none.
  @Test(arguments: [
    (ComparedCount.declined, Known(least: 0, most: 3)), (.issued, Known(least: 0, most: 5)),
    (.resolved, Known(least: 0, most: 3)),
  ])
  func aCityThatRecordsDoNotNameIsNotKnown(measure: ComparedCount, before: Known) throws {
    let austin = Jurisdiction(state: "TX", county: "Austin", fips: "")
    let hays = Jurisdiction(state: "TX", county: "Hays", fips: "")
    func line(_ issued: String, _ place: Jurisdiction, _ count: Int, declined: Bool = false) -> Line
    {
      Line(
        issued: issued, count: count, place: place,
        texts: declined ? [.liftReason: "Detainer Declined by LEA"] : [:])
    }
    var records = data(
      [
        TestFile(
          "r",
          [
            line("2014-11-03", travis, 3, declined: true), line("2014-11-03", texas, 2),
            line("2014-11-10", hays, 4, declined: true),
          ])
      ], published: [report("2017-01-28", "p", declined: 206)])
    records.figures = [figure(.jurisdiction(austin), 2)]
    func selection(_ filter: String) throws -> Selection {
      try Selection(Query(FilterParser.parse(filter)), in: records)
    }
    let first = try selection("week:2014-11-01")
    let side = try ComparisonSide(first, by: [.jurisdiction], measure.measure)
    #expect(side.known([.jurisdiction(austin)]) == before)
    #expect(side.known([.jurisdiction(hays)]) == .zero)
    let narrowed = try ComparisonSide(
      selection("week:2014-11-01 county:austin"), by: [.jurisdiction], measure.measure)
    #expect(narrowed.known([.jurisdiction(austin)]) == before)
    let rows = try first.compared(
      with: selection("week:2017-01-28"), by: [.jurisdiction], measure: measure)
    #expect(rows.first { $0.keys == [.jurisdiction(austin)] }?.change ?? .unknown == .unknown)
  }

  @Test(
    arguments: [
      (Known(0), Known(2), .new), (Known(0), Known(least: 2, most: nil), .new),
      (Known(2), Known(0), .gone), (Known(least: 2, most: 9), Known(0), .gone),
      (Known(1), Known(2), .up), (Known(2), Known(1), .down), (Known(2), Known(2), .same),
      (Known(0), Known(0), .same), (Known(142), Known(least: 0, most: 2), .down),
      (Known(least: 0, most: 2), Known(10), .up), (Known(5), Known(least: 0, most: 8), .unknown),
      (Known(0), Known(least: 0, most: 8), .unknown), (.unknown, Known(2), .unknown),
      (.unknown, .unknown, .unknown),
      (Known(least: 2, most: 3), Known(least: 2, most: 3), .unknown),
      (Known(2), Known(least: 3, most: nil), .up),
    ] as [(Known, Known, Change)])
  func changesHaveTheirWord(before: Known, after: Known, change: Change) {
    let row = ComparisonRow(keys: [.text("TX")], before: before, after: after)
    #expect(row.change == change)
    let rest = ComparisonRow(keys: [.notItemised(state: "TX")], before: before, after: after)
    #expect(rest.change == nil && rest.difference == nil && rest.before == before)
  }
}
