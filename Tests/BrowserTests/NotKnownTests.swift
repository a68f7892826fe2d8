import DetainerModel
import Screen
import TestSupport
import Testing

@testable import Browser

/// What is not known is shown as that in every picture, whatever the room.
@Suite struct NotKnownTests {
  private func line(_ text: String, _ screen: String) throws -> String {
    try #require(
      screen.split(separator: "\n").dropFirst().first { $0.contains(text) }.map(String.init),
      "\(screen)")
  }

  @Test func aPickListSaysHowManyThereMayBe() throws {
    let counties = try Session("100x26", keys: "]Dc").screen
    #expect(try line("CA Los Angeles County  ", counties).contains("0–8 │"))
    #expect(try line("NV Clark County  ", counties).contains(" 0 │"))
    let weeks = try Session("80x24", keys: "/county:travis<Enter>w").screen
    #expect(try line("2017-02-04  ", weeks).contains(" 0–2 │"))
  }

  @Test func aShareIsOfWhatIsStatedAndAtLeastSoLarge() throws {
    let rows = try Session("100x26", keys: "]gv%").screen
    #expect(try line("  Total", rows).contains("57.4 %"), "27 of 47")
    #expect(try line("  VA", rows).contains("?"))
    let columns = try Session("100x26", keys: "]gv%%").screen
    #expect(try line("▶ NY", columns).contains("≥ 3.7 %"), "1+ of 27: \(columns)")
  }

  @Test(arguments: ["/texas<Enter>", "D/franklin<Enter>", "s<Enter>"])
  func aWeekIsNeverWithoutItsCount(_ keys: String) throws {
    let screen = try Session("80x24", keys: keys)
    for week in screen.state.shown.weeks.prefix(10) {
      let shown = try line(String(week.report.label.suffix(5)), screen.screen)
      #expect(shown.split(separator: "│")[0].contains(week.group.known.text), "\(screen.screen)")
    }
  }

  @Test(arguments: ["80x24", "100x30", "120x40"])
  func spansOfUnlikeLengthAreToldApartAtEverySize(_ size: String) throws {
    for spans in ["2015-01 2015-02", "2014 2015"] {
      let screen = try Session(size, keys: "gs\(spans)<Enter>").screen
      #expect(screen.contains("a day"), "\(screen)")
    }
  }

  @Test func aPartOfAYearIsNotHeldAgainstAnother() throws {
    let years = try Session("100x24", keys: "gta<Tab><Tab><Tab>").screen
    #expect(!years.contains("+229"), "\(years)")
    #expect(try line("2015 ", years).contains("◖"))
    #expect(try !line("no report", years).contains("2,865"))
  }

  @Test func theColumnsOfAPaneSayWhatItsRowsSay() throws {
    let screen = try Session("100x30", keys: "+").screen
    #expect(!screen.contains("declined most"))
    #expect(try line("King County", screen).contains(" 2+"))
    #expect(try Session("100x30", keys: "]D+").screen.contains(" 0–"))
  }

  @Test func ofDeclinesThatAreStatedAndNotListedThePersonsAreNotKnown() throws {
    let dataset = try Session("80x24").state.dataset
    let selection = try Selection(Query(FilterParser.parse("week:2017-02-11")), in: dataset)
    let groups = try selection.groupsWithPersons(by: [.state])
    let texas = try #require(groups.first { $0.keys[0].text(withState: false) == "TX" })
    #expect(texas.declined == 10 && texas.listed == 0)
    #expect(texas.persons == nil)
  }
}
