import DetainerModel
import Screen
import TestSupport
import Testing

@testable import Browser

/// The mouse does what keys do, on what is drawn where it points.
@Suite struct MouseTests {
  /// Clicks on the first cell of a text on the screen.
  private func click(
    _ text: String, _ session: inout Session, _ deed: Mouse.Deed = .press
  ) throws {
    session.take(.mouse(Mouse(deed, at: try place(of: text, in: session))))
  }

  private func place(of text: String, in session: Session) throws -> Point {
    let lines = session.state.draw().lines
    // The first line names what is selected below.
    let y = try #require(
      lines.indices.first { ($0 > 0 || text == "ddor") && lines[$0].contains(text) },
      "\(text) is not there")
    let before = try #require(lines[y].range(of: text)).lowerBound
    return Point(x: lines[y].distance(from: lines[y].startIndex, to: before), y: y)
  }

  private func expectSame(
    _ session: Session, _ keys: String, _ size: String = "80x24",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let other = try Session(size, keys: keys)
    #expect(session.screen == other.screen, "as \(keys)", sourceLocation: sourceLocation)
  }

  /// Each part of the path is a way back to its pane.
  @Test(arguments: [("Weeks", "g1"), ("2017-01-28", "g2"), ("CO Boulder", "g3")])
  func aClickOnThePathGoesThere(part: String, keys: String) throws {
    var session = try Session("120x40", keys: "jl")
    let path = try #require(session.state.draw().lines.first)
    #expect(path.hasPrefix("ddor  Weeks › 2017-01-28 › CO Boulder County › 1"))
    let start = try #require(path.range(of: part)).lowerBound
    session.take(
      .mouse(Mouse(.press, at: Point(x: path.distance(from: path.startIndex, to: start), y: 0))))
    try expectSame(session, "jl" + keys, "120x40")
  }

  @Test(arguments: ["80x24", "120x40", "60x20"])
  func aClickSelectsAndTwoOpen(size: String) throws {
    var session = try Session(size)
    try click("CA Los Angeles", &session)
    try expectSame(session, "jj", size)
    try click("CA Los Angeles", &session, .doublePress)
    try expectSame(session, "jj<Enter>", size)
    try click("NY New York City", &session)
    #expect(session.state.focus == .jurisdictions)
  }

  @Test func everyRowOfEveryPaneIsHit() throws {
    for keys in ["", "h", "jjjjjjjjjjjjjjjjjjj", "+", "l+"] {
      let session = try Session("80x24", keys: keys)
      let canvas = session.state.draw()
      for (pane, rect) in session.state.layout.panes {
        let top = session.state.shown.positions[pane]?.top ?? 0
        for line in 0..<min(rect.height, session.state.shown.rowCount(pane) - top) {
          let target = session.state.target(at: Point(x: rect.x + 2, y: rect.y + line))
          #expect(target == .row(pane, top + line))
          let isSelected = top + line == session.state.shown.cursor(pane)
          #expect((canvas[rect.x, rect.y + line].text == "▶") == isSelected, "as it is drawn")
        }
      }
    }
  }

  @Test func theWheelScrolls() throws {
    var session = try Session("80x24")
    try click("CA Los Angeles", &session, .wheelDown)
    try expectSame(session, "jjj")
    try click("TX Travis", &session, .wheelUp)
    try expectSame(session, "jjjkkk")
    try session.press("f")
    try click("CO ", &session, .wheelDown)
    try expectSame(session, "fjjj")
    var help = try Session("80x24", keys: "?")
    try click("Help", &help, .wheelDown)
    try expectSame(help, "?jjj")
  }

  @Test func headsOrderAndTheFirstLineGoesBack() throws {
    var session = try Session("80x24", keys: "h")
    try click("jurisdiction", &session)
    #expect(session.state.request.jurisdictionOrder == .state)
    #expect(session.state.focus == .jurisdictions)
    try click("jurisdiction", &session)
    #expect(session.state.request.reversed.contains(.jurisdictions))
    try click("declined", &session)
    #expect(session.state.request.jurisdictionOrder == .declined)
    #expect(!session.state.request.reversed.contains(.jurisdictions))
    try session.press("f")
    try click("state  ", &session)
    let byName = try Session("80x24", keys: "fo")
    #expect(
      session.state.shown.openView?.table.rows.map(\.cells)
        == byName.state.shown.openView?.table.rows.map(\.cells))
    try click("ddor", &session)
    #expect(session.state.shown.openView == nil)
  }

  @Test func tilesAndListsAreHit() throws {
    var session = try Session("120x40", keys: "gm")
    try click("CA ", &session)
    #expect(session.state.shown.openView?.selected?.cells[0] == "CA")
    try click("CA▶", &session, .doublePress)
    #expect(session.state.filter.text.contains("state:=CA"))
    var order = try Session("80x24", keys: "o")
    try click("county", &order, .doublePress)
    #expect(order.state.request.jurisdictionOrder == .county)
    var states = try Session("80x24", keys: "s")
    try click("California", &states)
    try expectSame(states, "s<Down>")
  }

  @Test func whatIsTypedIsNotLost() throws {
    var session = try Session("80x24", keys: "/tra")
    try click("TX Travis", &session, .doublePress)
    try expectSame(session, "/tra")
  }

  @Test func anywhereIsHarmless() throws {
    for keys in ["", "+", "f", "gm", "?", "s", "e", "/tra", "gv", "p"] {
      for size in ["80x24", "20x5", "1x1"] {
        var session = try Session(size, keys: keys)
        for place in [(-1, -1), (0, 0), (3, 2), (19, 4), (500, 500), (79, 23)] {
          session.take(.mouse(Mouse(.doublePress, at: Point(x: place.0, y: place.1))))
          session.take(.mouse(Mouse(.wheelDown, at: Point(x: place.0, y: place.1))))
          try session.expectWhole("\(keys) \(place)")
        }
      }
    }
  }
}
