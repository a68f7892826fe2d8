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
    var ends = rows.report.column.numbers(in: 0..<rows.count)
    var dates = Array(rows.date.column)
    var issues = (report: ends, date: dates)
    let isEnd = (0...UInt8.max).map(Outcome.isResolved)
    let (outcomes, issued, lifted) = (rows.outcome.column, rows.issued.column, rows.lifted.column)
    for (file, ranges) in rows.source.column.ranges(of: table.sources.count).enumerated()
    where lifts[table.sources[file].name]?.decideWeeks == true {
      var weeks = WeekNumbers(source: table.sources[file].name)
      outcomes.withUnsafeBufferPointer { outcomes in
        issued.withUnsafeBufferPointer { issued in
          lifted.withUnsafeBufferPointer { lifted in
            for row in ranges.joined() {
              let (issue, lift) = (issued[row], lifted[row])
              if issue != 0 {
                issues.date[row] = issue
                issues.report[row] = weeks.number(of: issue, in: &self)
              }
              guard isEnd[Int(outcomes[row])] else { continue }
              // A week that the file names is that of the end, where no date says it better.
              let isNamed = lift == 0 && dates[row] != issue
              if issue == 0 {
                // A week that an export gives beside the lift date is not that of the issue.
                issues.date[row] = Day.none.packed
                issues.report[row] = weeks.number(of: 0, in: &self)
              }
              if isNamed { continue }
              dates[row] = lift
              ends[row] = weeks.number(of: lift, in: &self)
            }
          }
        }
      }
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

/// The numbers of the weeks of a source by their days: days come again and again, and weeks are found
/// by hashing.
private struct WeekNumbers {
  let source: String
  private var numbers = Array(repeating: UInt32.max, count: Int(UInt16.max) + 1)

  init(source: String) { self.source = source }

  mutating func number(of day: UInt16, in builder: inout TableBuilder) -> UInt32 {
    let known = numbers[Int(day)]
    if known != .max { return known }
    let week = Period(.week, containing: Day(packed: day))
    let number = UInt32(truncatingIfNeeded: builder.report(of: week, source: source))
    numbers[Int(day)] = number
    return number
  }
}
