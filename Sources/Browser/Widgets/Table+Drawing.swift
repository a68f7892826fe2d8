import Screen
import Text

extension Table {
  /// Draws titles above, the total below, and as many columns as there is room for; how wide the
  /// cells of each are is found once for all pictures.
  func draw(
    _ rect: Rect, at position: PanePosition, cellWidths: [Int],
    isMarked: @escaping (Int) -> Bool = { _ in false },
    isMatch: @escaping (Int) -> Bool = { _ in false }, on canvas: inout Canvas
  ) {
    if rows.isEmpty {
      List.drawEmpty(empty, rect, on: &canvas)
      return
    }
    if let map, let size = TileMap.tileSize(in: rect) {
      map.draw(self, cursor: position.cursor, rect, size, on: &canvas)
      return
    }
    let places = places(in: rect)
    let fitting = fitting(rect.width, cellWidths, withTitles: places.titles != nil)
    if let chart, let place = places.chart {
      chart.draw(place, selectedRow: position.cursor, on: &canvas)
    }
    if let titles = places.titles {
      draw(columns.map(\.title), fitting, x: rect.x, y: titles.y, style: .dim, on: &canvas)
      if let column = fitting.first(where: { $0.index == markedColumn }) {
        let place = Rect(x: rect.x + column.x, y: titles.y, width: column.width, height: 1)
        canvas.restyle(place, style: .marked)
        canvas.put("▼", x: place.x - 1, y: place.y, style: .marked)
      }
    }
    if let place = places.total {
      draw(total, fitting, x: rect.x, y: place.y, style: .strong, on: &canvas)
    }
    if let place = places.notes {
      for (line, note) in places.noteLines.enumerated() {
        canvas.put(note, x: place.x + 2, y: place.y + line, width: place.width - 2, style: .dim)
      }
    }
    List(rows: rows.count, at: position, isMarked: isMarked, isMatch: isMatch).draw(
      places.rows, on: &canvas
    ) { index, rect, canvas in
      let row = rows[index]
      draw(row.cells, fitting, x: rect.x, y: rect.y, style: row.style, on: &canvas)
      for column in fitting where column.kind == .bar {
        Bar.draw(
          row.part, Rect(x: rect.x + column.x, y: rect.y, width: column.width, height: 1),
          after: 1, on: &canvas)
      }
    }
  }

  /// The column whose title stands at a place; nil where none does.
  func column(at point: Point, in rect: Rect, cellWidths: [Int]) -> Int? {
    guard !rows.isEmpty, map == nil || TileMap.tileSize(in: rect) == nil,
      let titles = places(in: rect).titles, titles.contains(point)
    else { return nil }
    return fitting(rect.width, cellWidths, withTitles: true).first { column in
      (column.x..<column.x + column.width).contains(point.x - rect.x)
    }?.index
  }

  /// The row that stands at a place; nil where none does.
  func row(at point: Point, in rect: Rect, _ position: PanePosition) -> Int? {
    if let map, let size = TileMap.tileSize(in: rect) { return map.row(at: point, in: rect, size) }
    let place = places(in: rect).rows
    guard place.contains(point) else { return nil }
    let row = position.top + point.y - place.y
    return rows.indices.contains(row) ? row : nil
  }

  /// A column on the screen.
  private struct Fitting {
    let index: Int
    let kind: Column.Kind
    let rank: Int
    var width: Int
    var x = 0
  }

  /// Bars are this wide, where there is room for any.
  private static let bars = 6...40
  /// The first column keeps this much, or a third of the screen, where it needs it.
  private static let leastName = 14

  /// The columns that there is room for, with their places; those of the highest rank go first.
  private func fitting(_ width: Int, _ cellWidths: [Int], withTitles: Bool) -> [Fitting] {
    let room = max(0, width - 2)
    var fitting = columns.enumerated().map { index, column in
      let cells = max(cellWidths[index], withTitles ? TextWidth.of(column.title) : 0)
      return Fitting(
        index: index, kind: column.kind, rank: column.rank,
        width: column.kind == .bar ? Self.bars.lowerBound : cells)
    }
    guard let name = fitting.first?.width else { return [] }
    func rest() -> Int { room - fitting.dropFirst().reduce(0) { $0 + $1.width + 2 } }
    let wanted = min(name, max(Self.leastName, room / 3))
    while rest() < wanted, let first = fitting.map(\.rank).max(), first > 0 {
      fitting.removeAll { $0.rank == first }
    }
    fitting[0].width = max(0, min(name, rest()))
    let free = rest() - fitting[0].width
    for index in fitting.indices where fitting[index].kind == .bar {
      fitting[index].width = min(Self.bars.upperBound, fitting[index].width + free)
    }
    var x = 2
    for index in fitting.indices {
      fitting[index].x = x
      x += fitting[index].width + 2
    }
    return fitting
  }

  private func draw(
    _ cells: [String], _ columns: [Fitting], x: Int, y: Int, style: Style, on canvas: inout Canvas
  ) {
    for column in columns where column.kind != .bar && column.width > 0 {
      canvas.put(
        TextWidth.clip(cells[column.index], to: column.width), x: x + column.x, y: y,
        width: column.width, style: style, align: column.kind == .number ? .trailing : .leading)
    }
  }
}
