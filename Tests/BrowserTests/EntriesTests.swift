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

  /// The name of a state finds what its code finds.
  @Test(arguments: [("gp", "TX Travis County"), ("gc", "E04")])
  func aStateIsFoundByItsName(keys: String, entry: String) throws {
    for typed in ["texas", "Texas travis", "tx travis"] {
      #expect(try Session("80x24", keys: "\(keys)/\(typed)").contains(entry), "\(typed)")
    }
    #expect(try !Session("80x24", keys: "\(keys)/nebraska").contains(entry))
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
  @Test(arguments: ["", "h", "l", "f", "gt", "gm", "gv", "=", "gn", "p"])
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

  /// What comes from one row of a table beside the records names that row, and no release.
  @Test(arguments: [
    ("gp", "policies.csv:2"), ("gpj", "policies.csv:3"), ("gc", "corrections.csv:2"),
    ("gcjj", "corrections.csv:4"),
  ])
  func anEntryNamesItsFileAndRow(keys: String, row: String) throws {
    var session = try Session("120x40", keys: keys + "i")
    let text = try session.screens(pressing: "<PageDown>", times: 3)
    var at = text.startIndex
    for label in ["Where this comes from", "Source          \(row)", "Basis ", "Coverage "] {
      let found = try #require(text[at...].range(of: label), "no \(label) in \(keys)")
      at = found.upperBound
    }
    #expect(text.contains("Corrections ") || text.contains(" corrected"))
    #expect(!text.contains("detainers/"))
  }

  /// The facts of a place come first, then where they come from, and nothing is said twice.
  @Test(arguments: ["", "h", "l"])
  func correctionsAreToldOnceBelowTheCoverage(keys: String) throws {
    var session = try Session("120x40", keys: keys + "i")
    let text = try session.screens(pressing: "<PageDown>", times: 4)
    let lines = text.split(separator: "\n")
    let coverage = try #require(lines.firstIndex { $0.contains("│ Coverage ") })
    let corrections = lines.indices.filter { lines[$0].contains("│ E04 corrected ") }
    #expect(Set(corrections.map { lines[$0] }).count == 1)
    #expect(try coverage < #require(corrections.first))
    let source = try #require(lines.firstIndex { $0.contains("│ Source ") })
    #expect(!lines[..<source].contains { $0.contains("│ Figure ") || $0.contains("│ Correction ") })
  }

  /// Whatever the pane says of corrections, the detail says too.
  @Test func noCorrectionIsLost() throws {
    var session = try Session("120x40", keys: "gg")
    for _ in 0..<4 {
      for row in session.state.shown.jurisdictions.indices {
        session.state.shown.positions[.jurisdictions] = PanePosition(cursor: row)
        let facts =
          session.state.shown.jurisdiction.map {
            JurisdictionFacts.facts($0, session.state.shown)
          } ?? []
        let place = try #require(session.state.shown.jurisdiction).jurisdiction
        let named = session.state.dataset.corrections(
          of: place, in: session.state.shown.week.map { [$0.report.period] })
        let selection = session.state.shown.weekSelection.flatMap {
          session.state.shown.narrowed($0, by: place.typedTerms)
        }
        var listing = Listing(columns: [], rows: [])
        listing.selections = selection.map { [$0] } ?? []
        let origin = listing.traced(program: "", command: "").provenance.map { Origin($0) }
        let said = Origin.parts(of: facts, origin).flatMap(\.facts).map(\.label)
        for correction in named {
          #expect(said.contains { $0.hasPrefix(correction.id) }, "\(place.name) \(correction.id)")
        }
      }
      try session.press("[")
    }
  }

  @Test func theAnswerOfAPageIsOfItsPlaceAlone() throws {
    var session = try Session("120x40", keys: "pi")
    let text = try session.screens(pressing: "<PageDown>", times: 3)
    #expect(text.contains("county:48453") && !text.contains("everything is chosen"))
    #expect(text.contains("E04 corrected") && !text.contains("E01"))
    // A policy and a correction on it come from their own rows.
    for (name, row) in [("Section III", "policies.csv:"), ("Correction E04", "corrections.csv:")] {
      var page = try Session("120x40", keys: "p")
      let facts = try #require(page.state.shown.openView?.table.facts)
      let number = try #require(facts.firstIndex { $0.label == name })
      let line = page.state.shown.openView?.table.rows.firstIndex {
        if case .line(_, number, _, _) = $0.identity { true } else { false }
      }
      try page.press(String(repeating: "j", count: line ?? 0) + "i")
      #expect(page.contains(row), "\(name)")
    }
  }

  @Test func aRowIsTracedByItself() throws {
    let texas = try Session("120x40", keys: "fi")
    #expect(texas.contains("9 of 149 rows") && texas.contains("state:=TX"))
    let compare = try Session("120x40", keys: "]=i")
    #expect(compare.contains("2 of 142 rows against 0 of 0–2 rows"))
    #expect(compare.contains("E04 corrected"))
  }
}
