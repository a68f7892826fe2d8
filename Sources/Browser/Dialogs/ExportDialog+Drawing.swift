import DetainerModel
import Screen
import Text

extension ExportDialog {
  func draw(_ state: BrowserState, _ room: Rect, on canvas: inout Canvas) {
    let rect = Rect(
      x: room.x, y: room.y, width: min(room.width, 76), height: min(room.height, 13))
    let inner = Box.draw("Export", rect, on: &canvas)
    // Where not all lines have room, the last shown is the current one.
    let top = max(0, row.rawValue + 1 - max(1, inner.height))
    for (index, row) in Row.allCases.dropFirst(top).enumerated() where index < inner.height {
      draw(row, Rect(x: inner.x, y: inner.y + index, width: inner.width, height: 1), on: &canvas)
    }
    var y = inner.y + Row.allCases.count
    let width = max(0, inner.width - 2)
    let lines =
      (problem.map { Line.wrapped("", $0, .error, to: max(1, width)) } ?? [])
      + completions.map { Line("", $0, .dim) } + facts.map { Line("", $0, .dim) }
    for line in lines where y < inner.maxY {
      canvas.put(TextWidth.clip(line.text, to: width), x: inner.x + 1, y: y, style: line.style)
      y += 1
    }
    Box.footer("↑↓ line  ←→ choose  Tab completes  Enter writes  Esc", rect, on: &canvas)
  }

  private func draw(_ row: Row, _ rect: Rect, on canvas: inout Canvas) {
    let (label, value) =
      switch row {
      case .scope: ("Rows", scope.words)
      case .format: ("Format", format.name)
      case .path: ("File", path.string)
      }
    let isCurrent = row == self.row
    canvas.put(isCurrent ? "▶" : " ", x: rect.x, y: rect.y, style: .selected)
    canvas.put(label, x: rect.x + 1, y: rect.y, style: .key)
    let x = rect.x + 9
    // The end of a long path is what is being typed.
    var text = value
    while row == .path, !text.isEmpty, TextWidth.of(text) > rect.maxX - x - 1 { text.removeFirst() }
    canvas.put(
      text, x: x, y: rect.y, width: max(0, rect.maxX - x), style: isCurrent ? .prompt : .normal)
    if isCurrent {
      let typed = row == .path ? TextWidth.of(text) - (path.text.count - path.cursor) : 0
      canvas.cursor = Point(x: max(x, min(rect.maxX - 1, x + typed)), y: rect.y)
    }
  }

  /// How much is written, and how it begins.
  private var facts: [String] {
    let columns = listing?.columns.map(\.name) ?? []
    let rows = listing?.rowCount ?? 0
    let preview = (0..<min(3, rows)).compactMap { listing?.row($0) }
    return [
      "",
      "\(counted(rows, "row")), \(counted(columns.count, "column")): "
        + columns.joined(separator: " "),
    ] + preview.map { $0.map(\.plainText).joined(separator: ",") }
  }
}
