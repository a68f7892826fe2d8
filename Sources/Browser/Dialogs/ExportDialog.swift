import DetainerModel
import Screen
import Text

/// What is written, in which format, and to which file.
struct ExportDialog: Dialog {
  static let command = Command(
    "export", "e <C-s>", "Export the view, the marked rows or all records."
  ) { state, _ in state.openExport() }

  /// Which rows are written.
  enum Scope: Hashable, Sendable {
    /// Those of a pane, or of the view in its place.
    case view(Pane)
    case marked(Pane, Set<RowIdentity>)
    case all
    case original

    var words: String {
      switch self {
      case .view: "the rows of this pane"
      case .marked: "the marked rows"
      case .all: "all records that pass the filter"
      case .original: "all records, every column"
      }
    }
  }

  /// The line the keys act on.
  enum Row: Int, CaseIterable, Sendable { case scope, format, path }

  let scopes: [Scope]
  var scope: Scope
  var format = FileFormat.csv
  var path: LineEditor
  var row = Row.path
  /// The rows of the scope; nil until they are found.
  var listing: Listing?
  /// Set when the file exists and only a second Enter replaces it.
  var confirms: String?
  var problem: String?
  var completions: [String] = []
  let isTyped = true

  func waits(for stage: Question.Stage) -> Bool { true }

  // MARK: Keys

  mutating func take(_ key: Key, _ state: BrowserState) -> DialogStep {
    let confirmed = confirms
    if key != .enter { confirms = nil }
    problem = nil
    switch key {
    case _ where key.isGivingUp: return .close
    case .enter: return write(replacing: confirmed == path.string)
    case .backTab: move(by: -1)
    case .tab where row == .path: return .perform(.completePath(path.string))
    case .tab: move(by: 1)
    case .left where row != .path: return step(by: -1)
    case .right where row != .path, .character(" ") where row != .path: return step(by: 1)
    default:
      if let step = key.step {
        move(by: step)
      } else if row == .path {
        completions = []
        if path.take(key) { followEnding() }
      }
    }
    return .stay
  }

  mutating func paste(_ text: String) {
    guard row == .path else { return }
    path.insert(text)
    followEnding()
  }

  mutating func take(_ aside: Shown.Aside) {
    if case .export(let listing) = aside { self.listing = listing }
  }

  private mutating func write(replacing: Bool) -> DialogStep {
    guard let listing, !path.string.isEmpty else {
      problem = "name a file first"
      return .stay
    }
    guard listing.rowCount > 0 else {
      problem = "there are no such rows"
      return .stay
    }
    return .perform(
      .export(
        ExportRequest(
          listing: listing, format: format, path: path.string, replacing: replacing)))
  }

  private mutating func move(by step: Int) {
    row = Row.allCases.element(step, from: row)
  }

  private mutating func step(by step: Int) -> DialogStep {
    if row == .scope {
      scope = scopes.element(step, from: scope)
      return .ask(.export(scope))
    }
    let old = format
    format = FileFormat.ofFiles.element(step, from: format)
    // The path keeps its name and takes the ending of the format.
    if FileFormat(path: path.string) == old, let dot = path.string.lastIndex(of: ".") {
      path = LineEditor(String(path.string[...dot]) + (format.endings.first ?? ""))
    }
    return .stay
  }

  /// The format is that of the path's ending, wherever there is one that is known.
  private mutating func followEnding() {
    if let known = FileFormat(path: path.string) { format = known }
  }

  // MARK: Answers

  mutating func complete(_ typed: String, with paths: [String]) {
    guard path.string == typed else { return }
    if let first = paths.first {
      let common = paths.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
      if common.count > typed.count { path = LineEditor(common) }
      followEnding()
    }
    completions = paths.count > 1 ? paths : []
    if paths.isEmpty { problem = "no file or folder begins like that" }
  }

  mutating func finish(_ result: ExportResult) {
    switch result {
    case .written: break
    case .exists(let path):
      confirms = self.path.string
      problem = "\(path) exists already; Enter again replaces it, or type another name"
    case .insideData(let directory):
      confirms = path.string
      problem =
        "it would be read as data of \(directory), which is open; Enter again writes it all the same"
    case .failed(let sentence): problem = sentence
    }
  }
}

extension BrowserState {
  /// Finds the rows to write, and opens the dialog.
  fileprivate mutating func openExport() {
    let isOfView = shown.openView?.table.listing.map { $0.rowCount > 0 } ?? false
    guard isOfView || shown.openView == nil && shown.rowCount(focus) > 0 else {
      say("there are no rows here to export")
      return
    }
    let marked = shown.openView == nil ? marks[focus] ?? [] : []
    let scopes =
      [.view(focus), .marked(focus, marked), .all]
      + (dataset.table.hasOtherColumns ? [ExportDialog.Scope.original] : [])
    let dialog = ExportDialog(
      scopes: scopes, scope: marked.isEmpty ? scopes[0] : scopes[1],
      path: LineEditor("ddor" + exportName + ".csv"))
    request.aside = .export(dialog.scope)
    ask(from: .aside) { state in
      state.dialog = dialog
      state.giveAside()
    }
  }

  /// What the file is called, unless the user names it otherwise.
  private var exportName: String {
    if let open = shown.openView { return "-" + open.view.fileName }
    let week = focus == .weeks ? nil : shown.week.map { "-" + $0.report.label }
    return (week ?? "") + "-" + focus.name
  }
}

extension Array where Element: Equatable {
  /// The element so many steps after another, the first again after the last.
  func element(_ step: Int, from element: Element) -> Element {
    self[((firstIndex(of: element) ?? 0) + step + count) % count]
  }
}

extension String {
  /// What two texts both begin with.
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
