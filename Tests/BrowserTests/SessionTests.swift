import DetainerModel
import Screen
import TestSupport
import Testing

@testable import Browser

/// A session that is left and taken up again.
@Suite struct RestoredSessionTests {
  /// The screen rows beside the status and the first line.
  private func rows(_ session: Session) -> [Substring] {
    session.screen.split(separator: "\n").dropLast()
  }

  /// What kind of view is open.
  private func view(_ session: Session) -> String {
    session.state.request.view.map { "\(type(of: $0))" } ?? "the panes"
  }

  /// A browser that takes up where another was left.
  private func restored(_ left: Session) throws -> Session {
    let kept = left.state.session
    var again = try Session("120x40")
    if let kept { again.state.restore(kept) }
    return again
  }

  @Test func everythingIsWhereItWas() throws {
    let panes = [
      "/state:tx,co<Enter>jj", "D[[jj", "ojjjj<Enter>O", "hO", "hojj<Enter>jjj", "jl", "Cd",
      "/source:fy2015-tally<Enter>[[l", "lojj<Enter>", "gm",
    ]
    let views = [
      "/crime:dui<Enter>hf", "hgt", "p", "gc", "]=", "fa%jj", "hgt<Tab><Tab>jj", "gma", "hgv",
    ]
    var wrong: [String] = []
    for keys in panes + views {
      let left = try Session("120x40", keys: keys)
      var again = try restored(left)
      let word = "as you left it: Esc goes back step by step, --fresh starts anew"
      if !again.contains(word) { wrong.append("\(keys): nothing is said") }
      try again.press("<C-l>")
      if rows(again) != rows(left) {
        wrong.append("\(keys):\n\(again.screen)\(left.screen)")
      }
      if view(again) != view(left) || again.state.filter != left.state.filter {
        wrong.append("\(keys): another view or filter")
      }
      if again.state.session != left.state.session { wrong.append("\(keys): not kept again") }
    }
    #expect(wrong == [])
  }

  @Test func theStartIsNotKept() throws {
    #expect(try Session("80x24").state.session == nil)
    #expect(try Session("80x24", keys: "gz?<Esc>").state.session == nil)
  }

  @Test func escapeLeadsToTheStart() throws {
    var again = try restored(try Session("80x24", keys: "/state:tx dui<Enter>hf"))
    try again.press("<Esc><Esc><Esc>")
    #expect(again.state.filter == BrowserState.startFilter && again.state.shown.openView == nil)
  }

  @Test func whatIsNotThereAnyMoreIsLeft() throws {
    var kept = DetainerModel.Session()
    (kept.filter, kept.week, kept.source) = ("state:tx", "1999-01-02", "lost")
    (kept.state, kept.county, kept.view, kept.focus) = ("TX", "No County", "no-view", "no-pane")
    kept.orders = ["jurisdictions": "no order"]
    var session = try Session("80x24")
    var isRestored = session.state.restore(kept)
    #expect(isRestored)
    try session.expectWhole("restored")
    #expect(session.contains("TX Travis County"))
    kept.filter = "stte:tx"
    var other = try Session("80x24")
    isRestored = other.state.restore(kept)
    #expect(!isRestored)
    #expect(other.screen == (try Session("80x24").screen))
  }

  @Test func filtersThatWereUsedAreListed() throws {
    var session = try Session(
      "80x24", keys: "/state:tx<Enter>/ dui<Enter>/state:ca<Esc>F")
    #expect(
      session.state.usedFilters == ["outcome:declined state:tx", "outcome:declined state:tx dui"])
    session.state.earlierFilters = ["outcome:declined county:king", "outcome:declined state:tx"]
    try session.press("<Esc>F")
    let shown = session.screen.split(separator: "\n").filter { $0.contains("outcome:declined ") }
    #expect(shown.count >= 3 && session.contains("Last filters"))
    try session.press("jj<Enter>")
    #expect(session.state.filter.text == "outcome:declined county:king")
    // The newest are kept.
    for number in 0..<60 { try session.press("/<C-u>count:>\(number)<Enter>") }
    #expect(session.state.lastFilters.count == 50)
    #expect(session.state.lastFilters.first == "count:>59")
  }
}
