import DetainerModel
import TestSupport
import Testing

@testable import Browser

/// Figures that are stated over several weeks together.
@Suite struct SeveralWeeksTests {
  @Test func aFigureOverSeveralWeeksStandsOnThePageOfItsPlace() throws {
    let place = try #require(try sample.places(named: "santa fe").first)
    let page = try PlacePage(of: place, in: sample)
    #expect(page.isPublished && page.overSeveralWeeks.map(\.number) == [6])
    #expect(page.published.map(\.overSeveralWeeks.count) == [0, 1, 1, 0])
    let words = "not named alone; 6 stated over 2017-02-04 to 2017-02-17"
    #expect(page.published.map { $0.declineStatus == words } == [false, true, true, false])
    let session = try Session("80x24", keys: "/county:\"santa fe\"<Enter>Dp")
    #expect(session.contains("Yes: Section II with 6 declines over 2017-02-04"))
  }
}
