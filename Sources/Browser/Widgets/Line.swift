import Screen
import Text

/// A line of a text: what it is about, and what is said.
package struct Line: Hashable, Sendable {
  let label: String
  /// What is said.
  package let text: String
  let style: Style

  init(_ label: String, _ text: String, _ style: Style = .normal) {
    self.label = label
    self.text = text
    self.style = style
  }

  /// A line that is about nothing in particular.
  init(_ text: String, _ style: Style = .normal) { self.init("", text, style) }

  /// A text over as many lines as it takes, the label before the first.
  /// - Parameter labelWidth: the column of labels beside the width, where there is one.
  static func wrapped(
    _ label: String, _ text: String, _ style: Style = .normal, to width: Int,
    labelWidth: Int = .max
  ) -> [Line] {
    labelled(
      label, Text.wrapped(text, to: room(width, beside: label, labelWidth: labelWidth)), style)
  }

  /// What is left of the width of a text beside a label that is wider than the column of labels.
  static func room(_ width: Int, beside label: String, labelWidth: Int) -> Int {
    max(4, width - max(0, TextWidth.of(label) + 1 - max(1, labelWidth)))
  }

  /// The lines of a text, the label before the first.
  static func labelled(_ label: String, _ texts: [String], _ style: Style = .normal) -> [Line] {
    texts.enumerated().map { index, text in Line(index == 0 ? label : "", text, style) }
  }

  /// Draws the line, the text behind a column of labels.
  func draw(_ rect: Rect, labelWidth: Int, on canvas: inout Canvas) {
    // A label without a text has the line for itself; a longer one moves its text to the right.
    let isAlone = labelWidth == 0 || text.isEmpty
    let width = isAlone ? labelWidth : max(labelWidth, TextWidth.of(label) + 1)
    canvas.put(
      label, x: rect.x + 1, y: rect.y, width: isAlone ? rect.width - 1 : width - 1, style: .key)
    let x = label.isEmpty && style == .title ? rect.x + 1 : rect.x + width + 1
    canvas.put(text, x: x, y: rect.y, width: max(0, rect.maxX - x), style: style)
  }
}
