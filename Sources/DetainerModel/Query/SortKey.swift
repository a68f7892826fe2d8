/// A column to sort by, as it is typed: `declined`, or `-declined` for the other way round.
public struct SortKey: Hashable, Sendable {
  /// The name of the column.
  public let column: String
  /// Whether a minus stands before it.
  public let isReversed: Bool

  /// Reads `declined` or `-declined`.
  public init(_ text: String) {
    isReversed = text.hasPrefix("-")
    column = isReversed ? String(text.dropFirst()) : text
  }
}
