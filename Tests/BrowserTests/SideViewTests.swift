import DetainerModel
import Screen
import TestSupport
import Testing

@testable import Browser

/// Policies, corrections and notes.
@Suite struct SideViewTests {
  private func all(_ keys: String, _ size: String = "80x24") throws -> String {
    var session = try Session(size, keys: keys)
    return try session.screens(pressing: "<PageDown>", times: 40)
  }

  @Test func policiesFollowTheTermsOnPlaces() throws {
    #expect(try all("gp").contains("NY Ithaca"))
    let texas = try all("/state:tx<Enter>gp")
    #expect(texas.contains("TX Travis County") && !texas.contains("NY Ithaca"))
    // Terms that say nothing of a policy do not hide it.
    #expect(try all("/jamaica<Enter>gp").contains("NY Ithaca"))
  }

  @Test func allCorrectionsAreListedWithTheirSource() throws {
    let text = try all("gc")
    for correction in sample.corrections { #expect(text.contains(" \(correction.id) ")) }
    #expect(try all("gcj<Enter>").contains("takes the entry from the place"))
    let travis = try all("gx")
    #expect(travis.contains("E04") && travis.contains("E19") && !travis.contains("E05"))
    #expect(try all("jjgx").contains("No correction or dispute names this place"))
  }

  @Test func aCorrectionOfSeveralPlacesLeadsToEach() throws {
    let names = [
      "IA Franklin County", "NY Franklin County", "PA Franklin County", "IA Montgomery County",
    ]
    for (number, name) in names.enumerated() {
      var session = try Session("80x24", keys: "Dgc<Enter>j<Enter>")
      for name in names { #expect(session.contains(name)) }
      try session.press(String(repeating: "j", count: number) + "<Enter>")
      #expect(session.contains("Weeks › 2017-01-28 › \(name)"))
      try session.press("gb")
      #expect(session.contains("Corrections and disputes"), "and back")
    }
    // Of one place in one week there is nothing to choose; several weeks are several entries.
    let only = try Session("80x24", keys: "/state:tx county:travis<Enter>gc<Enter>j<Enter>")
    #expect(only.contains("Weeks › 2017-01-28 › TX Travis County"))
    let weeks = try Session("80x24", keys: "/state:co county:boulder<Enter>gc<Enter>j<Enter>")
    for week in ["2017-01-28", "2017-02-04", "2017-02-11"] {
      #expect(weeks.contains("\(week) CO Boulder County"))
    }
  }

  @Test func theCorrectionsOfARowBeginWithItsPlace() throws {
    var session = try Session("80x24", keys: "D/county:36033<Enter>gx<Enter>j<Enter>")
    #expect(session.contains("│▶ NY Franklin County") && session.contains("│  PA Franklin County"))
    try session.press("<Esc>")
    #expect(session.contains("Corrections › NY Franklin County"), "the page is still there")
  }

  @Test func theBadgeOfARowOpensItsCorrections() throws {
    #expect(try all("hgx").contains("E25") && !all("hgx").contains("E26"))
    var session = try Session("80x24", keys: "=")
    try session.press("q]=")
    for _ in 0..<60 where !session.contains("▶ CO Boulder County") { try session.press("j") }
    try session.press("gx")
    #expect(session.contains("Corrections › CO Boulder County") && session.contains("E16"))
    try session.press("gnq")
    #expect(session.contains("Corrections › CO Boulder County"))
    try session.press("q")
    #expect(session.contains("Compare › ") && session.contains("▶ CO Boulder County"))
    try session.press("gxgb")
    #expect(session.contains(" 3/47 "))
  }

  @Test func enterGoesFromACorrectionToTheRowItIsAbout() throws {
    var session = try Session("80x24", keys: "gc")
    for _ in 0..<60 where !session.contains("▶ ▸ E12") { try session.press("j") }
    try session.press("<Enter>j<Enter>")
    #expect(session.contains("Weeks › 2017-01-28 › MN Hennepin County"))
    try session.press("gb")
    #expect(session.contains("▾ E12"))
    for _ in 0..<60 where !session.contains("▶ ▸ E11") { try session.press("k") }
    try session.press("<Enter>j<Enter>")
    #expect(
      session.state.message?.text.contains("San Diego County has no row here under the filter")
        == true)
    try session.press("D")
    #expect(session.contains("Weeks › 2017-02-04 › CA San Diego County"))
  }

  @Test func theCaveatIsAtHandInEveryView() throws {
    for keys in ["", "l", "h", "f", "gt", "gm", "gv", "=", "p", "gp", "gc", "gx"] {
      let session = try Session("120x40", keys: keys + "gn")
      #expect(session.contains("Lists only the declines that ICE personnel became"))
    }
  }

  @Test func everyReportHasItsOwnSectionTitles() throws {
    let week = try Session("200x60", keys: "h")
    #expect(week.contains("Non-Cooperative Jurisdictions"))
    let next = try Session("200x60", keys: "h]")
    #expect(!next.contains("Non-Cooperative") && next.contains("Section I  "))
    #expect(next.contains("Section IV"))
  }

  @Test func notesSayWhatEachReportIs() throws {
    let text = try all("gn+")
    for week in ["2017-01-28", "2017-02-04", "2017-02-11"] {
      #expect(text.contains("Report \(week)"))
    }
    #expect(text.contains("Release fy2015-tally") && text.contains("by issue date"))
    #expect(text.contains("never added"))
  }

  @Test func enterGoesToTheWeekOfALine() throws {
    let session = try Session("80x24", keys: "gn<Enter>j<Enter>")
    #expect(session.contains("Weeks › 2025"))
  }

  @Test func theyAreExportedAsTheCommandLinePrintsThem() throws {
    for (keys, column, rows) in [
      ("gp", "jurisdiction", sample.policies.count), ("gc", "id", sample.corrections.count),
      ("gn", "note", 14),
    ] {
      let session = try Session("80x24", keys: keys + "e<C-a><C-k>x.csv<Enter>")
      guard case .export(let request) = session.effects.last else {
        Issue.record("nothing was exported")
        continue
      }
      #expect(request.listing.columns.first?.name == column)
      #expect(request.listing.rowCount == rows)
    }
  }

  @Test(arguments: ["20x5", "40x12", "56x16", "80x24", "200x60"])
  func nothingIsCut(size: String) throws {
    for keys in ["gp", "gc", "gn", "gx"] {
      let lines = try all(keys + "+", size).split(separator: "\n")
      #expect(!lines.contains { $0.hasPrefix("  ") && $0.hasSuffix("…") }, "\(keys)")
    }
  }
}
