/// A row of the list of weeks: one report, counted.
public struct WeekRow: Hashable, Sendable {
  /// The report.
  public let report: Report
  /// Its number in the table.
  public let number: Int
  /// What was counted of it.
  public let group: Group
  /// How many named places have a decline.
  public let jurisdictions: Int
}

extension Selection {
  /// The reports of the selection with their counts, newest week first.
  public func weeks() -> [WeekRow] {
    let keys: [GroupKey] = [.week, .source]
    let groups = Dictionary(groups(by: keys).map { ($0.keys, $0) }, uniquingKeysWith: { a, _ in a })
    var places: [[KeyValue]: Int] = [:]
    for group in self.groups(by: keys + [.jurisdiction])
    where !group.keys[2].isUnknown && (group.declined ?? 0) > 0 {
      places[Array(group.keys.prefix(2)), default: 0] += 1
    }
    return chosenReports.compactMap { number in
      let report = dataset.table.reports[number]
      let key: [KeyValue] = [.text(report.week.iso), .text(report.source)]
      guard let group = groups[key] else { return nil }
      return WeekRow(
        report: report, number: number, group: group, jurisdictions: places[key] ?? 0)
    }
  }
}
