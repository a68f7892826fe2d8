import DetainerModel
import TestSupport
import Testing

@testable import Browser

/// What published reports say by outcome.
@Suite struct OutcomeCountTests {
  @Test func noReportStatesIssuedByOutcome() throws {
    let filter = try FilterParser.parse("week:2017-01-28")
    let selection = try Selection(Query(filter), in: sample)
    let groups = try selection.groups(by: [.outcome])
    #expect(groups.map(\.declined) == [206] && groups.map(\.issued) == [nil])
    let places = try selection.groups(by: [.outcome, .jurisdiction])
    #expect(places.allSatisfy { $0.issued == nil && ($0.declined != nil || $0.listed > 0) })
  }
}
