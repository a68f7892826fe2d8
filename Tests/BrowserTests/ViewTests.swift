import Browser
import DetainerModel
import Screen
import Testing

/// What a user does in the counting views, and what is there to see afterwards.
@Suite struct ViewTests {
  /// The numbers of a line of the screen, in order.
  private func numbers(_ session: Session, _ name: String) -> [String] {
    let line = session.screen.split(separator: "\n").first { $0.dropFirst(2).hasPrefix(name) } ?? ""
    return line.dropFirst(2 + name.count).split(separator: " ").map(String.init)
      .filter { $0.first?.isNumber == true || $0.first == "-" || $0.first == "+" }
  }

  @Test func frequencyAddsUpToTheReport() throws {
    let session = try Session("80x24", keys: "f")
    #expect(session.contains("Frequency › 2017-01-28 › by state"))
    #expect(numbers(session, "TX").first == "149")
    #expect(numbers(session, "(not itemised)").first == "19")
    #expect(numbers(session, "Total").first == "206")
  }

  @Test func builtAndPublishedIssuedAreNeverAdded() throws {
    for keys in [
      "hf<S-Tab>", "hf" + String(repeating: "<S-Tab>", count: 6),
    ] {
      let session = try Session("120x40", keys: keys)
      #expect(session.contains("by source") || session.contains("by week"))
      #expect(numbers(session, "Total") == ["5,819", "100.0", "79,053", "26,790"])
    }
  }

  @Test func frequencyOfEverythingKeepsWhatTheOutcomeHides() throws {
    var session = try Session("120x40", keys: "/source:fy2015-tally<Enter>hf")
    #expect(numbers(session, "Total") == ["5,501", "100.0", "79,053", "26,790"])
    try session.press("G")
    #expect(session.contains("hidden)"))
    try session.press("%")
    #expect(numbers(session, "Total") == ["5,501", "79,053", "7.0"])
    try session.press("%")
    #expect(numbers(session, "Total") == ["5,501", "26,790", "20.5"])
    #expect(session.contains("% of resolved, of 100 or more"))
    try session.press("500%")
    #expect(session.contains("% of resolved, of 500 or more"))
  }

  @Test func enterDrillsIntoTheRowsAndBack() throws {
    var session = try Session("80x24", keys: "fj")
    #expect(session.contains("▶ CA"))
    try session.press("<Enter>")
    #expect(session.contains("Filter: outcome:declined state:=CA"))
    #expect(session.contains(" 1/"))
    try session.press("gb")
    #expect(session.contains("Frequency › 2017-01-28 › by state") && session.contains("▶ CA"))
    #expect(session.contains("Filter: outcome:declined  "))
    try session.press("q")
    #expect(session.contains("Weeks › 2017-01-28 › TX Travis County"))
  }

  @Test func theCursorStaysOnItsRowUnderAnotherFilterAndWeek() throws {
    var session = try Session("80x24", keys: "fjjj")
    #expect(session.contains("▶ NY"))
    try session.press("]")
    #expect(session.contains("Frequency › 2017-02-04") && session.contains("▶ NY"))
    try session.press("/state:ny,va<Enter>")
    #expect(session.contains("▶ NY") && session.contains("1 of 2"))
  }

  @Test func anotherKeyIsChosenFromAListOrStepByStep() throws {
    var session = try Session("80x24", keys: "ffj<Enter>")
    #expect(session.contains("by county") && session.contains("Travis County, TX"))
    try session.press("<Tab>")
    #expect(session.contains("by city"))
    try session.press("<S-Tab><S-Tab>")
    #expect(session.contains("by state"))
  }

  @Test func aPlaceIsCountedByItsCrimes() throws {
    let session = try Session("80x24", keys: "lf")
    #expect(session.contains("TX Travis County › by crime"))
    #expect(numbers(session, "(not itemised)").first == "140")
    #expect(numbers(session, "Total").first == "142")
  }

  @Test func whatIsNotItemisedHasNoRows() throws {
    let session = try Session("80x24", keys: "fG<Enter>")
    #expect(session.contains("there are no rows behind") || session.contains("hides these groups"))
    #expect(session.contains("Frequency"))
  }

  @Test func twoWeeksAreComparedWithSignGlyphAndWord() throws {
    var session = try Session("80x24", keys: "]=")
    #expect(session.contains("Compare › 2017-01-28 › 2017-02-04"))
    #expect(numbers(session, "TX Travis County").first == "142")
    #expect(session.contains("142         0–2          ↓ down"))
    #expect(session.contains("-2  × gone") && session.contains("0–8          ? not known"))
    #expect(numbers(session, "Total") == ["206", "47", "-159"])
    #expect(session.contains("0–2 between: what is not itemised may be of a place"))
    try session.press("%")
    #expect(session.contains("NV Clark County") && session.contains("issued"))
    #expect(numbers(session, "CA San Diego County").contains("44"))
    // Rank 4 of the second week has no count: nobody can say how it changed.
    let wide = try Session("120x40", keys: "]=%")
    #expect(numbers(wide, "NV Clark County") == ["51"] && wide.contains("? not known"))
  }

  @Test func bracesGoFromChangeToChange() throws {
    var session = try Session("80x24", keys: "]=}}")
    #expect(session.contains("▶ PA Philadelphia County"))
    try session.press("{")
    #expect(session.contains("▶ CO Boulder County"))
    try session.press("<Enter>")
    // The second report does not name the county.
    #expect(session.contains("Weeks › 2017-01-28 › CO Boulder County"))
    try session.press("<BS><BS>")
    #expect(session.contains("Compare › 2017-01-28 › 2017-02-04"))
  }

  @Test func whatCannotBeComparedSaysWhatToDo() throws {
    var session = try Session("80x24", keys: "=")
    #expect(session.contains("Compare › 2017-01-28 › 2017-02-04"))
    try session.press("=")
    #expect(session.contains("No report covers the week 2016-01-30"))
    try session.press("=")
    #expect(session.contains("No other source covers the week 2017-01-28"))
  }

  @Test func theViewIsExportedAsItStands() throws {
    let session = try Session("80x24", keys: "fe<C-a><C-k>x.csv<Enter>")
    guard case .export(let request) = session.effects.last else {
      Issue.record("nothing was exported")
      return
    }
    #expect(request.listing.columns.map(\.name).first == "state")
    #expect(request.listing.row(0).prefix(4) == [.text("TX"), .missing, .missing, .integer(149)])
  }
}
