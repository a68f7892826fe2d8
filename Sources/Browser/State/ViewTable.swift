import DetainerModel
import Screen
import Text

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
    var cells: [String]
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
  /// The column whose title is marked.
  var markedColumn: Int?
  /// The rows as a map, where there is room for it.
  var map: TileMap?
  /// What goes on over time, above the rows.
  var chart: Sparkline?
  /// What the view exports, in the order of its rows.
  var listing: Listing?

  /// Leaves out columns in which nothing is known.
  mutating func removeColumns(_ indices: Set<Int>) {
    func rest<Element>(_ elements: [Element]) -> [Element] {
      elements.enumerated().filter { !indices.contains($0.offset) }.map(\.element)
    }
    columns = rest(columns)
    total = rest(total)
    for row in rows.indices { rows[row].cells = rest(rows[row].cells) }
  }
}

/// A view that is open in place of the panes.
struct OpenView: Sendable {
  var view: DataView
  private(set) var table = ViewTable()
  /// How wide the cells of each column are at most, found once and not for each picture.
  private var cellWidths: [Int] = []
  var position = PanePosition()

  init(_ view: DataView) { self.view = view }

  /// Finds the cursor's row again after the rows have changed.
  mutating func take(_ table: ViewTable) {
    let selected = self.selected?.identity
    self.table = table
    cellWidths = table.columns.indices.map { index in
      let cells = table.rows.map { $0.cells[index] }
      return (table.total.isEmpty ? cells : cells + [table.total[index]])
        .reduce(0) { max($0, TextWidth.of($1)) }
    }
    position.cursor = table.rows.firstIndex { $0.identity == selected } ?? position.cursor
  }

  /// How wide the columns are with their titles or, where these are not shown, without.
  func widths(withTitles: Bool) -> [Int] {
    withTitles
      ? zip(cellWidths, table.columns).map { max($0, TextWidth.of($1.title)) } : cellWidths
  }

  /// Moves the cursor to a row, if there is one of that identity.
  mutating func select(_ identity: RowIdentity) {
    position.cursor = table.rows.firstIndex { $0.identity == identity } ?? position.cursor
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
  case trend(TrendView)
  case map(MapView)
  case pivot(PivotView)
  case place(PlaceView)
  case side(SideView)

  /// The path to the view, for the breadcrumb.
  func path(_ state: BrowserState) -> [String] {
    switch self {
    case .frequency(let view): view.path(state)
    case .comparison(let view): view.path(state)
    case .trend(let view): view.path(state)
    case .map(let view): view.path(state)
    case .pivot(let view): view.path(state)
    case .place(let view): view.path
    case .side(let view): view.path(state)
    }
  }

  /// What a file with its rows is called.
  var fileName: String {
    switch self {
    case .frequency(let view):
      "by-\(view.key.fileWords)"
    case .comparison: "compare"
    case .map: "map"
    case .side(let view): view.fileName
    case .place(let view): "place-\(view.fileWords)"
    case .pivot(let view): "\(view.rows.fileWords)-by-\(view.columns.fileWords)"
    case .trend(let view): "trend-by-\(view.span.key.fileWords)"
    }
  }

  /// What is measured, for the right of the breadcrumb.
  func measureWords(_ state: BrowserState) -> String {
    switch self {
    case .frequency(let view): view.measureWords
    case .comparison(let view): view.measureWords(state)
    case .trend(let view): view.measureWords
    case .map(let view): view.counts.measureWords
    case .pivot(let view): view.measureWords
    case .place: "all reports"
    case .side: ""
    }
  }

  /// The table under the filter in force.
  func table(_ state: BrowserState) -> ViewTable {
    switch self {
    case .frequency(let view): view.table(state)
    case .comparison(let view): view.table(state)
    case .trend(let view): view.table(state)
    case .map(let view): view.table(state)
    case .pivot(let view): view.table(state)
    case .place(let view): view.table(state)
    case .side(let view): view.table(state)
    }
  }
}
