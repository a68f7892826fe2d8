import Browser
import DetainerModel
import Testing

/// What the detail says of a place where one source has published several reports.
@Suite struct DetailTests {
  /// Two reports of one source: the first ranks a place, the second states its declines.
  private static let data: Dataset = {
    let weeks = ["2017-02-04", "2017-02-11"].compactMap { Period(naming: $0) }
    let place = Jurisdiction(state: "TX", county: "Travis County", fips: "48453")
    func figure(_ week: Period, _ number: Int) -> Figure {
      Figure(
        period: week, source: "ice", measure: "declined", key: .jurisdiction(place),
        value: "\(number)", number: number)
    }
    let builder = TableBuilder(
      published: weeks.map { Report(period: $0, source: "ice", kind: .published) })
    return Dataset(
      table: builder.finished(),
      ranks: [Rank(period: weeks[0], source: "ice", rank: 9, jurisdiction: place, issued: 23)],
      figures: [figure(weeks[0], 7), figure(weeks[1], 10)])
  }()

  @Test func aReportIsNotGivenTheRanksAndFiguresOfAnotherWeek() throws {
    var session = try Session("120x40", data: Self.data)
    #expect(session.contains("▶2017-02-11") && session.contains("▶ TX Travis County"))
    #expect(session.contains("Issued       not known: the ranks of Section I are not at hand"))
    #expect(session.contains("Figure       10 declined") && !session.contains("7 declined"))
    try session.press("[")
    #expect(session.contains("Weeks › 2017-02-04 › TX Travis County"))
    #expect(session.contains("Issued       23, rank 9 of Section I"))
    #expect(session.contains("Figure       7 declined") && !session.contains("10 declined"))
  }
}
