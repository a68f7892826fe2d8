import DetainerModel
import Screen
import TestSupport
import Testing

@testable import Browser

/// Filtering by what is under the cursor, ranges, and highlighting in place of hiding.
@Suite struct ChoosingHereTests {
  @Test func theValueUnderTheCursorIsAddedOrLeftOut() throws {
    #expect(try Session("80x24", keys: "#").contains("outcome:declined county:48453"))
    var session = try Session("80x24", keys: "-")
    #expect(session.contains("outcome:declined -county:48453"))
    #expect(session.contains("▶ CO Boulder County"))
    #expect(try Session("80x24", keys: "h#").contains("week:2017-01-28"))
    #expect(try Session("80x24", keys: "l-").contains("-crime:=DUI"))
    session = try Session("80x24", keys: "f#")
    #expect(session.contains("state:=TX") && session.contains("Frequency"))
    #expect(try Session("80x24", keys: "G#").contains("no term chooses this row"))
    #expect(try Session("80x24", keys: "##").contains("the filter has this value already"))
  }

  @Test func aRangeIsMarked() throws {
    var session = try Session("80x24", keys: "vjj")
    #expect(session.contains(" *TX Travis County") && session.contains(" *CO Boulder County"))
    #expect(session.state.marks.isEmpty, "not yet")
    try session.press("v")
    #expect(session.state.marks[.jurisdictions]?.count == 3)
    #expect(try Session("80x24", keys: "vjj<Esc>").state.marks.isEmpty)
    #expect(try Session("80x24", keys: "vje").state.marks[.jurisdictions]?.count == 2)
  }

  @Test func whatIsHighlightedHidesNothing() throws {
    var session = try Session("80x24", keys: "/state:co<Enter>&")
    #expect(session.contains("Filter: outcome:declined  ") && session.contains("/25 "))
    #expect(session.contains("▶ CO Boulder County") && !session.contains("● CA"))
    #expect(session.contains("● CO Jefferson County"))
    try session.press("n")
    #expect(session.contains("▶ CO Jefferson County"))
    try session.press("N")
    #expect(session.contains("▶ CO Boulder County"))
    try session.press("N")
    #expect(session.contains("this is the first highlighted row of 4"))
    try session.press("&")
    #expect(session.contains("Filter: outcome:declined state:co") && session.contains("/4 "))
    #expect(try Session("80x24", keys: "n").contains("nothing is highlighted"))
    #expect(try Session("80x24", keys: "&").contains("type a filter first"))
  }

  /// The rows that are highlighted are those that the filter would leave, in panes and views.
  @Test(arguments: ["", "h", "f", "gt", "l"])
  func theHighlightIsWhatTheFilterWouldLeave(view: String) throws {
    for filter in ["state:tx", "county:travis", "dui", "week:2017", "boulder"] {
      let hidden = try Session("80x24", keys: "/\(filter)<Enter>" + view)
      let shown = try Session("80x24", keys: "/\(filter)<Enter>&" + view)
      let matches = try #require(shown.state.shown.matches)
      func rows(_ session: Session) -> Set<RowIdentity> {
        let shown = session.state.shown
        if let open = shown.openView { return Set(open.table.rows.map(\.identity)) }
        let pane = session.state.focus
        return Set((0..<shown.rowCount(pane)).compactMap { shown.identity(pane, $0) })
      }
      // Where the filter leads to another week or place, that has rows of its own.
      if view.isEmpty, hidden.state.shown.week?.report != shown.state.shown.week?.report {
        continue
      }
      if view == "l",
        hidden.state.shown.jurisdiction?.identity
          != shown.state.shown.jurisdiction?.identity
      {
        continue
      }
      #expect(rows(shown).intersection(matches) == rows(hidden).intersection(rows(shown)))
    }
  }
}
