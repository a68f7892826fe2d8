extension Period {
  /// How long a span of time is; counts can be grouped by each.
  public enum Length: String, CaseIterable, Hashable, Sendable {
    case day, week, month, quarter, year
    /// The federal fiscal year: October to September, named by the year it ends in.
    case fiscalYear = "fiscal_year"

    /// Those that a report may have.
    static let ofReports = [Length.week, .month, .quarter, .year, .fiscalYear]
    /// Those that a trend goes through.
    public static let ofTrend = [Length.day, .week, .month, .quarter, .year, .fiscalYear]

    /// The name of the period a day lies in: `2017-01-28`, `2017-01`, `2017-Q1`, `2017`, `FY2017`;
    /// empty when it is not known.
    public func label(of day: Day) -> String {
      guard day.isKnown else { return "" }
      let (year, month, _) = day.civil
      return switch self {
      case .day: day.iso
      case .week: start(of: day).iso
      case .month: "\(year)-\(twoDigits(month))"
      case .quarter: "\(year)-Q\((month + 2) / 3)"
      case .year: "\(year)"
      case .fiscalYear: "FY\(month >= 10 ? year + 1 : year)"
      }
    }

    /// The name of the period to which another one belongs: a week to that of its Friday (rule 2 of
    /// the data), a longer one where it lies whole in one; nil where it reaches over several.
    func label(of period: Period) -> String? {
      guard period.isKnown, period.length != .week else { return label(of: period.end) }
      return start(of: period.start) == start(of: period.end) ? label(of: period.end) : nil
    }

    /// The first day of the period that a day lies in.
    package func start(of day: Day) -> Day {
      guard day.isKnown else { return day }
      let (year, month, _) = day.civil
      let first: Day? =
        switch self {
        case .day: day
        // 1899-12-31, day 0, was a Sunday: (day + 1) mod 7 is the number of days since Saturday.
        case .week: day.adding(-((Int(day.packed) + 1) % 7))
        case .month: Day(year: year, month: month, day: 1)
        case .quarter: Day(year: year, month: (month - 1) / 3 * 3 + 1, day: 1)
        case .year: Day(year: year, month: 1, day: 1)
        case .fiscalYear: Day(year: month >= 10 ? year : year - 1, month: 10, day: 1)
        }
      // The first period of all begins with the first day that can be stored.
      return first.flatMap { $0.isKnown ? $0 : nil } ?? .first
    }

    /// The first day of the next period; not known when it cannot be stored.
    package func next(after start: Day) -> Day { self.start(start, adding: 1) }

    /// The first day of the period so many after one that begins on a day; not known when it cannot
    /// be stored.
    func start(_ start: Day, adding count: Int) -> Day {
      let start = self.start(of: start)
      guard start.isKnown, count.magnitude < 100_000 else { return .none }
      guard let months else { return start.adding(count * most) }
      let (year, month, _) = start.civil
      let place = year * 12 + month - 1 + count * months
      return Day(year: place / 12, month: place % 12 + 1, day: 1) ?? .none
    }

    /// How many days it has at most.
    var most: Int {
      switch self {
      case .day: 1
      case .week: 7
      case .month: 31
      case .quarter: 92
      case .year, .fiscalYear: 366
      }
    }

    /// How many months it has; nil where it is not made of months.
    private var months: Int? {
      switch self {
      case .day, .week: nil
      case .month: 1
      case .quarter: 3
      case .year, .fiscalYear: 12
      }
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

extension Period {
  /// How long a period is beside others. A selection is of one size, since what is stated of a year
  /// is in no sum with its weeks (rule 11 of the data).
  package struct Size: Hashable, Comparable, Sendable {
    private let days: Int
    private let length: Int

    fileprivate init(_ period: Period) {
      let place = period.length.flatMap { Length.allCases.firstIndex(of: $0) }
      days = period.length?.most ?? period.dayCount
      length = place ?? Length.allCases.count
    }

    /// Orders by days; of equally long ones calendar years come before fiscal years, and those before
    /// the days between two dates.
    package static func < (a: Size, b: Size) -> Bool {
      (a.days, a.length) < (b.days, b.length)
    }
  }

  /// How long it is beside others.
  package var size: Size { Size(self) }
}

extension Sequence<Period> {
  /// The size of the shortest that is known; nil where none is.
  package var shortest: Period.Size? { lazy.filter(\.isKnown).map(\.size).min() }
}
