extension Period {
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
    let named = lengths.lazy.map { Period($0, containing: days.lowerBound) }
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

  /// Reads the period of a report: a day names the week that contains it, and two ends that are a
  /// month or a year name just that.
  public init?(ofReportNamed text: some StringProtocol) {
    guard let period = Period(naming: text) else { return nil }
    self = period.length == nil ? Period(ofReport: period.days) : period
  }
}
