/// Rows of two sides that are one record, or a row of one side that the other has not.
struct RowPair: Hashable, Sendable {
  /// Stands for no row.
  static let none = UInt32.max

  /// The place of the row among those of the side before.
  let before: UInt32
  /// The place of the row among those of the side after.
  let after: UInt32
  /// How many detainers the rows have in common: more than one only in tallies.
  let count: UInt32
}

/// How a row of one release was found again in the other, though they differ.
public enum RowMatch: String, Hashable, Sendable {
  /// By the identifier of the person.
  case identifier
  /// By all other columns, and no other row could be meant.
  case columns
  /// By all other columns, but other rows that differ from it could be meant as well.
  case oneOfSeveral = "one of several"
}

/// A record that one release says otherwise than the other.
struct ChangedPair: Hashable, Sendable {
  let pair: RowPair
  let match: RowMatch
}
