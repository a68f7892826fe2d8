import DetainerModel
import TestSupport
import Testing

/// The weeks before one, counted in one go, against counting each week by itself.
@Suite struct RecentDeclinesTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func sameAsCountingWeekByWeek(seed: UInt64) throws {
    var random = SeededGenerator(seed &+ 900)
    var rows = OracleTests.rows(&random)
    if seed % 2 == 1 { OracleTests.addLiftDates(&rows, &random) }
    let dataset = OracleTests.dataset(rows)
    let text = random.pick(["", "state:tx", "outcome:declined", "crime:assault -county:clark"])
    let query = Query(try FilterParser.parse(text), dropsDuplicates: random.below(2) == 0)
    let selection = try Selection(query, in: dataset)
    for report in selection.chosenReports.map({ dataset.table.reports[$0] }) {
      let recent = try RecentDeclines(upTo: report, in: selection)
      guard report.period.isKnown else {
        #expect(recent.periods.isEmpty && recent.coveredPeriods == 0)
        continue
      }
      let ofSource = selection.chosenReports.map { dataset.table.reports[$0] }
        .filter { $0.source == report.source }
      #expect(recent.periods.last == report.period && recent.periods.count <= 12)
      var covered = 0
      for (index, week) in recent.periods.enumerated() {
        guard let other = ofSource.first(where: { $0.period == week }) else {
          #expect(recent[.none][index] == nil, "a gap is not a zero")
          continue
        }
        covered += 1
        let only = try selection.narrowed(by: Filter(terms: other.terms))
        for group in try only.groups(by: [.jurisdiction]) {
          guard case .jurisdiction(let place) = group.keys[0] else { continue }
          #expect(recent[place][index] == group.declined, "\(place) in \(week.name) under \(text)")
        }
      }
      #expect(recent.coveredPeriods == covered)
      #expect(recent.periods.first.map { week in ofSource.contains { $0.period == week } } == true)
    }
  }
}
