import Screen
import Text

/// A line of text that is being typed, with the cursor in it.
enum InputLine {
  /// Draws it behind a label, and puts the cursor of the terminal there.
  static func draw(
    _ editor: LineEditor, after label: String, _ rect: Rect, on canvas: inout Canvas
  ) {
    let x = rect.x + canvas.put(label, x: rect.x, y: rect.y, style: .prompt)
    let room = max(1, rect.maxX - x - 1)
    // The part around the cursor is shown when the line is longer than the screen.
    var start = 0
    while TextWidth.of(String(editor.text[start..<editor.cursor])) > room { start += 1 }
    let before = String(editor.text[start..<editor.cursor])
    canvas.put(
      before + String(editor.text[editor.cursor...]), x: x, y: rect.y, width: rect.maxX - x,
      style: .prompt)
    canvas.cursor = Point(x: min(rect.maxX - 1, x + TextWidth.of(before)), y: rect.y)
  }
}
