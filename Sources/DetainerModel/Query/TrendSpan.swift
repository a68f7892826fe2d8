/// How long the spans of time are that a trend goes through.
public enum TrendSpan: String, CaseIterable, Hashable, Sendable {
  case day, week, month, quarter
  case fiscalYear = "fiscal_year"

  /// The key that counts by it.
  package var key: GroupKey {
    switch self {
    case .day: .day
    case .week: .week
    case .month: .month
    case .quarter: .quarter
    case .fiscalYear: .fiscalYear
    }
  }

  /// The first day of the span that a day lies in.
  package func start(of day: Day) -> Day {
    guard day.isKnown else { return day }
    let (year, month, _) = day.civil
    let first: Day? =
      switch self {
      case .day: day
      case .week: Week(containing: day).start
      case .month: Day(year: year, month: month, day: 1)
      case .quarter: Day(year: year, month: (month - 1) / 3 * 3 + 1, day: 1)
      case .fiscalYear: Day(year: month >= 10 ? year : year - 1, month: 10, day: 1)
      }
    // The first span of all begins with the first day that can be stored.
    return first ?? .first
  }

  /// The first day of the next span; not known when it cannot be stored.
  package func next(after start: Day) -> Day {
    let longest = [.day: 1, .week: 7, .month: 31, .quarter: 92, .fiscalYear: 366][self] ?? 1
    let day = start.adding(longest)
    return day.isKnown ? self.start(of: day) : .none
  }

  /// The first day of the span that this one is held against: 52 weeks before for days and weeks,
  /// so that days of the week stay the same, else the calendar year before.
  package func yearBefore(_ start: Day) -> Day {
    switch self {
    case .day, .week: start.adding(-364)
    case .month, .quarter, .fiscalYear: self.start(of: start.adding(-350))
    }
  }

  /// The name of the span: `2017-01-28`, `2017-01`, `2017-Q1`, `FY2017`.
  package func label(of start: Day) -> String { key.period?.label(of: start) ?? start.iso }
}
