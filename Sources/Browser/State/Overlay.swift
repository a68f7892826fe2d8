import DetainerModel
import Text

/// A dialog over the panes.
enum Overlay: Sendable {
  case help(top: Int)
  case detail(top: Int)
  /// The health of the data; nil while it is being examined.
  case health(Health?, top: Int)
  case messages(top: Int)
  case charts
  case pick(PickList)
  case sort(cursor: Int)
  /// What the frequency view counts by.
  case countBy(cursor: Int)
  case export(ExportDialog)
}

/// A list of values with counts to choose from.
struct PickList: Sendable {
  /// A value that can be chosen.
  struct Choice: Hashable, Sendable {
    let value: String
    let label: String
    let count: Int
  }

  let field: FilterField
  let title: String
  let choices: [Choice]
  var editor = LineEditor()
  var chosen: Set<String> = []
  var position = PanePosition()

  /// The choices that what was typed leaves.
  var shown: [Choice] {
    let needle = folded(editor.string)
    return needle.isEmpty ? choices : choices.filter { folded($0.label).contains(needle) }
  }
}

/// The export dialog.
struct ExportDialog: Sendable {
  /// Which rows are written.
  enum Scope: String, CaseIterable, Sendable {
    case view = "the rows of this pane"
    case marked = "the marked rows"
    case all = "all records that pass the filter"
    case original = "all records, every column"
  }

  /// The formats to choose from.
  static let formats = FileFormat.ofFiles

  /// The line the keys act on.
  enum Line: Int, CaseIterable, Sendable { case scope, format, path }

  var scope = Scope.view
  var format = 0
  var path: LineEditor
  var line = Line.path
  /// Set when the file exists and only a second Enter replaces it.
  var confirms: String?
  var problem: String?
  var completions: [String] = []
}
