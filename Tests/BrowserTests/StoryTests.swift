import Browser
import DetainerModel
import Screen
import TestSupport
import Testing
import Text

/// What a user does with the keys, and what is there to see afterwards.
@Suite struct StoryTests {
  @Test func opensAtTheWeekTheDataNames() throws {
    let session = try Session("80x24")
    #expect(session.contains("ddor  Declined Detainer Outcome Reports"))
    #expect(session.contains("4 published · 43 built from records"))
    #expect(session.contains("▶17-01-28◆ 206│") && session.contains("│▶ TX Travis County"))
    #expect(session.contains("206 declined; 43 listed."))
    #expect(session.contains("P is a place listed?  f count  = compare  gn caveats"))
    #expect(session.contains("Filter: outcome:declined"))
  }

  @Test func childPanesFollowTheirParents() throws {
    var session = try Session("80x24", keys: "h")
    #expect(session.contains("▶17-01-28◆ 206"))
    try session.press("k")
    #expect(session.contains("▶17-02-04◆  47"))
    #expect(session.contains("Queens County") == false || session.contains("NY"))
    #expect(session.contains("(not itemised)"))
  }

  @Test func theCursorIsWhereItWasAfterGoingBack() throws {
    var session = try Session("80x24", keys: "jj")
    #expect(session.contains("▶ CA Los Angeles County"))
    try session.press("<Enter>jj<BS>")
    #expect(session.contains("▶ CA Los Angeles County"))
    try session.press("<Enter>")
    #expect(session.contains("TX") && session.contains("› CA Los Angeles County › 3"))
  }

  @Test func aWeekWithoutTheJurisdictionDoesNotForgetIt() throws {
    var session = try Session("80x24", keys: "j")
    #expect(session.contains("▶ CO Boulder County"))
    try session.press("]")
    #expect(!session.contains("Boulder County"))
    try session.press("[")
    #expect(session.contains("▶ CO Boulder County"))
  }

  @Test func theFilterActsWhileItIsTyped() throws {
    var session = try Session("80x24", keys: "/state:co")
    #expect(session.contains(" 1/4 "))
    try session.press("<Esc>")
    #expect(session.contains(" 1/25 "))
    try session.press("/state:co<Enter>")
    #expect(session.contains("Filter: outcome:declined state:co"))
    try session.press("<Esc>")
    #expect(session.contains("Filter: outcome:declined  "))
    try session.press("<Esc>")
    #expect(session.contains("Filter: outcome:declined  "), "the start filter is never removed")
  }

  @Test func likelyDuplicatesAreLeftOutAndCountedAgain() throws {
    var builder = TableBuilder()
    builder.begin(Source(name: "release", file: "release.csv"))
    let declined = builder.text("Detainer Declined by LEA", column: 0)
    for index in 0..<5 {
      var row = TableBuilder.Row()
      row.issued = Day(packed: 42_000)
      row.texts[0] = declined
      row.isDuplicate = index < 2
      builder.append(row)
    }
    var session = try Session("80x24", data: Dataset(table: builder.finished()))
    #expect(session.contains("5 detainers shown"))
    try session.press("d")
    #expect(session.contains("3 detainers shown") && session.contains("no duplicates  sort:"))
    #expect(session.contains("2 likely duplicates left out; d counts them again  "))
    try session.press("d")
    #expect(session.contains("5 detainers shown") && !session.contains("no duplicates  sort:"))
  }

  @Test func aReleaseThatMarksNoDuplicatesSaysSo() throws {
    let session = try Session("80x24", keys: "d")
    #expect(session.contains("no release here marks likely duplicates"))
  }

  @Test func aBadFilterKeepsTheLastGoodOne() throws {
    let session = try Session("80x24", keys: "/state:co \"x")
    #expect(session.contains(" 1/4 "))
    #expect(session.contains("Filter, column 27"))
    #expect(session.contains("the closing quote is missing"))
  }

  @Test func severalStatesArePicked() throws {
    var session = try Session("80x24", keys: "s<Tab><Tab><Enter>")
    #expect(session.contains("Filter: outcome:declined state:TX,CA"))
    try session.press("szzz<Enter><Esc>")
    #expect(session.contains("state:TX,CA"), "nothing of that name: the choice stays")
    try session.press("sflo<Enter>")
    #expect(session.contains("state:FL"), "a state of no row here is known all the same")
  }

  @Test func aPickedCountyIsNamedByItsCode() throws {
    let session = try Session("80x24", keys: "cboul<Enter>")
    #expect(session.contains("county:08013"))
    #expect(session.contains("▶ CO Boulder County"))
  }

  @Test func allOutcomesShowPlacesWithoutADecline() throws {
    var session = try Session("80x24", keys: "D")
    #expect(session.contains("Filter: (none)"))
    #expect(session.contains(" 1/36 "))
    try session.press("D")
    #expect(session.contains(" 1/25 "))
  }

  @Test func aFilterWithAnOutcomeStandsAlone() throws {
    let size = try #require(Size("80x24"))
    let booked = try FilterParser.parse("outcome:booked")
    let state = BrowserState(dataset: sample, size: size, query: Query(booked))
    #expect(state.draw().lines[22].hasPrefix("Filter: outcome:booked "))
    #expect(state.draw().lines.contains { $0.contains("▶ ") })
  }

  @Test func countsGoBeforeKeys() throws {
    var session = try Session("80x24", keys: "12G")
    #expect(session.contains(" 12/25 "))
    try session.press("3gg")
    #expect(session.contains(" 3/25 "))
    try session.press("99999999999999999999j")
    #expect(session.contains(" 25/25 "))
  }

  @Test func marksAreExported() throws {
    var session = try Session("80x24", keys: "<Space><Space>e")
    #expect(session.contains("the marked rows"))
    try session.press("<Enter>")
    guard case .export(let request) = session.effects.last else {
      Issue.record("no export was asked for")
      return
    }
    #expect(request.form.format == .csv && !request.replacing)
    #expect(request.listing.rowCount == 2)
    #expect(request.listing.row(0)[1] == .text("Travis County"))
    #expect(request.path == "ddor-2017-01-28-jurisdictions.csv")
  }

  @Test(arguments: [
    ("x.jsonl", FileFormat.ndjson), ("x.ndjson", .ndjson), ("x.JSON", .json), ("x.md", .markdown),
    ("x.tsv", .tsv), ("x.table", .csv),
  ])
  func theFormatIsThatOfTheEnding(path: String, format: FileFormat) throws {
    let session = try Session("80x24", keys: "e<C-u>\(path)<Enter>")
    guard case .export(let request) = session.effects.last else {
      Issue.record("no export was asked for")
      return
    }
    #expect(request.path == path && request.form.format == format)
  }

  @Test func anotherFormatChangesTheEnding() throws {
    var session = try Session("80x24", keys: "e<C-u>x.jsonl<Up><Up><Up><Right>")
    #expect(session.contains("Format  markdown") && session.contains("File    x.md"))
    try session.press("<Left><Left>")
    #expect(session.contains("Format  json") && session.contains("File    x.json"))
  }

  @Test func anExistingFileIsReplacedOnlyAfterASecondEnter() throws {
    var session = try Session("80x24", keys: "e<Enter>")
    _ = session.state.reduce(.exported(.exists("x.csv")))
    #expect(session.contains("Enter again replaces it"))
    try session.press("<Enter>")
    guard case .export(let request) = session.effects.last else { return }
    #expect(request.replacing)
    _ = session.state.reduce(.exported(.exists("x.csv")))
    try session.press("y<Enter>")
    guard case .export(let other) = session.effects.last else { return }
    #expect(!other.replacing, "another name has to be confirmed anew")
  }

  @Test func aFileInTheOpenDataIsWrittenOnlyAfterASecondEnter() throws {
    var session = try Session("80x24", keys: "e<Enter>")
    _ = session.state.reduce(.exported(.insideData("SampleData")))
    #expect(session.contains("it would be read as data of SampleData, which is open"))
    try session.press("<Enter>")
    guard case .export(let request) = session.effects.last else { return }
    #expect(request.replacing)
  }

  @Test func leavingClosesWhatWasOpenedAndQuitsWhereNothingIs() throws {
    #expect(try Session("80x24", keys: "q").effects == [.quit])
    #expect(try Session("80x24", keys: "lq").effects == [.quit], "panes are not opened")
    for opened in ["f", "+", "f<Enter>", "pgc", "?"] {
      var session = try Session("80x24", keys: opened + "q")
      #expect(session.effects.isEmpty, "\(opened)")
      try session.press("qq")
      #expect(session.effects.first == .quit, "\(opened)")
    }
  }

  @Test(arguments: ["?", "i", "gh", "o"])
  func quittingWorksInDialogsWithoutText(keys: String) throws {
    #expect(try Session("80x24", keys: keys + "Q").effects == [.quit])
  }

  @Test func anUnknownSecondKeyIsNamedAndDropped() throws {
    var session = try Session("80x24", keys: "gz")
    #expect(session.contains("gz is not a key here"))
    try session.press("j")
    #expect(session.contains(" 2/25 "))
  }

  @Test func rowsThatArriveKeepTheCursor() throws {
    var small = sample
    small.isLoading = true
    var session = try Session("80x24", keys: "jjj", data: small)
    let before = session.screen
    _ = session.state.reduce(.loaded(sample))
    #expect(session.contains("▶ NY New York City"))
    #expect(before.contains("READING"))
  }
}

/// The health view, and the messages of the session.
@Suite struct HealthStoryTests {
  @Test func theTitleTellsTheNumbers() throws {
    let session = try Session("80x24", keys: "gh", data: broken)
    #expect(session.contains("┌ Data health: 2 errors, 1,238 warnings ─"))
    #expect(session.contains("error unreadable-count: 1"))
    #expect(try Session("80x24", keys: "gh").contains("┌ Data health: no errors, no warnings ─"))
  }

  @Test(arguments: ["<Esc>", "q"])
  func itIsClosedByUsualKeys(key: String) throws {
    let before = try Session("80x24").screen
    #expect(try Session("80x24", keys: "gh" + key).screen == before)
    #expect(try Session("80x24", keys: "!" + key).screen == before)
  }

  @Test func allOfItIsReachedByScrolling() throws {
    var session = try Session("80x24", keys: "gh", data: broken)
    let pages = HealthPage.lines(of: Health(of: broken), width: 72).map(\.text)
    var seen: Set<String> = []
    for _ in 0..<pages.count {
      for line in session.screen.split(separator: "\n") {
        let parts = line.split(separator: "│", omittingEmptySubsequences: false)
        if parts.count >= 3 { seen.insert(parts[1].trimmingSpaces) }
      }
      try session.press("j")
    }
    for line in pages { #expect(seen.contains(line[...].trimmingSpaces), "\(line) is never shown") }
  }

  private static let healths = [Health(of: broken), Health(of: sample)]

  @Test(arguments: [Int](8...24) + [40, 56, 73, 80, 113, 130])
  func nothingIsCutAtAnyWidth(width: Int) throws {
    for health in Self.healths {
      let lines = HealthPage.lines(of: health, width: width).map(\.text)
      #expect(lines.allSatisfy { TextWidth.of($0) <= width && !$0.contains("…") })
    }
  }

  @Test func whatIsReadSoFarIsShownAndGrows() throws {
    var part = broken
    part.isLoading = true
    part.table = DetainerTable()
    var session = try Session("80x24", keys: "gh", data: part)
    #expect(session.contains("Data health so far: 1 error, 1,235 warnings"))
    #expect(!session.contains("detainers/p.csv"))
    session.take(.loaded(broken))
    #expect(session.contains("Data health: 2 errors, 1,238 warnings"))
  }

  @Test func whatWasSaidIsKeptWithTheNewestFirst() throws {
    let session = try Session("80x24", keys: "gzgw!")
    let lines = session.screen.split(separator: "\n")
    #expect(lines[2].contains("gw is not a key here"))
    #expect(lines[3].contains("gz is not a key here"))
    #expect(try Session("80x24", keys: "!").contains("There are no messages yet."))
  }

  @Test func theStatusSaysWhereProblemsAreShown() throws {
    #expect(try Session("120x40", data: broken).contains("1,236 problems while reading, gh shows"))
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
