import Screen
import Text

/// Paints the rows of a pane: marker, mark, text, and the style that tells where the user is.
struct RowPainter {
  let state: BrowserState
  let pane: Pane
  let rect: Rect

  /// Calls the body with each row on screen and the place where it is drawn, then styles the row.
  func forEachRow(
    on canvas: inout Canvas, _ body: (_ row: Int, _ y: Int, _ canvas: inout Canvas) -> Void
  ) {
    let position = state.positions[pane] ?? PanePosition()
    let marks = state.marks[pane] ?? []
    for line in 0..<max(0, rect.height) {
      let row = position.top + line
      guard row < state.rowCount(pane) else { break }
      let y = rect.y + line
      body(row, y, &canvas)
      let isMarked = state.identity(pane, row).map(marks.contains) ?? false
      if row == position.cursor {
        let style: Style = pane == state.focus ? .cursor : .selected
        canvas.restyle(Rect(x: rect.x, y: y, width: rect.width, height: 1), style: style)
        canvas.put("▶", x: rect.x, y: y, style: style)
      } else if isMarked {
        canvas.restyle(Rect(x: rect.x, y: y, width: rect.width, height: 1), style: .marked)
      }
      if isMarked, rect.width > 8 {
        let style = canvas[rect.x, y].style
        canvas.put("*", x: rect.x + 1, y: y, style: style)
      }
    }
  }

  /// Writes a sentence where there are no rows, over as many lines as it takes.
  func drawEmpty(_ sentence: String, on canvas: inout Canvas) {
    for (index, line) in wrapped(sentence, to: max(1, rect.width - 2)).prefix(rect.height)
      .enumerated()
    {
      canvas.put(line, x: rect.x + 1, y: rect.y + index, width: rect.width - 1, style: .dim)
    }
  }
}
