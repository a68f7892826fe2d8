import DetainerModel
import TestSupport
import Testing

@testable import DetainerFormats

/// An export of detainers, opened alone, says of each row what it said before (rule 12 of the data).
@Suite struct ListingAgainTests {
  /// The rows of a selection as they are exported.
  private func export(_ data: Dataset, _ filter: String = "") throws -> String {
    let selection = try Selection(Query(FilterParser.parse(filter)), in: data)
    return try written(selection.detainersListing(selection.detainers()), as: .csv)
  }

  private func counts(_ data: Dataset, by key: GroupKey) throws -> [String: Int] {
    let selection = try Selection(Query(), in: data)
    var counts: [String: Int] = [:]
    for row in selection.detainers() {
      let place = data.table.jurisdiction(row)
      let outcome = data.table.outcome(row)?.name ?? ""
      counts["\(key == .state ? place.state : "") \(outcome)", default: 0] += data.table.count(row)
    }
    return counts
  }

  @Test func declinesOfPublishedReportsStayDeclines() throws {
    let text = try export(sample, "week:>=2017-01-28")
    let again = try opened(text: text, as: "export.csv")
    #expect(again.table.rowCount == 46)
    #expect(again.diagnostics.map(\.code).contains(.exportedRows), "it is built now, and says so")
    let groups = try Selection(Query(), in: again).groups(by: [.outcome])
    #expect(groups.map { $0.keys[0].text(withState: false) } == ["declined"])
    #expect(groups.map(\.known) == [Known(46)])
    let published = try Selection(Query(FilterParser.parse("week:>=2017-01-28")), in: sample)
    var listed: [String: Int] = [:]
    for row in published.detainers() {
      listed[sample.table.jurisdiction(row).state, default: 0] += 1
    }
    let states = try Selection(Query(), in: again).groups(by: [.state])
    #expect(
      Dictionary(
        uniqueKeysWithValues: states.map { ($0.keys[0].text(withState: false), $0.listed) })
        == listed)
    #expect(states.allSatisfy { $0.declined == $0.listed })
    // Every row stays in the week that the export names.
    let weeks = Dictionary(grouping: 0..<46) { again.table.report($0).period.name }
    let before = Dictionary(grouping: published.detainers()) { sample.table.report($0).period.name }
    #expect(weeks.mapValues(\.count) == before.mapValues(\.count))
    // The second export is the first, but for where the rows stand.
    let cells = { (text: String) in records(text).map { Array($0[4...]) + [$0[0]] } }
    #expect(try cells(export(again)) == cells(text))
  }

  @Test func everyOutcomeComesBack() throws {
    let data = try opened([
      "a.csv": WithoutLiftReasonsTests.silent, "b.csv": WithoutLiftReasonsTests.other,
      "c.csv": "week,state,county,lift_reason,count\n2025-01-04,TX,Travis,Lifted,7\n",
    ])
    let again = try opened(text: export(data), as: "export.csv")
    #expect(try counts(again, by: .state) == counts(data, by: .state))
    #expect(try counts(again, by: .state)["TX "] == 2 && again.table.rowCount == 7)
    #expect(
      !again.diagnostics.map(\.code).contains { [.noLiftReasons, .exportedRows].contains($0) })
  }

  @Test func anOutcomeElsewhereIsAColumnOfTheRelease() throws {
    let data = try opened(
      text: "Detainer Prepare Date,Outcome,Lift Reason\n2025-01-06,declined,Lifted\n")
    #expect(data.table.outcome(0) == .released)
    #expect(data.table.otherValues(0).map(\.name) == ["Outcome"])
  }

  @Test func aWordThatIsNotAnOutcomeLeavesItToTheLiftReason() throws {
    let head = "week,source,file,row,outcome,issued,lift_reason,state\n"
    let data = try opened(
      text: head + ",x,x.csv,2,gone,2025-01-06,Lifted,TX\n,x,x.csv,3,,2025-01-06,Lifted,TX\n"
        + ",x,x.csv,4,Declined,2025-01-06,,TX\n")
    #expect((0..<3).map { data.table.outcome($0) } == [.released, nil, .declined])
  }
}
