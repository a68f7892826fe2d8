import Text

/// Periods that more than one chosen source covers: their counts are never added (rule 8 of the data).
public struct SourceOverlap: Error, Hashable, Sendable, CustomStringConvertible {
  /// A week, or a longer period, and the sources that cover it.
  public struct SharedWeek: Hashable, Sendable {
    /// The period.
    public let period: Period
    /// The names of its sources, in order.
    public let sources: [String]
  }

  /// The weeks, newest first; at least one.
  public let weeks: [SharedWeek]

  /// The sentence, with the way out in the filter language.
  public var description: String {
    let names = weeks.first?.sources ?? []
    let sources = names.count > 2 ? firstNames(names) : names.joined(separator: " and ")
    return "\(sources) cover the same weeks and are never added: choose one with source:, "
      + "or count by source."
  }
}

extension Selection {
  /// The weeks that more than one chosen source covers, newest first.
  public var overlappingWeeks: [SourceOverlap.SharedWeek] { overlappingWeeks(of: chosenReports) }

  /// Refuses what would add up the sources of one week, unless a key keeps them apart.
  func checkSources(under keys: [GroupKey]) throws(SourceOverlap) {
    if !keys.contains(.source) { try checkSources(of: chosenReports) }
  }

  /// Refuses reports of which two sources cover one week.
  func checkSources(of reports: [Int]) throws(SourceOverlap) {
    let weeks = overlappingWeeks(of: reports)
    if !weeks.isEmpty { throw SourceOverlap(weeks: weeks) }
  }

  private func overlappingWeeks(of reports: [Int]) -> [SourceOverlap.SharedWeek] {
    let reports = reports.map { dataset.table.reports[$0] }
    guard reports.contains(where: { $0.source != reports[0].source }) else { return [] }
    var sources: [Period: Set<String>] = [:]
    for report in reports where report.period.isKnown {
      sources[report.period, default: []].insert(report.source)
    }
    return sources.filter { $0.value.count > 1 }
      .map { SourceOverlap.SharedWeek(period: $0.key, sources: $0.value.sorted()) }
      .sorted { $0.period > $1.period }
  }
}
