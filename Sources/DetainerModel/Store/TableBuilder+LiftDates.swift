extension TableBuilder {
  /// The table as far as it is built, each release counted by one basis (rule 2 of the data).
  public func finished() -> DetainerTable {
    guard lifts.values.contains(where: \.decideWeeks) else { return filled }
    var copy = self
    let issues = copy.moveEndsToTheirWeeks()
    var table = copy.filled
    table.issueReport = issues.report.column
    table.issueDate = Column(issues.date)
    return table
  }

  /// Rows of a release with lift dates belong to the week in which they ended, and count as issued
  /// in the week of issue, which is the answer.
  private mutating func moveEndsToTheirWeeks() -> (report: GrowingCodes, date: [UInt16]) {
    let byLiftDate = table.sources.map { lifts[$0.name]?.decideWeeks == true }
    var ends = (0..<rows.count).map { UInt32(truncatingIfNeeded: rows.report[$0]) }
    var issues = (report: ends, date: rows.date)
    // Days come again and again, and weeks are found by hashing.
    var reports: [Int: [Int]] = [:]
    func report(_ day: UInt16, of source: Int) -> UInt32 {
      if let number = reports[source]?[Int(day)], number >= 0 { return UInt32(number) }
      let week = Week(containing: Day(packed: day))
      let number = self.report(week: week, source: table.sources[source].name)
      reports[source, default: Array(repeating: -1, count: Int(UInt16.max) + 1)][Int(day)] = number
      return UInt32(number)
    }
    for row in 0..<rows.count {
      let source = rows.source[row]
      guard byLiftDate[source] else { continue }
      if rows.issued[row] != 0 {
        issues.date[row] = rows.issued[row]
        issues.report[row] = report(rows.issued[row], of: source)
      }
      guard rows.outcome[row] != Outcome.pending.rawValue else { continue }
      if rows.issued[row] == 0 {
        // A week that an export gives beside the lift date is not that of the issue.
        issues.date[row] = Day.none.packed
        issues.report[row] = report(0, of: source)
      }
      rows.date[row] = rows.lifted[row]
      ends[row] = report(rows.lifted[row], of: source)
    }
    rows.report = GrowingCodes(ends)
    for number in table.reports.indices
    where lifts[table.reports[number].source]?.decideWeeks == true {
      table.reports[number].basis = .liftDate
    }
    return (GrowingCodes(issues.report), issues.date)
  }
}
