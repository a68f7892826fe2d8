import DetainerModel
import Screen
import Text

/// The export dialog.
extension OverlayView {
  static func drawExport(
    _ dialog: ExportDialog, _ state: BrowserState, _ outer: Rect, on canvas: inout Canvas
  ) {
    let rect = Rect(
      x: outer.x, y: outer.y, width: min(outer.width, 76), height: min(outer.height, 13))
    let inner = box("Export", rect, on: &canvas)
    let listing = state.exportListing(dialog)
    let rows = listing?.rowCount ?? 0
    let columns = listing?.columns.map(\.name) ?? []
    let lines: [(ExportDialog.Line, String, String)] = [
      (.scope, "Rows", dialog.scope.rawValue),
      (.format, "Format", ExportDialog.formats[dialog.format].name),
      (.path, "File", dialog.path.string),
    ]
    // Where not all lines have room, the last shown is the current one.
    let top = max(0, dialog.line.rawValue + 1 - max(1, inner.height))
    for (index, (line, label, value)) in lines.dropFirst(top).enumerated()
    where index < inner.height {
      let y = inner.y + index
      let isCurrent = line == dialog.line
      canvas.put(isCurrent ? "▶" : " ", x: inner.x, y: y, style: .selected)
      canvas.put(label, x: inner.x + 1, y: y, style: .key)
      let x = inner.x + 9
      // The end of a long path is what is being typed.
      var shown = value
      while line == .path, !shown.isEmpty, TextWidth.of(shown) > inner.maxX - x - 1 {
        shown.removeFirst()
      }
      canvas.put(
        shown, x: x, y: y, width: max(0, inner.maxX - x), style: isCurrent ? .prompt : .normal)
      if isCurrent {
        let typed =
          line == .path ? TextWidth.of(shown) - (dialog.path.text.count - dialog.path.cursor) : 0
        canvas.cursor = Point(x: max(x, min(inner.maxX - 1, x + typed)), y: y)
      }
    }
    let facts =
      [
        "",
        "\(counted(rows, "row")), \(counted(columns.count, "column")): "
          + columns.joined(separator: " "),
      ] + (rows > 0 ? preview(listing) : [])
    var y = inner.y + 3
    if let problem = dialog.problem {
      for text in wrapped(problem, to: max(1, inner.width - 2)) where y < inner.maxY {
        canvas.put(text, x: inner.x + 1, y: y, width: inner.width - 2, style: .error)
        y += 1
      }
    }
    for completion in dialog.completions where y < inner.maxY {
      canvas.put(
        TextWidth.clip(completion, to: max(0, inner.width - 2)), x: inner.x + 1, y: y, style: .dim)
      y += 1
    }
    for text in facts where y < inner.maxY {
      canvas.put(
        TextWidth.clip(text, to: max(0, inner.width - 2)), x: inner.x + 1, y: y, style: .dim)
      y += 1
    }
    footer("↑↓ line  ←→ choose  Tab completes  Enter writes  Esc", rect, on: &canvas)
  }

  private static func preview(_ listing: Listing?) -> [String] {
    guard let listing else { return [] }
    return (0..<min(3, listing.rowCount)).map { index in
      listing.row(index).map { value in
        switch value {
        case .missing: ""
        case .text(let text): text
        case .integer(let number): String(number)
        case .fraction(let share): String(share)
        }
      }.joined(separator: ",")
    }
  }
}
