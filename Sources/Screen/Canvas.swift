import Text

/// A picture of the screen in cells; views draw on it, tests read it, the terminal shows it.
public struct Canvas: Equatable, Sendable {
  /// Columns and rows, never negative.
  package let size: Size
  /// Where the terminal's real cursor stands; nil hides it.
  package var cursor: Point?
  var cells: [Cell]

  /// An empty picture.
  package init(size: Size) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(repeating: Cell(), count: self.size.columns * self.size.rows)
  }

  /// The cell at a place; outside the picture an empty one.
  package subscript(x: Int, y: Int) -> Cell {
    guard Rect(size).contains(Point(x: x, y: y)) else { return Cell() }
    return cells[y * size.columns + x]
  }

  /// The columns and rows of `rect` that lie on the picture, without overflow for any input.
  func clipped(_ rect: Rect) -> (columns: Range<Int>, rows: Range<Int>) {
    func range(_ start: Int, _ count: Int, _ limit: Int) -> Range<Int> {
      let (sum, overflow) = start.addingReportingOverflow(max(0, count))
      let low = min(max(0, start), limit)
      return low..<max(low, min(overflow ? limit : sum, limit))
    }
    return (range(rect.x, rect.width, size.columns), range(rect.y, rect.height, size.rows))
  }

  /// Writes one cell and blanks what remains of a wide cluster it cuts in half.
  ///
  /// The place must lie on the picture.
  mutating func set(_ cell: Cell, x: Int, y: Int) {
    let index = y * size.columns + x
    if cells[index].isContinuation, !cell.isContinuation, x > 0 {
      cells[index - 1].text = " "
    }
    if x + 1 < size.columns, cells[index + 1].isContinuation {
      cells[index + 1].isContinuation = false
    }
    cells[index] = cell
  }

  /// Fills a block with one character; anything but a narrow, harmless one counts as a space.
  package mutating func fill(_ rect: Rect, style: Style, with character: Character = " ") {
    let text = TextWidth.isNarrowAndClean(character) ? character : " "
    let area = clipped(rect)
    for y in area.rows {
      for x in area.columns { set(Cell(text: text, style: style), x: x, y: y) }
    }
  }

  /// Changes the style of a block and keeps its text; bars keep their ink, because one in reverse
  /// would be a hole.
  package mutating func restyle(_ rect: Rect, style: Style) {
    let area = clipped(rect)
    for y in area.rows {
      for x in area.columns
      where cells[y * size.columns + x].style != .bar {
        cells[y * size.columns + x].style = style
      }
    }
  }

  /// Lets ink and ground change places in a block, for a cursor on what is filled with a colour: the
  /// reverse of the terminal's own would hardly show on a step that is near to it.
  package mutating func reverse(_ rect: Rect) {
    let area = clipped(rect)
    for y in area.rows {
      for x in area.columns { cells[y * size.columns + x].isReversed = true }
    }
  }

  /// Lays the filled bar of the first or the last line behind what a block shows.
  package mutating func layBand(_ rect: Rect) {
    let area = clipped(rect)
    for y in area.rows {
      for x in area.columns { cells[y * size.columns + x].isOnBand = true }
    }
  }
}
