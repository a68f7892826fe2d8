import Text

extension DetainerTable {
  /// The rows that count under no week, told by the date that decides their week: that of the issue,
  /// or of the end where a release counts by lift date (rule 2 of the data).
  package var undatedRows: [Diagnostic] {
    let isUndated = reports.map { !$0.period.isKnown }
    guard isUndated.contains(true) else { return [] }
    var rows = RowSet(universe: rowCount)
    rows.insertRows(of: report, in: isUndated)
    var log = FindingLog()
    var counts = Array(repeating: 0, count: sources.count)
    rows.forEach { row in
      counts[source[row]] += 1
      // There may be millions, and all but the first are only counted.
      guard counts[source[row]] <= FindingLog.kept else { return }
      log.add(
        .undatedRow, file: harmless(source(row).file), row: line(row), sentence(ofUndated: row))
    }
    for (number, count) in counts.enumerated() where count > FindingLog.kept {
      log.add(
        count - FindingLog.kept, moreOf: .undatedRow, file: harmless(sources[number].file))
    }
    return log.diagnostics
  }

  private func sentence(ofUndated row: Int) -> String {
    let report = report(row)
    if report.basis == .liftDate, isResolved(row) {
      return issued(row).isKnown
        ? "the row has no readable lift date; its end is counted under no week."
        : "the row has no readable lift date or issue date; it is counted under no week."
    }
    let dates = report.kind == .published || isTally(row) ? "week or issue date" : "issue date"
    return "the row has no readable \(dates); it is counted under no week."
  }
}
