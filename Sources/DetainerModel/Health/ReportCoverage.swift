import Text

/// What is at hand of a published report, against what it states.
package struct ReportCoverage: Hashable, Sendable {
  /// The report.
  package let report: Report
  /// The detainers of the rows at hand.
  package let listed: Int
  /// The declined detainers that the report states; nil when it states none.
  package var stated: Int? { report.statement?.declined }

  static func all(of counts: [WeekRow], log: inout FindingLog) -> [ReportCoverage] {
    let coverage = counts.filter { $0.report.kind == .published }.map {
      ReportCoverage(report: $0.report, listed: $0.group.listed)
    }
    for item in coverage {
      guard let stated = item.stated, item.listed < stated else { continue }
      log.add(
        .incompleteReport, file: "reports.csv",
        "\(grouped(item.listed)) of the \(grouped(stated)) declined detainers that \(item.report.source) states are "
          + "listed; \(grouped(stated - item.listed)) are missing.")
    }
    return coverage
  }
}
