import DetainerModel
import Text

/// What goes to the clipboard.
package struct Copying: Equatable, Sendable {
  /// The text, or the rows that it is made of beside the loop.
  package enum Content: Sendable {
    /// As it is; no control character of the data is in it.
    case text(String)
    /// Rows that are made, in a form.
    case rows(@Sendable () -> Listing?, ExportForm)
  }

  /// The base64 that a terminal is given at most; xterm and tmux take no longer sequence.
  package static let mostToTerminal = 74_994

  /// What is said of it.
  enum What: Equatable, Sendable {
    /// Rows, a record, an entry.
    case named(String)
    /// A command line, with what it does not say.
    case command(String, without: String?)
  }

  /// What is copied.
  package let content: Content
  let what: What

  init(_ content: Content, what: What) {
    self.content = content
    self.what = what
  }

  /// Two are the same where rows, or the same text, are copied under one name.
  package static func == (a: Copying, b: Copying) -> Bool {
    switch (a.content, b.content) {
    case (.text(let x), .text(let y)): x == y && a.what == b.what
    case (.rows(_, let form), .rows(_, let other)): form == other && a.what == b.what
    default: false
    }
  }

  /// What is said when it has been copied, and by what means.
  func sentence(_ means: [String]) -> String {
    let means = means.joined(separator: ", ")
    switch what {
    case .named(let name): return "\(name) copied (\(means))"
    case .command(let line, let without):
      return "copied (\(means)\(without.map { "; " + $0 } ?? "")): \(line)"
    }
  }

  /// What is said when it could not be copied.
  func sentence(failing reason: String) -> String {
    switch what {
    case .named(let name): "\(name) not copied: \(reason)"
    case .command(let line, _): "\(line) – not copied: \(reason)"
    }
  }
}

/// How copying ended.
package enum CopyOutcome: Equatable, Sendable {
  /// Done by some means; what the terminal is to be given, in base64, where it is one of them.
  case done([String], toTerminal: String?)
  /// Not done, and why.
  case failed(String)
}

/// What `y`, `Y` and `gy` copy.
extension BrowserState {
  static let copying = [
    Command(
      name: "copy-row", keys: "y",
      help: "Copy the row under the cursor: its values with tabs between them, or the entry."
    ) { state, _ in state.copyRow() },
    Command(
      name: "copy-view", keys: "Y",
      help: "Copy all rows of this pane or view, with the names of the columns."
    ) { state, _ in state.copyView() },
    commandCopy,
    Command(
      name: "copy-record", keys: "gy",
      help: "Copy the record as its file has it: every column with its value."
    ) { state, _ in state.copyRecord() },
  ]

  private mutating func copyRow() -> Effect {
    guard let open = shown.openView else {
      guard shown.rowCount(focus) > 0 else { return sayNothingIsHere() }
      return copy(1) { [shown, focus] in shown.listing(focus, [shown.cursor(focus)]) }
    }
    guard let row = open.selected else { return sayNothingIsHere() }
    if case .line(_, let number, _, _) = row.identity, open.table.facts.indices.contains(number) {
      let fact = open.table.facts[number]
      return .copy(
        Copying(.text(harmless(fact.label) + "\t" + harmless(fact.text)), what: .named("1 entry")))
    }
    guard let listing = open.table.listing,
      case let lines = open.table.lines(ofRow: open.position.cursor), !lines.isEmpty
    else {
      say("this line is no row of the data; Y copies all that are")
      return .none
    }
    return copy(lines.count) { listing.rows(lines) }
  }

  private mutating func copyView() -> Effect {
    let count = shown.rowsShown(focus)
    guard count > 0 else { return sayNothingIsHere() }
    return copy(count, withHead: true) { [shown, focus] in shown.listingShown(focus) }
  }

  private mutating func copyRecord() -> Effect {
    guard shown.openView == nil, focus == .detainers, let row = shown.detainer else {
      say("a record is copied in the third pane: g3")
      return .none
    }
    let record = shown.dataset.table.originalRecord(row)
    let lines = record.map { harmless($0.name) + "\t" + harmless($0.value) }
    return .copy(
      Copying(
        .text(lines.joined(separator: "\n") + "\n"),
        what: .named("the record with \(counted(record.count, "column"))")))
  }

  private func copy(
    _ count: Int, withHead: Bool = false, _ listing: @escaping @Sendable () -> Listing?
  ) -> Effect {
    var form = ExportForm(.tsv)
    form.hasHeader = withHead
    return .copy(Copying(.rows(listing, form), what: .named(counted(count, "row"))))
  }

  private mutating func sayNothingIsHere() -> Effect {
    say("there is nothing here to copy")
    return .none
  }

  /// Says how copying ended, and gives the terminal its part.
  mutating func take(_ outcome: CopyOutcome, of copying: Copying) -> Effect {
    switch outcome {
    case .done(let means, let base64):
      say(copying.sentence(means))
      return base64.map { .setClipboard($0) } ?? .none
    case .failed(let reason):
      message = (copying.sentence(failing: reason), true)
      return .none
    }
  }
}
