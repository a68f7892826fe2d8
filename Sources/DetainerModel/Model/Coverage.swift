/// The days that a source reaches over (rule 9 of what is not known).
public struct Coverage: Hashable, Sendable {
  /// The days by which what became of detainers is counted.
  public let days: ClosedRange<Day>
  /// The days by which detainers count as issued.
  public let issued: ClosedRange<Day>
  /// Whether the source states them, so that its rows were not asked.
  public let isStated: Bool

  /// How many days of a span are covered.
  public func days(of span: ClosedRange<Day>) -> Int {
    let (first, last) = (
      max(span.lowerBound, days.lowerBound), min(span.upperBound, days.upperBound)
    )
    return first <= last ? last.days(since: first) + 1 : 0
  }
}

extension Dataset {
  /// What each source covers, by its name; what has no row with a date covers nothing.
  public var coverages: [String: Coverage] { cache.coverages(findCoverages) }

  /// How many days of its week a report covers: a published report all of them, unless it states
  /// otherwise.
  public func coveredDays(of report: Report) -> Int {
    guard report.week.isKnown else { return 0 }
    let week = report.week.start...report.week.end
    if let stated = report.statement?.coverage {
      return Coverage(days: stated, issued: stated, isStated: true).days(of: week)
    }
    return report.kind == .published ? 7 : coverages[report.source]?.days(of: week) ?? 0
  }

  /// Whether a report covers its week only in part, so that its counts are too low.
  public func isPart(_ report: Report) -> Bool {
    report.week.isKnown && coveredDays(of: report) < 7
  }

  private func findCoverages() -> [String: Coverage] {
    let ends = rowDays(of: .end)
    let issues = table.countsByLiftDate ? rowDays(of: .issue) : ends
    var coverages: [String: Coverage] = [:]
    let built = table.reports.indices.filter { table.reports[$0].kind == .built }
    for (source, numbers) in Dictionary(grouping: built, by: { table.reports[$0].source }) {
      if let stated = statedCoverage[source] {
        coverages[source] = Coverage(days: stated, issued: stated, isStated: true)
        continue
      }
      guard let issued = Self.span(numbers.map { issues[$0] }) else { continue }
      coverages[source] = Coverage(
        days: Self.span(numbers.map { ends[$0] }) ?? issued, issued: issued, isStated: false)
    }
    return coverages
  }

  /// The rows of a report and the days from the first to the last of them.
  private struct RowDays {
    var rows = 0
    var first = Day.last
    var last = Day.none

    mutating func add(_ day: Day) {
      rows += 1
      first = min(first, day)
      last = max(last, day)
    }
  }

  /// The days of the rows of each report; lines of a tally cover their whole week.
  private func rowDays(of event: Event) -> [RowDays] {
    var found = Array(repeating: RowDays(), count: table.reports.count)
    let (codes, days) = (table.report(of: event), table.date(of: event))
    days.withUnsafeBufferPointer { days in
      for row in days.indices where days[row] != 0 {
        found[codes[row]].add(Day(packed: days[row]))
      }
    }
    let tallies = Set(table.sources.filter(\.isTally).map(\.name))
    for (number, report) in table.reports.enumerated()
    where tallies.contains(report.source) && found[number].rows > 0 && report.week.isKnown {
      found[number].first = report.week.start
      found[number].last = report.week.end
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
