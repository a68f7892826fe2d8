/// The days that a source reaches over (rule 9 of what is not known).
public struct Coverage: Hashable, Sendable {
  /// The days by which its release counts.
  public let days: ClosedRange<Day>
  /// The days on which it was issued: those of a release by lift date are others.
  let issueDays: ClosedRange<Day>
  /// Whether the source states them, so that its rows were not asked.
  public let isStated: Bool
}

extension Dataset {
  /// What each source covers, by its name; what has no row with a date covers nothing.
  public var coverages: [String: Coverage] { cache.coverages { findCoverages() } }

  /// The days of its period that a report covers, by ends or by issues; a published one covers all of
  /// them unless it states otherwise; nil where it covers none.
  func coveredSpan(of report: Report, by event: Event = .end) -> ClosedRange<Day>? {
    guard report.period.isKnown else { return nil }
    let (start, end) = (report.period.start, report.period.end)
    let stated = report.statement?.coverage
    if report.kind == .published, stated == nil { return start...end }
    let coverage = coverages[report.source]
    guard let days = stated ?? (event == .issue ? coverage?.issueDays : coverage?.days) else {
      return nil
    }
    let (first, last) = (max(start, days.lowerBound), min(end, days.upperBound))
    return first <= last ? first...last : nil
  }

  /// How many days of its period a report covers.
  public func coveredDays(of report: Report) -> Int {
    coveredSpan(of: report).map { $0.upperBound.days(since: $0.lowerBound) + 1 } ?? 0
  }

  /// Whether a report covers its period only in part, so that its counts are too low.
  public func isPart(_ report: Report) -> Bool {
    report.period.isKnown && coveredDays(of: report) < report.period.dayCount
  }

  private func findCoverages() -> [String: Coverage] {
    let found = rowDays(of: .end)
    let issues = table.countsByLiftDate ? rowDays(of: .issue) : found
    let built = table.reports.indices.filter { table.reports[$0].kind == .built }
    let bySource = Dictionary(grouping: built) { table.reports[$0].source }
    return Dictionary(
      uniqueKeysWithValues: bySource.compactMap { source, numbers in
        let stated = statedCoverage[source]
        guard let days = stated ?? Self.span(numbers.map { found[$0] }) else { return nil }
        let issued = stated ?? Self.span(numbers.map { issues[$0] }) ?? days
        return (source, Coverage(days: days, issueDays: issued, isStated: stated != nil))
      })
  }

  /// The days of the rows of each report; lines of a tally cover their whole period.
  private func rowDays(of event: Event) -> [RowDays] {
    var found = knownSums?.days(of: event) ?? table.days(of: event)
    let tallies = table.tallies
    for (number, report) in table.reports.enumerated()
    where tallies.contains(report.source) && found[number].rows > 0 && report.period.isKnown {
      found[number].first = report.period.start
      found[number].last = report.period.end
    }
    return found
  }

  /// How far stray days lie from the others at the least.
  private static let strayDistance = 60
  /// Of how many rows stray ones are fewer than one.
  private static let strayRows = 1000

  /// The days from the first to the last of all rows, without stray ones: under 1 in 1,000 rows
  /// that lie more than 60 days from the rest at either end.
  private static func span(_ weeks: [RowDays]) -> ClosedRange<Day>? {
    var weeks = weeks.filter { $0.rows > 0 }.sorted { $0.first < $1.first }[...]
    let most = weeks.reduce(0) { $0 + $1.rows } / strayRows
    func trim(
      _ weeks: [RowDays], _ isFar: (_ inner: RowDays, _ outer: RowDays) -> Bool
    ) -> Int {
      var (rows, stray) = (0, 0)
      for (index, week) in weeks.enumerated().dropLast() {
        rows += week.rows
        if rows > most { break }
        if isFar(weeks[index + 1], week) { stray = index + 1 }
      }
      return stray
    }
    weeks = weeks.dropFirst(
      trim(Array(weeks)) { $0.first.days(since: $1.last) > strayDistance })
    weeks = weeks.dropLast(
      trim(weeks.reversed()) { $1.first.days(since: $0.last) > strayDistance })
    guard let first = weeks.first?.first, let last = weeks.map(\.last).max() else { return nil }
    return first...last
  }
}
