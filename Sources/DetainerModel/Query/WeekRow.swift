/// A row of the list of weeks: one report, counted.
public struct WeekRow: Hashable, Sendable {
  /// The report.
  public let report: Report
  /// Its number in the table.
  public let number: Int
  /// What was counted of it.
  public let group: Group
  /// How many days of the week it covers.
  public let coveredDays: Int

  /// Whether it covers its week only in part.
  public var isPart: Bool { report.week.isKnown && coveredDays < 7 }
}

extension Selection {
  /// The reports of the selection with their counts, newest week first.
  public func weeks() -> [WeekRow] {
    let groups = Dictionary(
      uncheckedGroups(by: [.week, .source]).map { ($0.keys, $0) },
      uniquingKeysWith: { first, _ in first })
    let stated = reportsThatStateNone
    return chosenReports.compactMap { number in
      let report = dataset.table.reports[number]
      let key: [KeyValue] = [.text(report.week.iso), .text(report.source)]
      let none = stated.contains(number) ? Group(none: key) : nil
      return (groups[key] ?? none).map {
        WeekRow(
          report: report, number: number, group: $0, coveredDays: dataset.coveredDays(of: report))
      }
    }
  }

  /// The report to open first: of the week to open, else the newest that covers its whole week, else
  /// the newest.
  package func startRow(among rows: [WeekRow]) -> WeekRow? {
    let dated = rows.filter(\.report.week.isKnown)
    return dated.first { $0.report.week == dataset.startWeek } ?? dated.first { !$0.isPart }
      ?? dated.first ?? rows.first
  }

  /// The reports with a line of a tally that counts nobody: a stated 0, and no week that is missing.
  private var reportsThatStateNone: Set<Int> {
    let counts = dataset.table.counts
    guard !counts.isEmpty, passesGroupSize(.zero) else { return [] }
    var rows = shown
    rows.formIntersection(counted)
    var reports: Set<Int> = []
    rows.forEach { if counts[$0] == 0 { reports.insert(dataset.table.report[$0]) } }
    return reports
  }

  /// How many named places have a decline, by week and source.
  func placesWithDecline() -> [[KeyValue]: Int] {
    var places: [[KeyValue]: Int] = [:]
    let groups = uncheckedGroups(by: [.week, .source, .jurisdiction]) { $0.builtDeclined > 0 }
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
