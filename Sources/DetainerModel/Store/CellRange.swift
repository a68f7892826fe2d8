/// Where a cell is in a text.
public struct CellRange: Sendable {
  /// The offset of its first byte.
  public var start: Int
  /// How many bytes it has.
  public var length: Int

  /// Names a stretch of a text.
  public init(start: Int, length: Int) {
    self.start = start
    self.length = length
  }
}
