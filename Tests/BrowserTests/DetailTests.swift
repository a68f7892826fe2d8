import Browser
import DetainerModel
import TestSupport
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

/// What stands in a dialog of text is whole at every width, beside labels of any length.
@Suite struct WholeDialogTests {
  /// The letters in the box of a dialog, from border to border.
  private static func letters(_ size: String, _ keys: String) throws -> String {
    var session = try Session(size, data: sample)
    try session.press(keys)
    let lines = session.screen.split(separator: "\n").compactMap { line -> Substring? in
      let parts = line.split(separator: "│", omittingEmptySubsequences: false)
      return parts.count >= 3 ? parts[1] : nil
    }
    return lines.joined().filter { !$0.isWhitespace }
  }

  @Test(arguments: ["hi", "i", "pi", "gpi", "gci"])
  func noLetterIsLost(keys: String) throws {
    let wide = try Self.letters("400x300", keys)
    #expect(wide.count > 200)
    for width in [60, 72, 80, 100] {
      #expect(try Self.letters("\(width)x300", keys) == wide, "\(width) columns")
    }
  }
}
