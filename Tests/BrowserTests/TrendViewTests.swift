import Browser
import DetainerModel
import Screen
import TestSupport
import Testing

/// Counts over time, as they stand on the screen.
@Suite struct TrendViewTests {
  private func line(_ session: Session, _ name: String) -> [String] {
    let line = session.screen.split(separator: "\n").first { $0.dropFirst(2).hasPrefix(name) } ?? ""
    return line.split(separator: " ").map(String.init)
  }

  @Test func theReportsOf2017AreHeldAgainstTheTallyOf2015() throws {
    let session = try Session("120x40", keys: "hgt")
    #expect(session.contains("Trend › everything › by week"))
    #expect(line(session, "2017-01-28").contains("206") && session.contains("▶ 2017-01-28"))
    #expect(session.contains("(79 weeks)") && session.contains("no report"))
    // Declines of the reports and of the tally; issued of the tally alone (rule 8).
    #expect(line(session, "Total").contains("5,819") && line(session, "Total").contains("79,053"))
    #expect(
      session.contains("min 47 in 2017-02-04 · max 278 in 2014-10-11 · last 65 in 2017-02-11"))
  }

  @Test func whatIsAtLeastSoMuchIsNoExactNumberUnderTheChart() throws {
    let session = try Session("80x24", keys: "h/county:king<Enter>gt")
    #expect(session.contains("max 2+ in 2017-01-28 · last 2+ in 2017-01-28"), "\(session.screen)")
  }

  @Test func allSpansAddUpToTheSame() throws {
    var session = try Session("120x40", keys: "/source:fy2015-tally<Enter>hgt")
    for words in ["week", "month", "quarter", "year", "fiscal year", "day"] {
      #expect(session.contains("› by \(words)"))
      #expect(line(session, "Total").contains("5,501"), "by \(words)")
      try session.press("<Tab>")
    }
    try session.press("<S-Tab>")
    #expect(session.contains("› by day"))
  }

  @Test func onePlaceOrEverything() throws {
    var session = try Session("120x40", keys: "gg[[[gt")
    #expect(session.contains("Trend › CA Ventura County › by week"))
    #expect(line(session, "Total").contains("492+"))
    // What no published report states of the place is not known, and not 0.
    #expect(line(session, "2017-01-28").contains("0"))
    try session.press("a")
    #expect(session.contains("Trend › everything") && line(session, "Total").contains("5,819"))
  }

  @Test func enterGoesToTheWeekOrItsSpan() throws {
    var session = try Session("120x40", keys: "hgtk<Enter>")
    #expect(session.contains("Weeks › 2017-02-04"))
    try session.press("gb")
    #expect(session.contains("▶ 2017-02-04"))
    try session.press("<Tab>j<Enter>")
    #expect(session.contains("no report covers this time"))
    try session.press("j<Enter>")
    #expect(session.contains("month:2015-07") && session.contains("Weeks › 2015-07-"))
  }

  @Test func aBatchOfOneDayIsFlagged() throws {
    var builder = TableBuilder()
    builder.begin(Source(name: "release", file: "release.csv"))
    let declined = builder.text("Detainer Declined by LEA", column: 0)
    let site = builder.site(
      Site(
        facility: "", city: "",
        jurisdiction: builder.jurisdiction(Jurisdiction(state: "TX", county: "", fips: "")),
        aor: "", placement: .none))
    for day in 0..<60 {
      for _ in 0..<(day == 30 ? 1200 : 3) {
        var row = TableBuilder.Row()
        row.issued = Day(packed: UInt16(42_000 + day))
        row.texts[0] = declined
        row.site = site
        builder.append(row)
      }
    }
    let data = Dataset(places: sample.places, table: builder.finished())
    let session = try Session("120x40", keys: "hgt", data: data)
    #expect(session.contains("! 1,200 of TX on one day"))
    #expect(try !Session("120x40", keys: "/state:ca<Enter>hgt", data: data).contains("on one day"))
  }

  @Test func aShareOfFewIsNotDrawn() throws {
    var session = try Session("120x40", keys: "/source:fy2015-tally<Enter>hgt%%")
    #expect(session.contains("% of resolved, of 100 or more"))
    // Half of the 14 that are resolved in the last week: no share to be proud of.
    #expect(session.contains("max 30.2 % in 2014-11-01"))
    try session.press("10%")
    // Drawn now, but a part of a week is no most.
    #expect(line(session, "2015-07-18").contains("50.0"))
    #expect(session.contains("max 30.2 % in 2014-11-01"))
  }

  @Test func theTrendIsExportedWithItsGaps() throws {
    let session = try Session("80x24", keys: "hgtOe<C-a><C-k>x.csv<Enter>")
    guard case .export(let request) = session.effects.last else {
      Issue.record("nothing was exported")
      return
    }
    let listing = request.listing
    #expect(listing.columns.map(\.name).prefix(4) == ["week", "issued", "resolved", "declined"])
    #expect(listing.row(0).prefix(1) == [.text("2014-09-27")])
    #expect(listing.row(43).prefix(4) == [.text("2015-07-25"), .missing, .missing, .missing])
    #expect(
      listing.row(listing.rowCount - 1).prefix(4)
        == [.text("2017-02-11"), .integer(2868), .missing, .integer(65)])
  }
}
