import DetainerModel
import Screen
import TestSupport
import Testing

@testable import Browser

/// A browser whose user has a configuration.
@Suite struct ConfigurationTests {
  private func state(_ entries: [(String, String, String)], keys: String = "") throws
    -> BrowserState
  {
    var problems: [ConfigurationProblem] = []
    let configuration = Configuration(
      entries.map {
        ConfigurationEntry(section: $0.0, name: $0.1, value: .text($0.2), line: 1)
      }, keyProblem: Keymap.problem, problems: &problems)
    #expect(problems == [])
    let size = try #require(Size("80x24"))
    var state = BrowserState(
      dataset: try Session("80x24").state.dataset, size: size, configuration: configuration)
    state.awaitAnswer()
    for key in try Key.parse(keys) {
      _ = state.reduce(.key(key))
      state.awaitAnswer()
    }
    return state
  }

  @Test func aCommandHasItsNewKeysAndNoOther() throws {
    let rebound = [("keys", "help", "x"), ("keys", "down", "e")]
    #expect(try state(rebound, keys: "x").dialog is HelpDialog)
    #expect(try state(rebound, keys: "?").dialog == nil)
    let hints = try state(rebound).draw().lines.last ?? ""
    #expect(hints.contains("x help"))
    // Another command that had the key has it no longer.
    let help = try state(rebound, keys: "x").draw().lines.joined()
    #expect(
      help.contains("e")
        && Keymap(rebinding: ["down": ["e"]]).keys(of: ExportDialog.command) == ["<C-s>"])
  }

  private static let rebound = [
    ("filter", "<C-f>"), ("help", "H"), ("leave", "X"), ("frequency", "zf"), ("declined", "zd"),
    ("escape", "<C-g>"), ("export", "E"), ("health", "zh"), ("detail", "I"), ("older-week", "A"),
    ("newer-week", "B"), ("next-change", "V"), ("undo", "U"), ("redo", "W"),
  ].map { ("keys", $0.0, $0.1) }

  @Test(arguments: [
    (
      "",
      ["C-f type to filter", "zf count", "E export", "H help  X quit", "I shows all"]
    ),
    ("zz", ["zz is not a key here; H lists them all"]),
    ("zf", ["zf count by", "H help", "X back"]),
    ("=o", ["V and { go from change to change"]),
    ("<C-f>zzzz<Enter>", ["C-g clears it"]),
    ("zd<Esc>U", ["taken back: the filter without outcome:declined; W makes it"]),
    ("Ht", ["Tour 1 of 6", "H t ends the tour"]),
    ("HtPtrav<Enter>", ["X goes back. Then press C-f, type state:tx"]),
    ("gnC<C-y>", ["E writes them"]),
    ("!", ["The health of the data: zh."]),
  ])
  func whatNamesAKeyNamesTheOneThatIsBound(keys: String, texts: [String]) throws {
    let state = try state(Self.rebound, keys: keys)
    let screen = state.draw().lines.joined(separator: "\n")
    for text in texts { #expect(screen.contains(text), "\(keys): \(screen)") }
  }

  @Test func aCommandWithoutAKeyIsCalledByItsNameInASentence() {
    let keymap = Keymap(rebinding: ["export": []])
    #expect(keymap.key(ExportDialog.command) == ": export")
    #expect(keymap.hints([(ExportDialog.command, "export")]).isEmpty)
    #expect(
      Keymap(rebinding: ["palette": [], "export": []]).key(ExportDialog.command) == "“export”")
  }

  @Test(arguments: [
    ("dwn", ["j"], "there is no command of this name; did you mean “down”?"),
    ("down", ["<Foo>"], "Write keys as j, gm, <Enter>, <C-n> or <F1>."),
    ("down", ["3j"], "a number before a key is a count; choose another key."),
    ("down", ["g"], "“g1” begins with it; choose another key."),
    ("down", ["kx"], "“k” is a key of its own; choose another beginning."),
  ])
  func keysThatCannotBeBound(command: String, keys: [String], reason: String) throws {
    let problem = try #require(Keymap.problem(command, keys))
    #expect(problem.reason.hasSuffix(reason))
  }

  @Test func everyUsualKeyCanBeWrittenDown() {
    for (name, keys, _) in Keymap.bindings(Configuration()) {
      #expect(Keymap.problem(name, keys) == nil, "\(name)")
    }
  }

  /// A command of a view says what is measured whatever is usual, since that is usual on a terminal
  /// alone; and only where it is not what is usual without a configuration.
  @Test(arguments: [
    ("share-issued", "f", "% of issued, of 100 or more", "--measure share-issued"),
    ("share-issued", "f%%", "declined", "--measure declined"),
    ("share-issued", "gv", "% of issued, of 100 or more", "--measure declined"),
    ("share-issued", "gm", "% of issued, of 100 or more", "--measure share-issued"),
    ("share-issued", "gt", "% of issued, of 100 or more", "--measure declined"),
    ("issued", "f", "declined", "--measure declined"),
    ("issued", "=", "Section I: issued", "--measure issued"),
    ("persons", "f", "declined", "--measure declined"),
    ("declined", "f", "declined", ""), ("declined", "gt", "declined", ""),
  ])
  func viewsMeasureWhatIsUsual(measure: String, keys: String, words: String, options: String) throws
  {
    let state = try state([("defaults", "measure", measure)], keys: keys)
    let view = try #require(state.shown.openView?.view)
    #expect(view.measureWords(state.shown) == words)
    guard case .command(let arguments) = view.command(state.shown) else {
      Issue.record("a command prints this view")
      return
    }
    let line = arguments.joined(separator: " ")
    #expect(options.isEmpty ? !line.contains("--measure") : line.contains(" \(options) "))
  }

  @Test func anExportBeginsWithItsOptions() throws {
    var problems: [ConfigurationProblem] = []
    let entry = ConfigurationEntry(
      section: "formats.csv", name: "crlf", value: .flag(true), line: 1)
    let configuration = Configuration([entry], keyProblem: Keymap.problem, problems: &problems)
    var state = BrowserState(
      dataset: try Session("80x24").state.dataset, size: Size(columns: 80, rows: 24),
      configuration: configuration)
    state.awaitAnswer()
    _ = state.reduce(.key(.character("e")))
    state.awaitAnswer()
    #expect(state.draw().lines.contains { $0.contains("CRLF line ends") })
  }

  @Test func aSavedFilterIsChosen() throws {
    let saved = [("filters", "texas", "state:tx"), ("filters", "dui", "crime:dui")]
    let list = try state(saved, keys: "F")
    #expect(list.draw().lines.contains { $0.contains("texas  state:tx") })
    #expect(try state(saved, keys: "Fj<Enter>").filter.text == "crime:dui")
    let none = try state([], keys: "F")
    #expect(
      none.message?.text
        == "no filter was used yet, and none is saved; “ddor config” says where to write one")
  }
}
