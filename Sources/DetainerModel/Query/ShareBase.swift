/// The counts that shares are made of: those of built reports that count by issue date.
///
/// A published report lists declined and issued of different detainers, and by lift date the two
/// are of different weeks (rules 2 and 3 of the data): neither has a share, nor is it in one.
public struct ShareBase: Hashable, Sendable {
  /// Declined detainers.
  public let declined: Int
  /// Detainers issued.
  public let issued: Int
  /// Detainers with a lift reason.
  public let resolved: Int

  /// The total that a share is of; of a count the count.
  public func total(_ measure: Measure) -> Int {
    switch measure {
    case .declined, .persons: declined
    case .issued, .shareOfIssued: issued
    case .resolved, .shareOfResolved: resolved
    }
  }

  /// The declined of a total, from 0 to 1; nil of less than a minimum, and of nothing.
  public func share(_ measure: Measure, minimum: Int = 1) -> Double? {
    let total = total(measure)
    return total >= max(1, minimum) ? Double(declined) / Double(total) : nil
  }

  /// The counts of both.
  static func + (first: ShareBase, second: ShareBase) -> ShareBase {
    ShareBase(
      declined: first.declined + second.declined, issued: first.issued + second.issued,
      resolved: first.resolved + second.resolved)
  }
}
