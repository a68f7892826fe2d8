import DetainerModel
import Text

/// The command that prints the rows on the screen, or why there is none.
enum Equivalent: Equatable, Sendable {
  /// The words of its command line behind `ddor`, without the paths of the data.
  case command([String])
  /// A sentence that says why no command prints them.
  case none(String)

  /// The command of what there is, else that there is nothing.
  init(_ words: [String]?) {
    self = words.map { .command($0) } ?? .none("there are no rows here that a command prints")
  }
}

extension Query {
  /// The query as options of a command, which has no filter of its own.
  var options: [String] {
    (filter.terms.isEmpty ? [] : ["--filter", filter.text])
      + (dropsDuplicates ? ["--drop-duplicates"] : []) + (isAsCorrected ? ["--as-corrected"] : [])
  }
}

extension BrowserState {
  static let commandCopy = Command(
    name: "copy-command", keys: "<C-y>",
    help: "Copy the command line that prints these rows, and say it."
  ) { state, _ in state.copyCommand() }

  /// Copies the command line that prints what is on the screen.
  mutating func copyCommand() -> Effect {
    switch equivalent {
    case .none(let reason):
      say(reason)
      return .none
    case .command(let words):
      guard let line = commandLine(words, isForElsewhere: true) else {
        say(
          "the filter or a path has characters that no command line is given; "
            + "\(key(ExportDialog.command)) writes the rows")
        return .none
      }
      return .copy(Copying(.text(line), what: .command(line, without: whatNoCommandSays)))
    }
  }

  /// The command of the dialog that is open, of the view, or of the pane.
  var equivalent: Equivalent {
    dialog?.equivalent ?? shown.openView?.view.command(shown)
      ?? Equivalent(paneCommand(focus))
  }

  /// A command line as a POSIX shell reads it; nil where no terminal may be given it.
  /// - Parameter isForElsewhere: whether it is pasted in another directory than that of the browser.
  func commandLine(_ words: [String], isForElsewhere: Bool = false) -> String? {
    shellLine(["ddor"] + words + paths.map { isForElsewhere ? pathFromElsewhere($0) : path($0) })
  }

  /// A path as a word of a line: what begins with a dash would be an option; a dash alone is
  /// standard input.
  private func path(_ path: String) -> String {
    path.hasPrefix("-") && path != "-" ? "./" + path : path
  }

  private func pathFromElsewhere(_ path: String) -> String {
    guard !directory.isEmpty, !path.hasPrefix("/"), path != "-" else { return self.path(path) }
    let root = directory == "/" ? "" : directory
    if path == "." { return directory }
    return root + "/" + (path.hasPrefix("./") ? String(path.dropFirst(2)) : path)
  }

  /// What of the screen the command leaves out; nil where that is nothing.
  private var whatNoCommandSays: String? {
    let isMarked = shown.openView == nil && marks[focus]?.isEmpty == false
    let parts =
      (isMarked ? ["it prints all rows, not the marked ones"] : [])
      + (paths.contains { $0 == "-" || $0.hasPrefix("/dev/fd/") }
        ? ["it reads its input anew"] : [])
      + (dataset.isLoading || dataset.isPartial ? ["it reads what is not read here"] : [])
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  /// The words of the command that prints the rows of a pane; nil where it has none.
  private func paneCommand(_ pane: Pane) -> [String]? {
    guard let selection = shown.selection(of: pane), shown.rowCount(pane) > 0 else { return nil }
    let isReversed = shown.request.reversed.contains(pane)
    let (order, usual) =
      switch pane {
      case .weeks: ("week", "week")
      case .jurisdictions:
        (shown.request.jurisdictionOrder.rawValue, JurisdictionOrder.declined.rawValue)
      case .detainers: (shown.request.detainerOrder.name, DetainerOrder.file.name)
      }
    return ["list", pane.name]
      + (order == usual && !isReversed ? [] : ["--sort", (isReversed ? "-" : "") + order])
      + selection.query.options
  }
}
