/// A week of the reports: Saturday to Friday, named by its Saturday as ICE's weekly reports are.
public struct Week: Hashable, Comparable, Sendable {
  /// The Saturday; not known for records without a readable date.
  public let start: Day

  /// The week of records without a readable date.
  public static let none = Week(containing: .none)

  /// Finds the week that contains a day.
  public init(containing day: Day) {
    // 1899-12-31, day 0, was a Sunday: (day + 1) mod 7 is the number of days since Saturday.
    start = day.isKnown ? day.adding(-((Int(day.packed) + 1) % 7)) : .none
  }

  /// Whether the week is known.
  public var isKnown: Bool { start.isKnown }
  /// The Friday.
  public var end: Day { start.adding(6) }
  /// The Saturday as `2017-01-28`; empty when it is not known.
  public var iso: String { start.iso }
  /// The week so many weeks later.
  public func adding(_ weeks: Int) -> Week { Week(containing: start.adding(7 * weeks)) }

  /// Orders weeks by the calendar; a week that is not known comes first.
  public static func < (a: Week, b: Week) -> Bool { a.start < b.start }
}
