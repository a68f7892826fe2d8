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
    return chosenReports.compactMap { number in
      let report = dataset.table.reports[number]
      let key: [KeyValue] = [.text(report.week.iso), .text(report.source)]
      return groups[key].map {
        WeekRow(
          report: report, number: number, group: $0, coveredDays: dataset.coveredDays(of: report))
      }
    }
  }

  /// The report to open first: of the week that the data names, else the newest that covers its
  /// whole week, else the newest.
  public func startRow(among rows: [WeekRow]) -> WeekRow? {
    let dated = rows.filter(\.report.week.isKnown)
    let newest = dated.filter { !$0.isPart }.max { $0.report.week < $1.report.week }
    return dated.first { $0.report.week == dataset.start } ?? newest
      ?? dated.max { $0.report.week < $1.report.week } ?? rows.first
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
