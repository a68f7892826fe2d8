/// Writes detainers as the rows of one schema.
protocol RowWriter {
  /// The most bytes that one row takes.
  static var longestRow: Int { get }

  /// The line of the columns' names, without its end.
  var header: String { get }

  /// Puts one row without its end. `isRepeated` says that the row or its neighbour repeats the other.
  mutating func put(_ detainer: Detainer, isRepeated: Bool, row: Int, into buffer: inout RowBuffer)
}
