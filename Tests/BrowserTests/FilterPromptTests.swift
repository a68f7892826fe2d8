import DetainerModel
import Screen
import TestSupport
import Testing

@testable import Browser

/// Where a typed filter leads, and what stays of one that cannot be read or asked.
@Suite struct FilterPromptTests {
  @Test func anErrorNeverLeavesHalfAFilter() throws {
    var session = try Session("80x24", keys: "/state:tx or state:ca<Enter>")
    #expect(session.contains("write state:tx,ca"))
    #expect(session.state.prompt != nil, "what cannot be read is still there to be corrected")
    try session.press("<Esc>")
    #expect(session.contains("Filter: outcome:declined  "))
    try session.press("/county:travisx<Enter>")
    #expect(session.contains("no place of this name is known"))
    #expect(session.state.prompt?.editor.string == "outcome:declined county:travisx")
    try session.press("<Esc>")
    #expect(
      session.contains("Filter: outcome:declined  "), "half of the name is not what was meant")
  }

  @Test(arguments: [
    ("state:zz county:travis", "state:z county:travis"), ("days:x dui", "days: dui"),
  ])
  func theCursorGoesToWhatIsWrong(text: String, withoutOne: String) throws {
    var session = try Session("80x24", keys: "/\(text)<Enter><Del>")
    let prompt = try #require(session.state.prompt)
    #expect(prompt.editor.string == "outcome:declined " + withoutOne)
    try session.press("<Esc>")
    #expect(session.state.filter == BrowserState.startFilter)
  }

  @Test func aKeptFilterThatCannotBeAskedIsTypedAgain() throws {
    var state = try Session("80x24").state
    for key in try Key.parse("/state:zz<Enter>") { _ = state.reduce(.key(key)) }
    #expect(state.prompt == nil, "nothing is known of it yet")
    state.awaitAnswer()
    #expect(state.prompt?.editor.string == "outcome:declined state:zz")
    #expect(state.filter == BrowserState.startFilter)
  }

  @Test func theFirstReportWithARowIsTheNearestAndThatIsSaid() throws {
    var session = try Session("80x24", keys: "/queens")
    let sentence = "not in 2017-01-28; next in 2017-02-04"
    #expect(session.contains("▶17-02-04") && session.contains(sentence))
    try session.press("<Enter>")
    #expect(session.contains("▶17-02-04") && session.contains(sentence))
    let opened = BrowserState(
      dataset: sample, size: session.state.size, query: Query(try FilterParser.parse("queens")))
    #expect(Session.text(opened.draw().lines).contains(sentence))
    #expect(try !Session("80x24", keys: "/travis<Enter>").contains("not in"))
    #expect(try !Session("80x24", keys: "/queens<Esc>").contains("not in"))
    // From a later week the nearest is another one.
    #expect(
      try Session("80x24", keys: "]]/crime:dui").contains("not in 2017-02-11; next in 2017-01-28"))
  }

  @Test func escapeTakesBackOneTermAtATime() throws {
    var session = try Session("80x24", keys: "/state:tx county:travis crime:dui<Enter>")
    for rest in ["outcome:declined state:tx county:travis", "outcome:declined state:tx"] {
      try session.press("<Esc>")
      #expect(session.state.filter.text == rest)
    }
    try session.press("D<Esc>")
    #expect(session.state.filter.text == "")
    for _ in 0..<2 {
      try session.press("<Esc>")
      #expect(session.state.filter == BrowserState.startFilter, "it is never removed")
    }
  }

  @Test func countsInAViewAreOfWhatItShows() throws {
    let issued = try Session("80x24", keys: "]=%/count:>100<Enter>")
    #expect(issued.contains("Compare › 2017-01-28 › 2017-02-04"), "the reports stay")
    let rows = try #require(issued.state.shown.openView).table.rows.map { $0.cells[0] }
    #expect(rows.contains("CA Los Angeles County") && !rows.contains("CA San Diego County"))
    var declined = try Session("80x24", keys: "]=/count:>100<Enter>")
    let places = try #require(declined.state.shown.openView).table.rows.map { $0.cells[0] }
    #expect(places.first == "TX Travis County" && !places.contains("CO Boulder County"))
    try declined.press("q")
    #expect(declined.state.shown.weeks.allSatisfy { ($0.group.declined ?? 0) > 100 })
  }

  // MARK: One text, one row

  private static let starts = ["", "j", "jjl", "h", "hG", "h]k", "]", "D3j", "f", "gtj", "pG"]
  private static let texts = [
    "", "tra", "outcome:declined king", "state:tx", "state:ca,co -county:alameda", "queens",
    "outcome:declined", "dui", "nobody at all", "week:2015-02 state:ny",
    "outcome:declined state:nv",
    "franklin", "count:>3", "outcome:declined crime:dui",
  ]

  private func landing(_ state: BrowserState) -> String {
    let shown = state.shown
    let panes = Pane.allCases.map { pane in
      let cursor = shown.cursor(pane)
      return "\(cursor) \(shown.identity(pane, cursor).map { "\($0)" } ?? "nothing")"
    }
    let row = shown.openView.map { "\($0.position.cursor) \(String(describing: $0.selected))" }
    return ([state.filter.text, row ?? "panes"] + panes).joined(separator: "\n")
  }

  /// The browser at a start, in which nothing is being found.
  private func started(_ keys: String) throws -> BrowserState {
    try Session("80x24", keys: keys).state
  }

  private func press(_ key: Key, _ state: inout BrowserState) {
    if state.waits(for: key) { state.awaitAnswer() }
    _ = state.reduce(.key(key))
  }

  /// Puts a text into a prompt at once, in place of what is there.
  private func paste(_ text: String, _ state: inout BrowserState) {
    press(.end, &state)
    press(.control("u"), &state)
    _ = state.reduce(.paste(text))
  }

  /// Types this and that, waiting or not, and at last the text.
  private func wander(
    to text: String, _ state: inout BrowserState, _ random: inout SeededGenerator
  ) {
    let keys: [Key] = [
      .backspace, .control("w"), .control("u"), .left, .right, .home, .end, .control("k"),
      .control("n"), .control("p"), .down, .delete,
    ]
    for _ in 0..<random.below(12) {
      switch random.below(4) {
      case 0: press(random.pick(keys), &state)
      case 1: _ = state.reduce(.paste(random.pick(Self.texts)))
      default: press(.character(random.pick(Array("travis:cokng -,x\""))), &state)
      }
      if random.below(3) == 0 { state.awaitAnswer() }
    }
    if random.below(3) == 0 { return paste(text, &state) }
    press(.end, &state)
    press(.control("u"), &state)
    for character in text {
      if random.below(6) == 0 {
        press(.character("q"), &state)
        press(.backspace, &state)
      }
      press(.character(character), &state)
      if random.below(3) == 0 { state.awaitAnswer() }
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func theSameTextLeadsToTheSameRowHoweverItIsTyped(seed: UInt64) throws {
    var random = SeededGenerator(seed &+ 4000)
    let start = random.pick(Self.starts)
    let text = random.pick(Self.texts)
    let before = try started(start)
    var (direct, wandering) = (before, before)
    press(.character("/"), &direct)
    press(.character("/"), &wandering)
    paste(text, &direct)
    direct.awaitAnswer()
    wander(to: text, &wandering, &random)
    wandering.awaitAnswer()
    #expect(landing(wandering) == landing(direct), "“\(text)” after “\(start)”")
    var restored = wandering
    press(.escape, &restored)
    restored.awaitAnswer()
    #expect(landing(restored) == landing(before), "“\(text)” taken back after “\(start)”")
    for key in [Key.enter, .character("D")] {
      press(key, &direct)
      press(key, &wandering)
      direct.awaitAnswer()
      wandering.awaitAnswer()
      #expect(landing(wandering) == landing(direct), "“\(text)” after “\(start)”")
    }
  }

  @Test(arguments: texts.filter { !$0.contains("outcome") && !$0.contains("count") })
  func aTypedFilterLeadsWhereTheOptionDoes(text: String) throws {
    let opened = BrowserState(
      dataset: sample, size: try #require(Size("80x24")), query: Query(try FilterParser.parse(text))
    )
    let typed = try started("/\(text)<Enter>")
    #expect(landing(typed) == landing(opened))
  }
}
