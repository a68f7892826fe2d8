/// A span of time that counts are of: a week, a month, a year, or the days between two dates.
///
/// Reports cover one (rule 11 of the data), and counts are asked for over one.
public struct Period: Hashable, Comparable, Sendable {
  /// The days, from the first to the last.
  public let days: ClosedRange<Day>
  /// How long it is; nil for the days between two dates.
  public let length: Length?

  /// The period of records without a readable date.
  public static let none = Period(Day.none...Day.none, nil)

  /// The first day; not known for records without a readable date.
  public var start: Day { days.lowerBound }
  /// The last day.
  public var end: Day { days.upperBound }
  /// Whether the days are known.
  public var isKnown: Bool { start.isKnown }
  /// How many days it has.
  public var dayCount: Int { isKnown ? end.days(since: start) + 1 : 0 }

  /// The name by which it is found again: `2017-01-28` for the week that begins on this Saturday,
  /// `2017-01`, `2017-Q1`, `FY2017`, `2017-01..2017-03`, `2017-01-28..2017-02-10`.
  public var name: String {
    guard isKnown else { return "" }
    if let length { return length.label(of: start) }
    let months = [start, end].map { Period(.month, containing: $0) }
    // Whole months are named as such.
    return months[0].start == start && months[1].end == end
      ? months.map(\.name).joined(separator: "..") : "\(start.iso)..\(end.iso)"
  }

  /// The name as it stands on the screen: the days between two dates are told by both of them.
  public var words: String {
    length == nil && isKnown ? "\(start.iso) to \(end.iso)" : name
  }

  /// What such periods are called: `week`, `month`, `fiscal year`, `report` where they have no length.
  public var unit: String {
    length.map { $0.rawValue.split(separator: "_").joined(separator: " ") } ?? "report"
  }

  /// The name in a sentence: `the week 2017-01-28`, `2025`, `2022-10-01 to 2025-02-06`.
  public var sentenceName: String { length == .week ? "the week \(name)" : words }

  /// The period of a length that a day lies in; the first and the last one end with the days that
  /// can be stored.
  public init(_ length: Length, containing day: Day) {
    guard day.isKnown else {
      self = .none
      return
    }
    let start = length.start(of: day)
    let next = length.next(after: start)
    self.init(start...(next.isKnown ? next.adding(-1) : .last), length)
  }

  /// The days between two dates.
  public init(_ days: ClosedRange<Day>) { self.init(days, nil) }

  /// The period of a report that covers just these days: of a length, where they are one.
  public init(ofReport days: ClosedRange<Day>) {
    self =
      Length.ofReports.lazy.map { Period($0, containing: days.lowerBound) }
      .first { $0.days == days } ?? Period(days)
  }

  private init(_ days: ClosedRange<Day>, _ length: Length?) {
    self.days = days
    self.length = length
  }

  /// The period of the same length so many later.
  public func adding(_ count: Int) -> Period {
    guard let length else {
      let (first, last) = (start.adding(count * dayCount), end.adding(count * dayCount))
      return first.isKnown && last.isKnown ? Period(first...last) : .none
    }
    return Period(length, containing: length.start(start, adding: count))
  }

  /// Whether all days of another period lie in this one.
  public func contains(_ other: Period) -> Bool {
    days.contains(other.start) && days.contains(other.end)
  }

  /// Orders periods by their first day, and a longer one before a shorter one, so that the newest
  /// first means the shorter first; one that is not known comes before all.
  public static func < (a: Period, b: Period) -> Bool {
    a.start == b.start ? a.end > b.end : a.start < b.start
  }

  /// The terms that choose what belongs to the period: records by their own day, a report and a
  /// line of a tally by the Friday of its week (rule 2 of the data).
  public var terms: [FilterTerm] {
    length == .week
      ? [FilterTerm(.week, [term])]
      : [FilterTerm(.day, [.span(days, "\(days.lowerBound.iso)..\(days.upperBound.iso)")])]
  }

  /// The same span a year before; nil where it cannot be stored.
  public var yearBefore: Period? {
    guard let length else {
      func before(_ day: Day) -> Day? {
        let (year, month, number) = day.civil
        return Day(
          year: year - 1, month: month,
          day: number == Day.length(ofMonth: month, year: year)
            ? Day.length(ofMonth: month, year: year - 1) : number)
      }
      guard let first = before(days.lowerBound), let last = before(days.upperBound) else {
        return nil
      }
      return Period(first...last)
    }
    return Period(length, containing: length.yearBefore(days.lowerBound))
  }
}
