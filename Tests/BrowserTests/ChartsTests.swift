import DetainerModel
import Screen
import Testing
import Text

@testable import Browser

/// The charts beside the panes and in their dialog tell what the panes do.
@Suite struct ChartsTests {
  @Test func largeScreensShowThemAndOthersOnRequest() throws {
    #expect(try Session("200x60").contains("Declined by week"))
    #expect(try Session("200x60").contains("Declined by state"))
    #expect(try !Session("200x44").contains("Declined by week"))
    let middle = try Session("120x40")
    #expect(middle.contains("Declined by state") && !middle.contains("Declined by week"))
    #expect(try !Session("120x33").contains("Declined by state"))
    var narrow = try Session("80x24")
    #expect(!narrow.contains("TX█"))
    try narrow.press("a")
    #expect(narrow.contains("TX█") && narrow.contains("max 278 in 2014-10-11"))
    try narrow.press("a")
    #expect(!narrow.contains("TX█"))
  }

  @Test func zoomTakesTheScreen() throws {
    #expect(try !Session("200x60", keys: "+").contains("Declined by"))
    #expect(try !Session("120x40", keys: "+").contains("Declined by"))
  }

  @Test func theyFollowTheWeekAndTheFilter() throws {
    var session = try Session("200x60", keys: "]")
    #expect(session.contains("max 278 in 2014-10-11 · last 65 in 2017-02-11"))
    #expect(session.contains("┄┄┄"), "no report is at hand between 2015 and 2017")
    try session.press("/week:2017-02<Enter>")
    #expect(session.contains("▶2017-02-04 47 ") && session.contains(" 2017-02-11 65 "))
    try session.press("<Esc>/state:co week:2017<Enter>")
    #expect(session.contains("▶2017-02-04  4 ") && session.contains(" 2017-01-28 11 "))
    session = try Session("200x60", keys: "/zzzz<Enter>")
    #expect(session.contains("No declines here."))
  }

  @Test(arguments: ["", "]", "]]", "hGk", "/state:tx,ny<Enter>", "C"])
  func theStatesAddUpToTheWeek(keys: String) throws {
    let session = try Session("120x40", keys: keys)
    let shown = session.state.shown
    let week = try #require(shown.week)
    let sums = StatesChart.sums(shown)
    #expect(sums.states.values.reduce(sums.notItemised, +) == week.group.declined)
    let groups = try #require(try shown.weekSelection?.groups(by: [.state]))
    for group in groups {
      guard case .text(let code) = group.keys[0], let declined = group.declined else { continue }
      #expect(sums.states[code] == declined, "\(code) after \(keys)")
    }
  }

  @Test(arguments: ["1x1", "3x2", "10x4", "20x5", "40x12", "56x20", "80x24", "170x48", "300x90"])
  func theyFitEveryScreen(size: String) throws {
    let session = try Session(size, keys: "a")
    for line in session.state.draw().lines {
      #expect(TextWidth.of(line) == session.state.size.columns)
    }
    let rect = Rect(Size(columns: session.state.size.columns, rows: session.state.size.rows))
    var area = 0
    let places = Charts.places(in: rect)
    for (panel, place) in places {
      #expect(place.x >= 0 && place.maxX <= rect.maxX && place.maxY <= rect.maxY, "\(panel)")
      for other in places where other.panel != panel {
        #expect(place.isEmpty || other.rect.isEmpty || place.intersection(other.rect).isEmpty)
      }
      area += place.width * place.height
    }
    #expect(area > 0)
  }
}
