/// How large a number that a source states may be.
///
/// A table has at most 2^32 rows, as lines are numbered in four bytes. So many counts of a billion
/// add up to less than half of what an `Int` holds: no sum, and no difference of two, overflows.
public enum CountBound {
  /// The counts that are taken as stated; what is beyond is a finding, and not known.
  public static let range = 0...1_000_000_000

  /// The numbers that a filter may name: beyond them lies nothing that could be counted.
  static let filter = -1_000_000_000_000...1_000_000_000_000
}
