import Text

/// What is known of a count: the least that it is, and the most that it can be.
///
/// A source that does not say is not a source that says zero. Whatever is added, held against
/// another or printed is the whole interval, so that nothing ever says more than the source.
public struct Known: Hashable, Sendable {
  /// The least that the count can be.
  public let least: Int
  /// The most that it can be; nil where nothing limits it.
  public let most: Int?

  /// A count about which nothing is known.
  public static let unknown = Known(least: 0, most: nil)
  /// A count that is known to be none.
  public static let zero = Known(0)

  /// A count that lies between two numbers; a most below the least is the least.
  public init(least: Int, most: Int?) {
    self.least = least
    self.most = most.map { max(least, $0) }
  }

  /// A count that is known.
  public init(_ count: Int) { self.init(least: count, most: count) }

  /// A count that is known, or of which nothing is.
  public init(_ count: Int?) { self = count.map { Known($0) } ?? .unknown }

  /// Whether the count is known.
  public var isExact: Bool { least == most }
  /// Whether nothing is known of it.
  public var isUnknown: Bool { least == 0 && most == nil }
  /// Whether it may be more than nothing.
  public var mayBeSome: Bool { most != 0 }
  /// The count, where it is known.
  public var exact: Int? { isExact ? least : nil }
  /// The number that stands in a column of counts: the count or the least; nil where that is none
  /// and yet not known (rule 13 of what is not known).
  public var number: Int? { isExact || least > 0 ? least : nil }

  /// The count as it is shown: `6`, `6+`, `0–2`, `?`.
  public var text: String {
    if isExact { return grouped(least) }
    if least > 0 { return grouped(least) + "+" }
    return most.map { "0–" + grouped($0) } ?? "?"
  }

  /// The sum of two counts that have no remainder in common.
  public static func + (first: Known, second: Known) -> Known {
    Known(
      least: sum(first.least, second.least),
      most: first.most.flatMap { most in second.most.map { sum(most, $0) } })
  }

  /// Adds a count that has no remainder in common.
  public static func += (first: inout Known, second: Known) { first = first + second }

  /// How much larger one count is than another, the interval of it where either is not known.
  public static func - (first: Known, second: Known) -> KnownDifference {
    func less(_ first: Int, _ second: Int) -> Int {
      let (difference, overflows) = first.subtractingReportingOverflow(second)
      return overflows ? (first < second ? .min : .max) : difference
    }
    return KnownDifference(
      least: second.most.map { less(first.least, $0) },
      most: first.most.map { less($0, second.least) })
  }

  /// Whether one count can be what the other is.
  public func meets(_ other: Known) -> Bool {
    (most ?? .max) >= other.least && (other.most ?? .max) >= least
  }

  /// Whether the count can be this number.
  public func contains(_ count: Int) -> Bool { least <= count && count <= most ?? .max }

  /// Whether the count lies in a range; nil where it may or may not.
  package func lies(in range: ClosedRange<Int>) -> Bool? {
    if range.contains(least), range.contains(most ?? .max) { return true }
    return least > range.upperBound || most ?? .max < range.lowerBound ? false : nil
  }

  /// Where it stands in a list: the larger least first, then what is exact before what is not, and
  /// what is not known last.
  public func comes(before other: Known) -> Bool {
    least == other.least ? certainty < other.certainty : least > other.least
  }

  /// 0 for an exact count, 1 for one that has a least or a most, 2 where nothing is known.
  var certainty: Int { isExact ? 0 : isUnknown ? 2 : 1 }

  /// A sum of counts that stops at the largest number.
  static func sum(_ first: Int, _ second: Int) -> Int {
    let (sum, overflows) = first.addingReportingOverflow(second)
    return overflows ? .max : sum
  }
}

/// How much two counts differ: the least and the most, either of which may be open.
public struct KnownDifference: Hashable, Sendable {
  /// The least of the difference; nil where nothing limits it.
  public let least: Int?
  /// The most of the difference; nil where nothing limits it.
  public let most: Int?

  /// The difference, where both counts are known.
  public var exact: Int? { least == most ? least : nil }

  /// Whether it can be this number.
  public func contains(_ difference: Int) -> Bool {
    least ?? .min <= difference && difference <= most ?? .max
  }
}
