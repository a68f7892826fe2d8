import DetainerModel
import Screen
import TestSupport
import Testing

@testable import Browser

/// Notes, corrections and policies are lists of entries: headlines that unfold, narrowed by words.
@Suite struct EntriesTests {
  @Test(arguments: ["gn", "gc", "gp"]) func thereIsOneHeadlineForEachEntry(keys: String) throws {
    let session = try Session("80x24", keys: keys)
    let open = try #require(session.state.shown.openView)
    #expect(open.table.rows.count == open.table.listing?.rowCount)
    let cursor = try Session("80x24", keys: keys + "jjj").state.shown.openView?.position.cursor
    #expect(cursor == 3)
  }

  @Test func enterUnfoldsAndFoldsAndGoesToTheWeek() throws {
    var session = try Session("80x24", keys: "gcjjj")
    #expect(session.contains("▶ ▸ E04") && !session.contains("found at"))
    try session.press("<Enter>")
    #expect(session.contains("▶ ▾ E04") && session.contains("found at  http"))
    #expect(session.contains("4 of 29"), "entries are counted, not lines")
    try session.press("<Enter>")
    #expect(!session.contains("found at"))
    try session.press("<Enter>j<Enter>")
    #expect(session.contains("Weeks › 2017-01-28 › TX Travis County"))
    try session.press("q")
    #expect(session.contains("▾ E04"), "and back, unfolded as before")
  }

  @Test func theListIsNarrowedByItsWords() throws {
    var session = try Session("80x24", keys: "gc/franklin sheriff")
    #expect(session.contains("Narrow: franklin sheriff") && session.contains("E07"))
    #expect(!session.contains("E04") && session.contains("with “franklin sheriff”"))
    try session.press("<Enter>")
    #expect(session.contains("Filter: outcome:declined"), "the filter of the data is as it was")
    try session.press("<Esc>")
    #expect(session.contains("E04") && session.contains("Corrections and disputes"))
    session = try Session("80x24", keys: "gc/zzzz")
    #expect(session.contains("29 entries hidden by “zzzz” – Esc shows them."))
    #expect(try Session("80x24", keys: "gc/zz<Esc>").contains("E04"))
    var pasted = try Session("80x24", keys: "gc/")
    pasted.take(.paste("franklin sheriff"))
    #expect(pasted.contains("E07") && !pasted.contains("E04"), "what is pasted narrows, too")
    // What is narrowed is what is exported.
    let narrowed = try Session("80x24", keys: "gc/franklin sheriff<Enter>")
    #expect(narrowed.state.shown.openView?.table.listing?.rowCount ?? 0 > 0)
    #expect(
      narrowed.state.shown.openView?.table.rows.count
        == narrowed.state.shown.openView?.table.listing?.rowCount)
  }

  @Test func shortCaveatsComeFirst() throws {
    let labels = try #require(try Session("80x24", keys: "gn").state.shown.openView).table.rows
      .map { $0.cells[0] }
    let report = try #require(labels.firstIndex { $0.contains("Report ") })
    let shares = try #require(labels.firstIndex { $0.contains("Shares") })
    #expect(shares < report)
  }
}

/// From any number one key tells its source, its basis, how much is at hand, and what was corrected.
@Suite struct OriginTests {
  @Test(arguments: ["", "h", "l", "f", "gt", "gm", "gv", "=", "gc", "gp", "p"])
  func oneKeyTellsWhetherANumberCanBeTrusted(view: String) throws {
    var session = try Session("120x40", keys: view + "i")
    let text = try session.screens(pressing: "<PageDown>", times: 8)
    var at = text.startIndex
    for label in ["Where this comes from", "Source ", "Basis ", "Coverage ", "Filter "] {
      let found = try #require(
        text[at...].range(of: label), "no \(label) after the others in \(view)")
      at = found.upperBound
    }
    #expect(text.contains("Corrections ") || text.contains(" corrected"))
  }

  @Test func aRowIsTracedByItself() throws {
    let texas = try Session("120x40", keys: "fi")
    #expect(texas.contains("9 of 149 rows") && texas.contains("state:=TX"))
    let compare = try Session("120x40", keys: "]=i")
    #expect(compare.contains("2 of 142 rows against 0 of 0–2 rows"))
    #expect(compare.contains("E04 corrected"))
  }
}
