extension TableBuilder {
  /// The table as far as it is built, each release counted by one basis (rule 2 of the data).
  public func finished() -> DetainerTable {
    guard lifts.values.contains(where: \.decideWeeks) else { return table }
    var copy = self
    copy.moveEndsToTheirWeeks()
    return copy.table
  }

  /// Rows of a release with lift dates belong to the week in which they ended, and count as issued
  /// in the week of issue.
  private mutating func moveEndsToTheirWeeks() {
    let byLiftDate = table.sources.map { lifts[$0.name]?.decideWeeks == true }
    var issueReport = table.report
    var issueDate = table.date
    for row in 0..<table.rowCount where byLiftDate[table.source[row]] {
      let name = table.sources[table.source[row]].name
      if table.issued[row] != 0 {
        issueDate[row] = table.issued[row]
        issueReport[row] = report(week: Week(containing: table.issued(row)), source: name)
      }
      guard table.outcome[row] != Outcome.pending.rawValue else { continue }
      if table.issued[row] == 0 {
        // A week that an export gives beside the lift date is not that of the issue.
        issueDate[row] = Day.none.packed
        issueReport[row] = report(week: .none, source: name)
      }
      table.date[row] = table.lifted[row]
      table.report[row] = report(week: Week(containing: table.lifted(row)), source: name)
    }
    table.issueReport = issueReport
    table.issueDate = issueDate
    for number in table.reports.indices
    where lifts[table.reports[number].source]?.decideWeeks == true {
      table.reports[number].basis = .liftDate
    }
  }
}
