/// A span of time that counts are asked for: a week, a month, a year, or the days between two dates.
public struct Period: Hashable, Sendable {
  /// The days, from the first to the last.
  public let days: ClosedRange<Day>
  /// How long it is; nil for the days between two dates.
  public let length: Length?

  /// The name by which it is found again: `2017-01-28`, `2017-01`, `2017-Q1`, `FY2017`,
  /// `2017-01..2017-03`, `2017-01-28..2017-02-10`.
  public var name: String {
    if let length { return length.label(of: days.lowerBound) }
    let months = [days.lowerBound, days.upperBound].compactMap {
      Period(.month, containing: $0)
    }
    // Whole months are named as such.
    return months.first?.days.lowerBound == days.lowerBound
      && months.last?.days.upperBound == days.upperBound
      ? months.map(\.name).joined(separator: "..")
      : "\(days.lowerBound.iso)..\(days.upperBound.iso)"
  }

  /// How many days it has.
  public var dayCount: Int { days.upperBound.days(since: days.lowerBound) + 1 }

  /// The period of a length that a day lies in; nil where it cannot be stored.
  public init?(_ length: Length, containing day: Day) {
    let start = length.start(of: day)
    let next = length.next(after: start)
    guard start.isKnown, next.isKnown else { return nil }
    self.init(start...next.adding(-1), length)
  }

  /// The days between two dates.
  public init(_ days: ClosedRange<Day>) { self.init(days, nil) }

  private init(_ days: ClosedRange<Day>, _ length: Length?) {
    self.days = days
    self.length = length
  }

  /// Reads a period as it is typed: a day names the week that contains it; `2017-01`, `2017-Q1`,
  /// `2017` and `FY2017` name themselves; `2017-01-28..2017-02-10` and `2017-01..2017-03` go from
  /// the first day of one to the last of the other.
  public init?(naming text: some StringProtocol) {
    if let ends = text.rangeEnds {
      // Two ends name just these days, however they are typed.
      guard let first = ClosedRange<Day>(naming: ends.low),
        let last = ClosedRange<Day>(naming: ends.high),
        first.lowerBound <= last.upperBound
      else { return nil }
      self.init(first.lowerBound...last.upperBound)
      return
    }
    guard let days = ClosedRange<Day>(naming: text) else { return nil }
    let lengths: [Length] =
      days.lowerBound == days.upperBound ? [.week] : [.month, .quarter, .year, .fiscalYear]
    let named = lengths.lazy.compactMap { Period($0, containing: days.lowerBound) }
      .first { $0.length == .week || $0.days == days }
    guard let named else { return nil }
    self = named
  }

  /// Reads the days that are stated as covered: a day here is just that day.
  public init?(daysNamed text: some StringProtocol) {
    if let days = ClosedRange<Day>(naming: text) {
      self.init(days)
    } else if let period = Period(naming: text) {
      self.init(period.days)
    } else {
      return nil
    }
  }

  /// The terms that choose what belongs to the period: records by their own day, a report and a
  /// line of a tally by the Friday of its week (rule 2 of the data).
  public var terms: [FilterTerm] {
    length == .week
      ? [FilterTerm(.week, [.span(days.lowerBound...days.lowerBound, days.lowerBound.iso)])]
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

extension Period {
  /// How long a span of time is; counts can be grouped by each.
  public enum Length: String, CaseIterable, Hashable, Sendable {
    case day, week, month, quarter, year
    /// The federal fiscal year: October to September, named by the year it ends in.
    case fiscalYear = "fiscal_year"

    /// Those that a trend goes through.
    public static let ofTrend = [Length.day, .week, .month, .quarter, .fiscalYear]

    /// The name of the period a day lies in: `2017-01-28`, `2017-01`, `2017-Q1`, `2017`, `FY2017`;
    /// empty when it is not known.
    public func label(of day: Day) -> String {
      guard day.isKnown else { return "" }
      let (year, month, _) = day.civil
      return switch self {
      case .day: day.iso
      case .week: Week(containing: day).iso
      case .month: "\(year)-\(twoDigits(month))"
      case .quarter: "\(year)-Q\((month + 2) / 3)"
      case .year: "\(year)"
      case .fiscalYear: "FY\(month >= 10 ? year + 1 : year)"
      }
    }

    /// The first day of the period that a day lies in.
    package func start(of day: Day) -> Day {
      guard day.isKnown else { return day }
      let (year, month, _) = day.civil
      let first: Day? =
        switch self {
        case .day: day
        case .week: Week(containing: day).start
        case .month: Day(year: year, month: month, day: 1)
        case .quarter: Day(year: year, month: (month - 1) / 3 * 3 + 1, day: 1)
        case .year: Day(year: year, month: 1, day: 1)
        case .fiscalYear: Day(year: month >= 10 ? year : year - 1, month: 10, day: 1)
        }
      // The first period of all begins with the first day that can be stored.
      return first ?? .first
    }

    /// The first day of the next period; not known when it cannot be stored.
    package func next(after start: Day) -> Day {
      let longest =
        switch self {
        case .day: 1
        case .week: 7
        case .month: 31
        case .quarter: 92
        case .year, .fiscalYear: 366
        }
      let day = start.adding(longest)
      return day.isKnown ? self.start(of: day) : .none
    }

    /// The first day of the period that this one is held against: 52 weeks before for days and
    /// weeks, so that days of the week stay the same, else the calendar year before.
    package func yearBefore(_ start: Day) -> Day {
      switch self {
      case .day, .week: start.adding(-364)
      default: self.start(of: start.adding(-350))
      }
    }

    /// The key that counts by it.
    package var key: GroupKey {
      switch self {
      case .day: .day
      case .week: .week
      case .month: .month
      case .quarter: .quarter
      case .year: .year
      case .fiscalYear: .fiscalYear
      }
    }
  }
}
