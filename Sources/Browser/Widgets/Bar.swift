import Screen
import Text

/// A value as a bar, and several of them one a line.
struct Bar {
  let label: String
  let value: Int?
  /// The value as it is shown, where that is not a number alone.
  var shownValue: String?
  var isSelected = false

  private var words: String { shownValue ?? grouped(value) }

  /// A bar of eighths of a column, which fills a part of the width from 0 to 1.
  static func text(_ part: Double, width: Int) -> String {
    let eighths = Int((max(0, min(1, part)) * Double(width * 8)).rounded())
    let partial = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    return String(repeating: "█", count: eighths / 8) + partial
  }

  /// Draws one bar in a row that may be in reverse: the cell before it, and some behind it, stay as they
  /// are, so that its ends show without colour, too.
  static func draw(_ part: Double, _ rect: Rect, after: Int = 0, on canvas: inout Canvas) {
    canvas.fill(
      Rect(x: rect.x - 1, y: rect.y, width: rect.width + 1 + after, height: 1), style: .bar)
    canvas.put(text(part, width: rect.width), x: rect.x, y: rect.y, width: rect.width, style: .bar)
  }

  /// Draws bars with their labels and values, the longest for the greatest.
  static func draw(_ bars: [Bar], labelWidth: Int, _ rect: Rect, on canvas: inout Canvas) {
    let most = bars.reduce(1) { max($0, $1.value ?? 0) }
    let count = bars.reduce(1) { max($0, TextWidth.of($1.words)) }
    for (line, bar) in bars.prefix(rect.height).enumerated() {
      let y = rect.y + line
      let style: Style = bar.isSelected ? .strong : .normal
      canvas.put(bar.isSelected ? "▶" : " ", x: rect.x, y: y, width: 1, style: style)
      let x = rect.x + 1 + labelWidth + 1
      canvas.put(
        TextWidth.clip(bar.label, to: labelWidth), x: rect.x + 1, y: y, width: labelWidth,
        style: style)
      canvas.put(
        bar.words, x: x, y: y, width: max(0, min(count, rect.maxX - x)), style: style,
        align: .trailing)
      let room = min(40, rect.maxX - x - count - 2)
      guard room > 0, let value = bar.value else { continue }
      canvas.put(
        text(Double(value) / Double(most), width: room), x: x + count + 1, y: y, width: room,
        style: .bar)
    }
  }
}
