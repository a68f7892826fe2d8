import DetainerModel
import Screen

/// What a view shows in place of the panes: a table with a cursor, and a total that adds up.
struct ViewTable: Sendable {
  /// A column: the first is as wide as the screen allows, the others as wide as their cells.
  struct Column: Hashable, Sendable {
    enum Kind: Hashable, Sendable { case text, number, bar }

    let title: String
    var kind = Kind.number
    /// Columns with a high rank go first where there is little room; 0 never goes.
    var rank = 0
  }

  /// A row, the same under every filter as long as its identity is.
  struct Row: Sendable {
    let identity: RowIdentity
    let cells: [String]
    /// How long the bar is, from 0 to 1.
    var part = 0.0
    var style = Style.normal
  }

  var columns: [Column] = []
  var rows: [Row] = []
  /// The cells of the last line, which stays in sight; empty when nothing can be added up.
  var total: [String] = []
  /// What must be said of the numbers, below the total.
  var note = ""
  /// What is said where there are no rows.
  var empty = ""
  /// What the view exports, in the order of its rows.
  var listing: Listing?
}

/// A view that is open in place of the panes.
struct OpenView: Sendable {
  var view: DataView
  private(set) var table = ViewTable()
  /// How wide the cells of each column are at most, found once and not for each picture.
  private(set) var widths: [Int] = []
  var position = PanePosition()

  init(_ view: DataView) { self.view = view }

  /// Finds the cursor's row again after the rows have changed.
  mutating func take(_ table: ViewTable) {
    let selected = self.selected?.identity
    self.table = table
    widths = table.columns.indices.map { index in
      let cells = [table.columns[index].title] + table.rows.map { $0.cells[index] }
      return (table.total.isEmpty ? cells : cells + [table.total[index]])
        .reduce(0) { max($0, TextWidth.of($1)) }
    }
    position.cursor = table.rows.firstIndex { $0.identity == selected } ?? position.cursor
  }

  /// The row under the cursor.
  var selected: ViewTable.Row? {
    table.rows.indices.contains(position.cursor) ? table.rows[position.cursor] : nil
  }
}

/// The views beside the panes.
enum DataView: Sendable {
  case frequency(FrequencyView)
  case comparison(ComparisonView)

  /// The path to the view, for the breadcrumb.
  func path(_ state: BrowserState) -> [String] {
    switch self {
    case .frequency(let view): view.path(state)
    case .comparison(let view): view.path(state)
    }
  }

  /// What a file with its rows is called.
  var fileName: String {
    switch self {
    case .frequency(let view):
      "by-\(view.key.words.lowercased().split(separator: " ").joined(separator: "-"))"
    case .comparison: "compare"
    }
  }

  /// What is measured, for the right of the breadcrumb.
  var measureWords: String {
    switch self {
    case .frequency(let view): view.measureWords
    case .comparison(let view): view.measureWords
    }
  }

  /// The table under the filter in force.
  func table(_ state: BrowserState) -> ViewTable {
    switch self {
    case .frequency(let view): view.table(state)
    case .comparison(let view): view.table(state)
    }
  }
}
