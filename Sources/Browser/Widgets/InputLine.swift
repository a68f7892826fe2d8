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
    // The part around the cursor is shown when the line is longer than the screen; a paste may be
    // longer than a thousand screens, and nothing else of it is looked at.
    let before = String(editor.text[..<editor.cursor].reversed().fitting(room).reversed())
    let after = String(editor.text[editor.cursor...].fitting(rect.maxX - x))
    canvas.put(before + after, x: x, y: rect.y, width: rect.maxX - x, style: .prompt)
    canvas.cursor = Point(x: min(rect.maxX - 1, x + TextWidth.of(before)), y: rect.y)
  }
}

extension Sequence<Character> {
  /// Those from the first on that fit into so many columns.
  fileprivate func fitting(_ columns: Int) -> [Character] {
    var used = 0
    return Array(
      prefix { character in
        used += TextWidth.of(character)
        return used <= columns
      })
  }
}
