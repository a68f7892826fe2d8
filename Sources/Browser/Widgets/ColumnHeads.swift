import Screen
import Text

/// The names of what a pane lists and of its numbers, on the line above it.
struct ColumnHeads {
  /// What the rows are, in forms that get shorter.
  let rows: [String]
  /// What stands at their ends, in forms that get shorter; empty for nothing.
  let ends: [String]
  /// How far from the right edge the ends stand: bars may be behind them.
  var behind = 0
  /// What stands behind the ends.
  var last = ""

  func draw(x: Int, width: Int, y: Int, isFocused: Bool, on canvas: inout Canvas) {
    let style: Style = isFocused ? .title : .frame
    let room = width - 1 - behind
    let forms = rows.flatMap { row in ends.map { (row, $0) } } + rows.map { ($0, "") }
    let sizes = forms.map { TextWidth.of($0) + 2 + ($1.isEmpty ? 0 : TextWidth.of($1) + 2) }
    // A short name beside a number that is named says more than a long one alone.
    let fitting = forms.indices.first { sizes[$0] <= room }
    let (row, end) =
      fitting.map { forms[$0] } ?? (TextWidth.clip(rows.last ?? "", to: room - 2), "")
    if !row.isEmpty { canvas.put(" \(row) ", x: x + 1, y: y, style: style) }
    if !end.isEmpty {
      let text = " \(end) "
      let edge = x + width - max(behind, row.isEmpty || sizes[fitting ?? 0] == room ? 0 : 1)
      canvas.put(text, x: edge - TextWidth.of(text), y: y, style: style)
    }
    if !last.isEmpty, TextWidth.of(last) + 2 <= behind {
      let text = " \(last) "
      canvas.put(text, x: x + width - 1 - TextWidth.of(text), y: y, style: style)
    }
  }
}
