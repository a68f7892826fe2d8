import Screen
import Text

/// Rows with a cursor: the marker, the marks, and the style that tells where the user is.
struct List {
  let rows: Int
  var position: PanePosition
  /// The style of the row under the cursor: weaker where another list has the focus.
  var cursorStyle = Style.cursor
  var isMarked: (Int) -> Bool = { _ in false }
  var isMatch: (Int) -> Bool = { _ in false }

  /// Lists rows from the first that is in sight on.
  init(
    rows: Int, at position: PanePosition, hasFocus: Bool = true,
    isMarked: @escaping (Int) -> Bool = { _ in false },
    isMatch: @escaping (Int) -> Bool = { _ in false }
  ) {
    self.rows = rows
    self.position = position
    cursorStyle = hasFocus ? .cursor : .selected
    self.isMarked = isMarked
    self.isMatch = isMatch
  }

  /// Lists rows around a cursor.
  init(rows: Int, cursor: Int) {
    self.init(rows: rows, at: PanePosition(cursor: cursor))
  }

  /// Draws each row that is in sight with the body, then what tells where the user is.
  func draw(
    _ rect: Rect, on canvas: inout Canvas,
    _ body: (_ row: Int, _ rect: Rect, _ canvas: inout Canvas) -> Void
  ) {
    var position = position
    position.settle(rows: rows, height: rect.height)
    for line in 0..<max(0, min(rect.height, rows - position.top)) {
      let row = position.top + line
      let place = Rect(x: rect.x, y: rect.y + line, width: rect.width, height: 1)
      body(row, place, &canvas)
      let isMarked = isMarked(row)
      if row == position.cursor {
        canvas.restyle(place, style: cursorStyle)
        canvas.put("▶", x: place.x, y: place.y, style: cursorStyle)
        if cursorStyle == .cursor { canvas.cursor = Point(x: place.x, y: place.y) }
      } else if isMarked {
        canvas.restyle(place, style: .marked)
      } else if isMatch(row) {
        canvas.restyle(place, style: .strong)
      }
      if isMatch(row), row != position.cursor {
        canvas.put("●", x: place.x, y: place.y, style: canvas[place.x, place.y].style)
      }
      if isMarked, rect.width > 8 {
        canvas.put("*", x: place.x + 1, y: place.y, style: canvas[place.x, place.y].style)
      }
    }
  }

  /// Writes a sentence where there are no rows, over as many lines as it takes.
  static func drawEmpty(_ sentence: String, _ rect: Rect, on canvas: inout Canvas) {
    for (index, line) in wrapped(sentence, to: max(1, rect.width - 2)).prefix(rect.height)
      .enumerated()
    {
      canvas.put(line, x: rect.x + 1, y: rect.y + index, width: rect.width - 1, style: .dim)
    }
  }
}
