import Screen
import Text

/// The frame of a dialog, and the lines between panes.
enum Box {
  /// Draws a box with a title and gives back the room inside it.
  static func draw(_ title: String, _ rect: Rect, on canvas: inout Canvas) -> Rect {
    canvas.fill(rect, style: .normal)
    guard rect.width >= 4, rect.height >= 3 else { return rect }
    let line = String(repeating: "─", count: rect.width - 2)
    canvas.put("┌\(line)┐", x: rect.x, y: rect.y, style: .frame)
    canvas.put("└\(line)┘", x: rect.x, y: rect.maxY - 1, style: .frame)
    for y in (rect.y + 1)..<(rect.maxY - 1) {
      canvas.put("│", x: rect.x, y: y, style: .frame)
      canvas.put("│", x: rect.maxX - 1, y: y, style: .frame)
    }
    canvas.put(
      " \(TextWidth.clip(title, to: max(0, rect.width - 6))) ", x: rect.x + 1, y: rect.y,
      style: .title)
    return rect.inset(by: 1)
  }

  /// Words at the bottom edge of a box: where one is in it and how to leave.
  static func footer(_ text: String, _ rect: Rect, on canvas: inout Canvas) {
    guard rect.height >= 3, rect.width >= 12 else { return }
    let clipped = " \(TextWidth.clip(text, to: rect.width - 6)) "
    canvas.put(clipped, x: rect.maxX - 2 - TextWidth.of(clipped), y: rect.maxY - 1, style: .dim)
  }

  /// Draws a line from one end of a row to the other, with joints where dividers meet it.
  static func line(
    _ row: Rect, joint: String, at dividers: [Int], on canvas: inout Canvas
  ) {
    canvas.fill(row, style: .frame, with: "─")
    for x in dividers { canvas.put(joint, x: x, y: row.y, style: .frame) }
  }

  /// Draws a line from the top of a block to its bottom.
  static func divider(x: Int, _ block: Rect, on canvas: inout Canvas) {
    for y in block.y..<block.maxY { canvas.put("│", x: x, y: y, style: .frame) }
  }

  /// Draws a title on a line.
  static func title(
    _ text: String, x: Int, width: Int, y: Int, isFocused: Bool = false, on canvas: inout Canvas
  ) {
    let clipped = TextWidth.clip(text, to: max(0, width - 4))
    guard !clipped.isEmpty else { return }
    canvas.put(" \(clipped) ", x: x + 1, y: y, style: isFocused ? .title : .frame)
  }
}
