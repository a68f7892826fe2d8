import DetainerModel
import Screen
import Text

/// A map of tiles as it is drawn: in every tile its state, its value and a glyph for its class.
struct TileMap: Hashable, Sendable {
  /// A tile, or one of those beside the map: territories, what has no state, what is not itemised.
  struct Tile: Hashable, Sendable {
    /// The row of the table it stands for.
    let row: Int
    let label: String
    /// The name of the state.
    let name: String
    /// The value by which it is shaded.
    let value: Double?
    let text: String
    let place: TileGrid.Place
    let isState: Bool
  }

  let classes: TileClasses
  var tiles: [Tile] = []
  /// The totals in words, where the columns of the table do not say what they are.
  var total: String?

  init(classes: TileClasses) { self.classes = classes }

  /// Whether a value of the key stands on the grid of states.
  static func isTile(_ value: KeyValue) -> Bool {
    TileGrid.places[value.text(withState: false)] != nil
  }

  static func isCode(_ text: String) -> Bool { text.count == 2 }

  /// How large the tiles are in a room; nil where there is no room for a map.
  static func tileSize(in rect: Rect) -> Size? {
    let width = min(10, (rect.width - 2) / TileGrid.columns)
    guard width >= 3, rect.height > TileGrid.rows else { return nil }
    // Tiles of more than one line need lines for all that is beside the map, too.
    let height = min(4, (rect.height - 4) / TileGrid.rows)
    return Size(columns: width, rows: width < 6 || height < 2 ? 1 : height)
  }

  /// The row of the table that lies next to another in a direction.
  func row(from row: Int, columns: Int = 0, rows: Int = 0) -> Int? {
    guard let tile = tiles.first(where: { $0.row == row }) ?? tiles.first else { return nil }
    let next = TileGrid.next(
      from: tile.place, columns: columns, rows: rows, among: tiles.map(\.place))
    return next.flatMap { place in tiles.first { $0.place == place }?.row }
  }

  // MARK: Drawing

  /// Where a tile of the grid stands.
  func place(of tile: Tile, in rect: Rect, _ size: Size) -> Rect {
    Rect(
      x: rect.x + 1 + tile.place.column * size.columns, y: rect.y + tile.place.row * size.rows,
      width: size.columns, height: size.rows)
  }

  /// The row of the table whose tile stands at a place; nil where none does.
  func row(at point: Point, in rect: Rect, _ size: Size) -> Int? {
    tiles.first { $0.isState && place(of: $0, in: rect, size).contains(point) }?.row
  }

  func draw(
    _ table: Table, cursor: Int, _ rect: Rect, _ size: Size, on canvas: inout Canvas
  ) {
    for tile in tiles where tile.isState {
      let place = place(of: tile, in: rect, size)
      draw(tile, place, isSelected: tile.row == cursor, on: &canvas)
    }
    // Between Alaska and Maine there is room for words.
    let free = Rect(
      x: rect.x + 1 + size.columns, y: rect.y, width: size.columns * 8 - 1, height: 2 * size.rows)
    if size.rows == 1 {
      for (line, forms) in shortSentences(table, cursor).enumerated() {
        let text = forms.first { TextWidth.of($0) <= free.width } ?? ""
        let style: Style = line == 0 ? .strong : .dim
        canvas.put(text, x: free.x, y: free.y + line, width: free.width, style: style)
      }
    } else {
      var line = 0
      for sentence in sentences(table, cursor) {
        for text in wrapped(sentence.text, to: free.width - 1) where line < free.height {
          canvas.put(
            text, x: free.x + 1, y: free.y + line, width: free.width - 1, style: sentence.style)
          line += 1
        }
      }
    }
    var y = rect.y + TileGrid.rows * size.rows
    if size.rows > 1 || rect.height >= TileGrid.rows + 3 {
      drawOthers(cursor, Rect(x: rect.x, y: y, width: rect.width, height: 1), on: &canvas)
      y = min(rect.maxY - 2, y + 2)
    }
    drawLegend(Rect(x: rect.x, y: y, width: rect.width, height: 1), on: &canvas)
    let total = total ?? sums(table)
    if y + 1 < rect.maxY, !total.isEmpty {
      canvas.put(total, x: rect.x + 2, y: y + 1, width: rect.width - 2, style: .strong)
    }
  }

  /// Draws a tile of three columns: its state on the colour of its class, and the glyph of it, which
  /// fills its cell where the class has a colour.
  func drawSmall(_ tile: Tile, _ rect: Rect, isSelected: Bool, on canvas: inout Canvas) {
    let style = classes.style(of: tile.value)
    canvas.put(tile.label, x: rect.x, y: rect.y, width: 2, style: style)
    canvas.put(
      String(classes.glyph(of: tile.value)), x: rect.x + 2, y: rect.y, width: rect.width - 2,
      style: style)
    if isSelected { canvas.reverse(Rect(x: rect.x, y: rect.y, width: 2, height: 1)) }
  }

  /// Draws a tile that is filled with the colour of its class, its state and its number in it; what
  /// has no class is an outline. Without colour the number and the glyph say it.
  private func draw(_ tile: Tile, _ rect: Rect, isSelected: Bool, on canvas: inout Canvas) {
    if rect.width == 3 {
      drawSmall(tile, rect, isSelected: isSelected, on: &canvas)
      if isSelected { canvas.cursor = Point(x: rect.x, y: rect.y) }
      return
    }
    // A column between tiles keeps them apart, a line where there are enough of them.
    let (width, height) = (rect.width - 1, rect.height > 2 ? rect.height - 1 : rect.height)
    let place = Rect(x: rect.x, y: rect.y, width: width, height: height)
    let glyph = classes.glyph(of: tile.value)
    let style = classes.style(of: tile.value)
    if glyph != " " {
      canvas.fill(place, style: style)
      canvas.put(String(glyph), x: place.maxX - 1, y: place.y, style: style)
    } else if height > 2 {
      _ = Box.draw("", place, on: &canvas)
      canvas.fill(
        Rect(x: place.x + 1, y: place.y, width: 2, height: 1), style: style)
    }
    let x = rect.x + (glyph == " " && height > 2 ? 1 : 0)
    canvas.put(tile.label, x: x, y: rect.y, width: 2, style: style)
    if isSelected {
      canvas.put("▶", x: x + 2, y: rect.y, width: 1, style: style)
      canvas.reverse(Rect(x: x, y: rect.y, width: 3, height: 1))
      canvas.cursor = Point(x: x, y: rect.y)
    }
    guard height > 1 else { return }
    let inner = height > 2 ? 1 : 0
    canvas.put(
      tile.text, x: rect.x + inner, y: rect.y + 1, width: width - 2 * inner, style: style,
      align: .trailing)
  }

  /// What is told of the selected tile, and what is not on the grid.
  private func sentences(_ table: Table, _ cursor: Int) -> [(text: String, style: Style)] {
    guard table.rows.indices.contains(cursor), let tile = tiles.first(where: { $0.row == cursor })
    else { return [] }
    let row = table.rows[cursor]
    let facts = zip(table.columns, row.cells).dropFirst()
      .filter { $0.kind != .bar && !$1.isEmpty && $0.title != "cumulative" }
      .map { "\($0.title) \($1)" }
    let head = tile.name.isEmpty ? row.cells[0] : tile.name
    let others = tiles.filter { !$0.isState && ($0.value ?? 0) > 0 }.map {
      "\($0.label) \($0.text)"
    }
    return [
      (head + ": " + facts.joined(separator: ", "), .strong),
      (others.isEmpty ? "" : "Elsewhere: " + others.joined(separator: ", "), .dim),
    ]
  }

  /// The same where tiles are one line high, each in forms that get shorter.
  private func shortSentences(_ table: Table, _ cursor: Int) -> [[String]] {
    guard table.rows.indices.contains(cursor), let tile = tiles.first(where: { $0.row == cursor })
    else { return [] }
    let row = table.rows[cursor]
    let names = [tile.name, row.cells[0]].filter { !$0.isEmpty }
    let others = tiles.filter { !$0.isState && ($0.value ?? 0) > 0 }
    let named = others.map { "\($0.text) \($0.label.filter { !"()".contains($0) })" }
    let whole = table.total.isEmpty ? "" : "of \(table.total[1])"
    let isSum = table.columns.count > 1 && table.columns[1].title == "declined"
    let sum = "\(short(Int(others.reduce(0) { $0 + ($1.value ?? 0) }))) elsewhere"
    return [
      names.map { "\($0): \(tile.text)" },
      others.isEmpty
        ? [whole]
        : isSum && !classes.isShare
          ? [([whole] + named).joined(separator: ", "), "\(whole), \(sum)", sum]
          : [named.joined(separator: ", ")],
    ]
  }

  private func drawOthers(_ cursor: Int, _ rect: Rect, on canvas: inout Canvas) {
    var x = rect.x + 1
    for tile in tiles where !tile.isState {
      let text = "\(tile.label) \(tile.text)"
      guard x + TextWidth.of(text) <= rect.maxX else { break }
      let isSelected = tile.row == cursor
      if isSelected { canvas.cursor = Point(x: x, y: rect.y) }
      x += canvas.put(text, x: x, y: rect.y, style: isSelected ? .cursor : .normal) + 3
    }
  }

  func drawLegend(_ rect: Rect, tellsUnknown: Bool = true, on canvas: inout Canvas) {
    let isShort = classes.legend.reduce(0) { $0 + $1.text.count + 4 } > rect.width - 2
    var x = rect.x + 1
    for entry in classes.legend {
      x += canvas.put(String(entry.glyph), x: x, y: rect.y, style: entry.style)
      x += canvas.put((isShort ? "" : " ") + entry.text, x: x, y: rect.y) + (isShort ? 1 : 2)
    }
    if classes.isShare, !classes.bounds.isEmpty { x += canvas.put("%", x: x - 1, y: rect.y) }
    if tellsUnknown, x + 15 <= rect.maxX {
      canvas.put("– not stated", x: x + 1, y: rect.y, style: .dim)
    }
  }

  private func sums(_ table: Table) -> String {
    let cells = zip(table.columns, table.total).dropFirst()
      .filter { !$1.isEmpty && $1 != "–" && ["declined", "issued", "resolved"].contains($0.title) }
      .map { "\($1) \($0.title)" }
    return cells.isEmpty ? "" : "Total " + cells.joined(separator: ", ")
  }
}
