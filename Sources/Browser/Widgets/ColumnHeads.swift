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
    func put(_ text: String, endingAt end: Int) {
      canvas.put(" \(text) ", x: end - TextWidth.of(text) - 2, y: y, style: style)
    }
    // A piece of the line stands before the first head, and one behind the last where there is room.
    let room = width - 1 - behind
    let (row, end, isTight) = heads(in: room)
    canvas.put(" \(row) ", x: x + 1, y: y, style: style)
    if !end.isEmpty { put(end, endingAt: x + width - max(behind, isTight ? 0 : 1)) }
    if !last.isEmpty, TextWidth.of(last) + 2 <= behind { put(last, endingAt: x + width - 1) }
  }

  /// The longest names that fit, and whether they fill the room: a short name beside a number that
  /// is named says more than a long one alone.
  private func heads(in room: Int) -> (row: String, end: String, isTight: Bool) {
    for (row, end) in rows.flatMap({ row in ends.map { (row, $0) } }) + rows.map({ ($0, "") }) {
      let size = TextWidth.of(row) + 2 + (end.isEmpty ? 0 : TextWidth.of(end) + 2)
      if size <= room { return (row, end, size == room) }
    }
    return (TextWidth.clip(rows.last ?? "", to: max(0, room - 2)), "", true)
  }
}
