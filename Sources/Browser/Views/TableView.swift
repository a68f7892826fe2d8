import DetainerModel
import Screen
import Text

/// Draws the table of a view: titles above, the total below, as many columns as there is room for.
enum TableView {
  /// Where the titles, the rows, the total and the note stand.
  struct Places {
    var chart: Rect?
    var titles: Rect?
    var rows: Rect
    var total: Rect?
    var note: Rect?
  }

  /// The places in the room between the breadcrumb and the filter line.
  static func places(in rect: Rect, of table: ViewTable) -> Places {
    var rect = rect
    var places = Places(rows: rect)
    if table.chart != nil {
      let heights = Sparkline.heights(in: rect.height)
      let height = heights.picture + heights.axis + heights.caption
      if height > 0 { places.chart = rect }
      rect.y += height
      rect.height -= height
    }
    var rows = rect
    if rect.height >= 4, table.columns.contains(where: { !$0.title.isEmpty }) {
      places.titles = Rect(x: rect.x, y: rect.y, width: rect.width, height: 1)
      rows = Rect(x: rect.x, y: rect.y + 1, width: rect.width, height: rect.height - 1)
    }
    // A note is whole or not there.
    if !table.note.isEmpty, rows.height >= 12, TextWidth.of(table.note) <= rect.width - 4 {
      rows.height -= 1
      places.note = Rect(x: rect.x, y: rows.maxY, width: rect.width, height: 1)
    }
    if !table.total.isEmpty, rows.height >= 4 {
      rows.height -= 1
      places.total = Rect(x: rect.x, y: rows.maxY, width: rect.width, height: 1)
    }
    places.rows = rows
    return places
  }

  static func draw(_ open: OpenView, _ rect: Rect, on canvas: inout Canvas) {
    let table = open.table
    if table.rows.isEmpty {
      for (index, line) in wrapped(table.empty, to: max(1, rect.width - 2)).prefix(rect.height)
        .enumerated()
      {
        canvas.put(line, x: rect.x + 1, y: rect.y + index, width: rect.width - 1, style: .dim)
      }
      return
    }
    if let map = table.map, let size = TileMap.tileSize(in: rect) {
      map.draw(open, rect, size, on: &canvas)
      return
    }
    let places = places(in: rect, of: table)
    let columns = columns(of: open, width: rect.width, withTitles: places.titles != nil)
    if let chart = table.chart, let place = places.chart {
      chart.draw(place, selectedRow: open.position.cursor, on: &canvas)
    }
    if let titles = places.titles {
      draw(table.columns.map(\.title), columns, x: rect.x, y: titles.y, style: .dim, on: &canvas)
      if let column = columns.first(where: { $0.index == table.markedColumn }) {
        let place = Rect(x: rect.x + column.x, y: titles.y, width: column.width, height: 1)
        canvas.restyle(place, style: .marked)
        canvas.put("▼", x: place.x - 1, y: place.y, style: .marked)
      }
    }
    if let total = places.total {
      draw(table.total, columns, x: rect.x, y: total.y, style: .strong, on: &canvas)
    }
    if let note = places.note {
      canvas.put(table.note, x: note.x + 2, y: note.y, width: note.width - 2, style: .dim)
    }
    for line in 0..<max(0, places.rows.height) {
      let index = open.position.top + line
      guard table.rows.indices.contains(index) else { break }
      let row = table.rows[index]
      let y = places.rows.y + line
      draw(row.cells, columns, x: rect.x, y: y, style: row.style, on: &canvas)
      for column in columns where column.kind == .bar {
        canvas.put(
          JurisdictionsView.bar(row.part, width: column.width), x: rect.x + column.x, y: y,
          width: column.width, style: .bar)
      }
      if index == open.position.cursor {
        canvas.restyle(Rect(x: rect.x, y: y, width: rect.width, height: 1), style: .cursor)
        canvas.put("▶", x: rect.x, y: y, style: .cursor)
        canvas.cursor = Point(x: rect.x, y: y)
      }
    }
  }

  // MARK: Columns

  /// A column on the screen.
  private struct Placed {
    let index: Int
    let kind: ViewTable.Column.Kind
    let rank: Int
    var width: Int
    var x = 0
  }

  /// Bars are this wide, where there is room for any.
  private static let bars = 6...40
  /// The first column keeps this much, or a third of the screen, where it needs it.
  private static let leastName = 14

  /// The columns that there is room for, with their places; those of the highest rank go first.
  private static func columns(of open: OpenView, width: Int, withTitles: Bool) -> [Placed] {
    let room = max(0, width - 2)
    let widths = open.widths(withTitles: withTitles)
    var columns = open.table.columns.enumerated().map { index, column in
      Placed(
        index: index, kind: column.kind, rank: column.rank,
        width: column.kind == .bar ? bars.lowerBound : widths[index])
    }
    guard let name = columns.first?.width else { return [] }
    func rest() -> Int { room - columns.dropFirst().reduce(0) { $0 + $1.width + 2 } }
    let wanted = min(name, max(leastName, room / 3))
    while rest() < wanted, let first = columns.map(\.rank).max(), first > 0 {
      columns.removeAll { $0.rank == first }
    }
    columns[0].width = max(0, min(name, rest()))
    let free = rest() - columns[0].width
    for index in columns.indices where columns[index].kind == .bar {
      columns[index].width = min(bars.upperBound, columns[index].width + free)
    }
    var x = 2
    for index in columns.indices {
      columns[index].x = x
      x += columns[index].width + 2
    }
    return columns
  }

  private static func draw(
    _ cells: [String], _ columns: [Placed], x: Int, y: Int, style: Style, on canvas: inout Canvas
  ) {
    for column in columns where column.kind != .bar && column.width > 0 {
      canvas.put(
        TextWidth.clip(cells[column.index], to: column.width), x: x + column.x, y: y,
        width: column.width, style: style, align: column.kind == .number ? .trailing : .leading)
    }
  }
}
