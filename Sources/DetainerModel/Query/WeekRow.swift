/// A row of the list of weeks: one report, counted.
public struct WeekRow: Hashable, Sendable {
  /// The report.
  public let report: Report
  /// Its number in the table.
  public let number: Int
  /// What was counted of it.
  public let group: Group
  /// How many days of its period it covers.
  public let coveredDays: Int

  /// Whether it covers its period only in part.
  public var isPart: Bool { report.period.isKnown && coveredDays < report.period.dayCount }
}

extension Selection {
  /// The reports that the terms choose, of every length, with their counts, newest first or oldest
  /// first; those of one period keep their order, and those of none come last.
  public func weeks(oldestFirst: Bool) -> [WeekRow] {
    guard oldestFirst else { return weeks() }
    let periods = Dictionary(grouping: weeks(), by: \.report.period)
    return periods.keys.sorted { $0.isKnown == $1.isKnown ? $0 < $1 : $0.isKnown }
      .flatMap { periods[$0] ?? [] }
  }

  /// The reports that the terms choose, of every length, with their counts, newest first.
  public func weeks() -> [WeekRow] {
    let groups = groupsOfReports
    let stated = reportsThatStateNone
    return allReports.compactMap { number in
      let report = dataset.table.reports[number]
      let none = stated.contains(number) ? Group(none: report.key) : nil
      return (groups[report.key] ?? none).map {
        WeekRow(
          report: report, number: number, group: $0, coveredDays: dataset.coveredDays(of: report))
      }
    }
  }

  /// The report to open first: of the period to open, else of the shortest length the newest that
  /// covers its whole period, else the newest.
  package func startRow(among rows: [WeekRow]) -> WeekRow? {
    let dated = rows.filter(\.report.period.isKnown)
    let shortest = dated.map(\.report.period).shortest
    let alike = dated.filter { $0.report.period.size == shortest }
    return dated.first { $0.report.period == dataset.startPeriod } ?? alike.first { !$0.isPart }
      ?? alike.first ?? rows.first
  }

  /// The reports with a line of a tally that counts nobody: a stated 0, and no week that is missing.
  private var reportsThatStateNone: Set<Int> {
    let counts = dataset.table.counts
    guard !counts.isEmpty, passesGroupSize(.zero) else { return [] }
    var rows = chosen.shown
    rows.formIntersection(chosen.counted)
    var reports: Set<Int> = []
    rows.forEach { if counts[$0] == 0 { reports.insert(dataset.table.report[$0]) } }
    return reports
  }

  /// How many named places have a decline, by period and source.
  func placesWithDecline() -> [[KeyValue]: Int] {
    var places: [[KeyValue]: Int] = [:]
    let groups = ofEachLength.flatMap {
      $0.uncheckedGroups(by: [.week, .source, .jurisdiction]) { $0.builtDeclined > 0 }
    }
    for group in groups
    where !group.keys[2].isUnknown && (group.declined ?? 0) > 0 {
      places[Array(group.keys.prefix(2)), default: 0] += 1
    }
    return places
  }
}

extension Group {
  /// Nobody at all, as a built report says.
  fileprivate init(none keys: [KeyValue]) {
    self.init(
      keys: keys, issued: 0, knownResolved: .zero, known: .zero, listed: 0, hasBuilt: true,
      shareBase: nil)
  }
}
