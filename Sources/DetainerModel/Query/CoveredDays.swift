import Text

/// How many days of a period the reports of a selection cover.
public struct CoveredDays: Hashable, Sendable {
  /// The days that are covered.
  public let covered: Int
  /// All days; where only weeks are known, those of the weeks whose Friday lies in the period.
  public let all: Int
  /// The weeks that count whole by their Fridays; nil where records count by their own days.
  public let weeks: Int?

  /// The days of a period; where reports count by whole weeks, those of its Fridays.
  init(of period: Period, covered: Int, byWeeks hasWeeks: Bool) {
    let fridays = period.fridays
    // A week and a day of it are no more than that.
    let isByWeeks = hasWeeks && period.length != .week && period.length != .day
    self.covered = covered
    all = isByWeeks ? 7 * fridays : period.dayCount
    weeks = isByWeeks ? fridays : nil
  }

  /// The days in words: `31 days`, `35 days (5 weeks by their Friday)`, `2 of 7 days`.
  public var words: String {
    let days = covered < all ? "\(grouped(covered)) of \(counted(all, "day"))" : counted(all, "day")
    guard let weeks, all != 7 else { return days }
    return "\(days) (\(counted(weeks, "week")) by their Friday)"
  }

  /// Why two periods cannot be compared as they are, with the counts of a day; nil where both are
  /// of one length and whole.
  public static func unlike(
    _ before: (days: CoveredDays, count: Known), _ after: (days: CoveredDays, count: Known),
    of measure: String
  ) -> String? {
    guard
      before.days.covered != after.days.covered || before.days.covered < before.days.all
        || after.days.covered < after.days.all
    else { return nil }
    let spans = "\(before.days.words) against \(after.days.words)"
    guard let first = before.days.perDay(before.count), let second = after.days.perDay(after.count)
    else { return spans + "." }
    return "\(spans): \(first) and \(second) \(measure) a day."
  }

  /// An exact count a day, with one decimal.
  private func perDay(_ count: Known) -> String? {
    guard let count = count.exact, covered > 0 else { return nil }
    let tenths = (Double(count) / Double(covered) * 10).rounded()
    return "\(grouped(Int(tenths) / 10)).\(Int(tenths) % 10)"
  }
}

extension Selection {
  /// How many days of a period the chosen reports cover, by the dates that a count goes by.
  public func coveredDays(
    of period: Period, counting count: ComparedCount = .declined
  ) -> CoveredDays {
    var days: Set<Day> = []
    var hasWeeks = false
    forEachCoveredDay(by: count == .issued ? .issue : .end) { day, counted, isByWeek, _ in
      guard period.days.contains(counted) else { return }
      days.insert(day)
      hasWeeks = hasWeeks || isByWeek
    }
    return CoveredDays(of: period, covered: days.count, byWeeks: hasWeeks)
  }

  /// Calls the body with every day that a chosen report covers, and the day by which it counts:
  /// published rows and lines of a tally belong to the last day of their period, the Friday of a week;
  /// records to their own day (rule 2 of the data).
  func forEachCoveredDay(
    by event: Event = .end,
    _ body: (_ day: Day, _ counted: Day, _ isByWeek: Bool, _ report: Report) -> Void
  ) {
    let tallies = dataset.table.tallies
    for report in chosenReports.map({ dataset.table.reports[$0] }) {
      guard let span = dataset.coveredSpan(of: report, by: event) else { continue }
      let isWhole = report.kind == .published || tallies.contains(report.source)
      let isByWeek = isWhole && report.period.length == .week
      for offset in 0..<(span.upperBound.days(since: span.lowerBound) + 1) {
        let day = span.lowerBound.adding(offset)
        body(day, isWhole ? report.period.end : day, isByWeek, report)
      }
    }
  }
}

extension Period {
  /// How many Fridays lie in it.
  var fridays: Int {
    let friday = Period(.week, containing: days.lowerBound).end
    let days = days.upperBound.days(since: friday)
    return days < 0 ? 0 : days / 7 + 1
  }
}
