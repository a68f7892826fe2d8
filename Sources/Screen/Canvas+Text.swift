extension Canvas {
  /// The rows as text, with trailing spaces; a wide cluster appears once.
  package var lines: [String] {
    rows { cell in cell.isContinuation ? nil : cell.text }
  }

  /// The rows as style letters, one for every column; ordinary text of the filled bars is `=`, and
  /// what is reversed is as the cursor.
  package var styleLines: [String] {
    rows { cell in
      let style = cell.isReversed ? Style.cursor : cell.style
      return cell.isOnBand && style == .normal ? "=" : style.letter
    }
  }

  private func rows(_ character: (Cell) -> Character?) -> [String] {
    (0..<size.rows).map { y in
      var line = ""
      line.reserveCapacity(size.columns)
      for cell in cells[y * size.columns..<(y + 1) * size.columns] {
        if let character = character(cell) { line.append(character) }
      }
      return line
    }
  }
}
