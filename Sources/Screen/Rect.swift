/// A cell's place, counted from the upper left corner.
package struct Point: Hashable, Sendable {
  /// The column.
  package var x: Int
  /// The row.
  package var y: Int

  /// A place; it need not lie on any canvas.
  package init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// A block of cells; a negative width or height counts as empty.
package struct Rect: Hashable, Sendable {
  /// The leftmost column.
  package var x: Int
  /// The top row.
  package var y: Int
  /// Columns covered.
  package var width: Int
  /// Rows covered.
  package var height: Int

  /// A block by its corner and extent.
  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The whole of a screen.
  package init(_ size: Size) {
    self.init(x: 0, y: 0, width: size.columns, height: size.rows)
  }

  /// The first column to the right of the block.
  package var maxX: Int { x + max(0, width) }
  /// The first row below the block.
  package var maxY: Int { y + max(0, height) }
  /// Whether no cell is covered.
  package var isEmpty: Bool { width <= 0 || height <= 0 }

  /// Whether the cell at `point` is covered.
  package func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < maxX && point.y >= y && point.y < maxY
  }

  /// The block without its margins; what is too small becomes empty, never negative.
  package func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    Rect(
      x: x + left, y: y + top, width: max(0, width - left - right),
      height: max(0, height - top - bottom))
  }

  /// The block without `margin` cells on each side.
  package func inset(by margin: Int) -> Rect {
    inset(left: margin, top: margin, right: margin, bottom: margin)
  }

  /// The cells covered by both blocks.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top, width: max(0, min(maxX, other.maxX) - left),
      height: max(0, min(maxY, other.maxY) - top))
  }
}
