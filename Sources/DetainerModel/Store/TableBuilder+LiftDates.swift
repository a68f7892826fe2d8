extension TableBuilder {
  /// The table as far as it is built, each release counted by one basis (rule 2 of the data).
  public func finished() -> DetainerTable {
    guard lifts.values.contains(where: \.decideWeeks) else { return filled }
    var copy = self
    let issues = copy.moveEndsToTheirWeeks()
    var table = copy.filled
    table.issueReport = issues.report.column
    table.issueDate = issues.date.column
    return table
  }

  /// Rows of a release with lift dates belong to the week in which they ended, and count as issued
  /// in the week of issue, which is the answer.
  private mutating func moveEndsToTheirWeeks() -> (
    report: GrowingCodes, date: GrowingColumn<UInt16>
  ) {
    let byLiftDate = table.sources.map { lifts[$0.name]?.decideWeeks == true }
    var ends = (0..<rows.count).map { UInt32(truncatingIfNeeded: rows.report[$0]) }
    var dates = Array(rows.date.column)
    var issues = (report: ends, date: dates)
    let (source, outcome) = (rows.source.column, rows.outcome.column)
    let (issued, lifted) = (rows.issued.column, rows.lifted.column)
    // Days come again and again, and weeks are found by hashing.
    var reports: [[Int32]] = byLiftDate.map {
      $0 ? Array(repeating: -1, count: Int(UInt16.max) + 1) : []
    }
    func report(_ day: UInt16, of source: Int) -> UInt32 {
      if reports[source][Int(day)] < 0 {
        let week = Period(.week, containing: Day(packed: day))
        reports[source][Int(day)] =
          Int32(self.report(of: week, source: table.sources[source].name))
      }
      return UInt32(bitPattern: reports[source][Int(day)])
    }
    for row in 0..<rows.count {
      let source = source[row]
      guard byLiftDate[source] else { continue }
      if issued[row] != 0 {
        issues.date[row] = issued[row]
        issues.report[row] = report(issued[row], of: source)
      }
      guard Outcome.isResolved(code: outcome[row]) else { continue }
      // A week that the file names is that of the end, where no date says it better.
      let isNamed = lifted[row] == 0 && dates[row] != issued[row]
      if issued[row] == 0 {
        // A week that an export gives beside the lift date is not that of the issue.
        issues.date[row] = Day.none.packed
        issues.report[row] = report(0, of: source)
      }
      if isNamed { continue }
      dates[row] = lifted[row]
      ends[row] = report(lifted[row], of: source)
    }
    rows.report = GrowingCodes(ends)
    rows.date = GrowingColumn(dates)
    for number in table.reports.indices
    where lifts[table.reports[number].source]?.decideWeeks == true {
      table.reports[number].basis = .liftDate
    }
    return (GrowingCodes(issues.report), GrowingColumn(issues.date))
  }
}
