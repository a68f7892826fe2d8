/// Where a cell is in a text.
package struct CellRange: Sendable {
  /// The offset of its first byte.
  package var start: Int
  /// How many bytes it has.
  package var length: Int

  /// Names a stretch of a text.
  package init(start: Int, length: Int) {
    self.start = start
    self.length = length
  }
}
