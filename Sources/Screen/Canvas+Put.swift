import Text

extension Canvas {
  /// Writes a text and returns the columns it took; it never cuts a cluster and never wraps.
  ///
  /// The text is clipped at `width` columns (to the right edge if nil) and at the edges of the
  /// picture. A wide cluster that does not fit becomes a space. Cells of the field beside the text
  /// stay as they are. Whatever could harm a terminal is replaced first, see `harmless` of Text.
  @discardableResult
  package mutating func put(
    _ text: String, x: Int, y: Int, width: Int? = nil, style: Style = .normal,
    align: Alignment = .leading
  ) -> Int {
    guard (0..<size.rows).contains(y), x < size.columns, x > -Self.farthest else { return 0 }
    let field = min(max(0, width ?? size.columns - x), Self.farthest)
    let end = min(size.columns, x + field)
    guard x < end else { return 0 }
    let isPlain = text.isPrintableASCII
    let shown = isPlain ? text : harmless(text)
    let start = x + offset(of: shown, isPlain: isPlain, in: field, align: align)

    var column = start
    for character in shown {
      guard column < end else { break }
      let columns = isPlain ? 1 : TextWidth.measure(character)
      if columns == 2, column < 0 || column + 1 >= end {
        // Half of it would lie outside, so that half decides: a space in the half that fits.
        let visibleColumn = column < 0 ? column + 1 : column
        if visibleColumn >= 0 { set(Cell(style: style), x: visibleColumn, y: y) }
      } else if columns > 0, column >= 0 {
        set(Cell(text: character, style: style), x: column, y: y)
        if columns == 2 { set(Cell(style: style, isContinuation: true), x: column + 1, y: y) }
      }
      column += columns
    }
    return min(column, end) - start
  }

  /// Bound for coordinates, so that sums of them cannot overflow.
  private static let farthest = 1 << 24

  private func offset(of shown: String, isPlain: Bool, in field: Int, align: Alignment) -> Int {
    guard align != .leading else { return 0 }
    let slack = max(0, field - (isPlain ? shown.utf8.count : TextWidth.measure(shown)))
    return align == .trailing ? slack : slack / 2
  }
}
