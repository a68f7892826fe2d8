import DetainerModel
import Testing

@testable import Browser

/// The health of the data, read aloud.
@Suite struct SpokenHealthTests {
  @Test func everyCellOfATableIsBehindTheNameOfItsColumn() throws {
    let lines = HealthPage.lines(
      of: Health(of: try Session("80x24", keys: "").state.shown.dataset), width: 1 << 16,
      isSpoken: true
    ).map(\.text)
    #expect(
      lines.contains(
        "file detainers/fy2015-tally.csv, kind tally, columns canonical, rows 31,610, detainers 79,053, weeks 43, from 2014-09-27, to 2015-07-24"
      ))
    #expect(!lines.contains { $0.hasPrefix("file kind") })
  }
}
