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
      #expect(row.before == earlier[row.keys] && row.after == later[row.keys])
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

  @Test(
    arguments: [
      (nil, 2, Change.new), (0, 2, .new), (2, nil, .gone), (2, 0, .gone), (1, 2, .up),
      (2, 1, .down),
      (2, 2, .same), (0, nil, .same), (nil, 0, .same),
    ] as [(Int?, Int?, Change)])
  func changesHaveTheirWord(before: Int?, after: Int?, change: Change) {
    let row = ComparisonRow(keys: [.text("TX")], before: before, after: after)
    #expect(row.change == change)
  }
}
