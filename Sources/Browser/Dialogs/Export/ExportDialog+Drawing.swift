import DetainerModel
import Screen
import Text

extension ExportDialog {
  func draw(_ state: BrowserState, _ room: Rect, on canvas: inout Canvas) {
    let rect = Rect(
      x: room.x, y: room.y, width: min(room.width, 100), height: min(room.height, 22))
    let inner = Box.draw("Export", rect, on: &canvas)
    // Where not all lines have room, the last shown is the current one.
    let top = max(0, row.rawValue + 1 - max(1, inner.height))
    for (index, row) in Row.allCases.dropFirst(top).enumerated() where index < inner.height {
      draw(row, Rect(x: inner.x, y: inner.y + index, width: inner.width, height: 1), on: &canvas)
    }
    let y = inner.y + Row.allCases.count + 1
    let rest = Rect(x: inner.x, y: y, width: inner.width, height: max(0, inner.maxY - y))
    if let list = choosesColumns ? columns : options {
      list.draw(rest, on: &canvas)
    } else {
      drawFacts(rest, on: &canvas)
    }
    Box.footer(footer, rect, on: &canvas)
  }

  /// Each line with its value; in place of what would be written, the list that is open.
  func sentences(_ state: BrowserState) -> [String] {
    let lines = Row.allCases.map { row in
      Spoken.choice("\(label(of: row)): \(value(of: row))", isSelected: row == self.row)
    }
    let open = choosesColumns ? columns : options
    return ["Export."] + (problem.map { [Spoken.ended($0)] } ?? []) + lines
      + (open?.sentences ?? completions.map(Spoken.ended) + preview.map(Spoken.ended))
      + [Spoken.ended(footer)]
  }

  private var footer: String {
    if isWriting { return "Esc cancels" }
    if choosesColumns { return "Space chooses  J K moves  * all  Enter" }
    if options != nil { return "Space switches  Enter" }
    return "↑↓ line  ←→ choose  Tab completes  Enter writes  Esc"
  }

  private func drawFacts(_ rect: Rect, on canvas: inout Canvas) {
    let width = max(0, rect.width - 2)
    let lines =
      (problem.map { Line.wrapped("", $0, .error, to: max(1, width)) } ?? [])
      + completions.map { Line("", $0, .dim) } + preview.map { Line("", $0, .dim) }
    for (index, line) in lines.prefix(rect.height).enumerated() {
      canvas.put(
        TextWidth.clip(line.text, to: width), x: rect.x + 1, y: rect.y + index, style: line.style)
    }
  }

  private func draw(_ row: Row, _ rect: Rect, on canvas: inout Canvas) {
    let isCurrent = row == self.row
    canvas.put(isCurrent ? "▶" : " ", x: rect.x, y: rect.y, style: .selected)
    canvas.put(label(of: row), x: rect.x + 1, y: rect.y, style: .key)
    let line = Rect(x: rect.x + 9, y: rect.y, width: max(0, rect.width - 9), height: 1)
    if row == .path, isCurrent, target == .file || target == .command {
      return InputLine.draw(target == .file ? path : shellCommand, after: "", line, on: &canvas)
    }
    canvas.put(
      TextWidth.clip(value(of: row), to: line.width), x: line.x, y: line.y, width: line.width,
      style: isCurrent ? .prompt : .normal)
    if isCurrent { canvas.cursor = Point(x: min(rect.maxX - 1, line.x), y: line.y) }
  }

  private func label(of row: Row) -> String {
    switch row {
    case .scope: "Rows"
    case .columns: "Columns"
    case .format: "Format"
    case .options: "Options"
    case .target: "To"
    case .path: target == .command ? "Command" : "File"
    }
  }

  private func value(of row: Row) -> String {
    switch row {
    case .scope: return "\(scope.words) · \(counted(listing?.rowCount ?? 0, "row"))"
    case .columns:
      let count = columns.chosen.count
      return "\(count) of \(counted(columns.items.count, "column")): "
        + harmless((chosen?.columns ?? []).map(\.name).joined(separator: " "))
    case .format: return "\(form.format.name) – \(form.format.words)"
    case .options:
      let names = available.filter { form[keyPath: $0.switchPath] }.map(\.name)
      return names.isEmpty ? "none" : names.joined(separator: "; ")
    case .target: return target.rawValue
    case .path:
      return target == .file ? path.string : target == .command ? shellCommand.string : "–"
    }
  }
}
