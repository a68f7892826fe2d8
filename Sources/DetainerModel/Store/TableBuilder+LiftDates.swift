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
  private mutating func moveEndsToTheirWeeks() -> DatedReports {
    let (outcomes, issued, lifted) = (rows.outcome.column, rows.issued.column, rows.lifted.column)
    let (reports, dates) = (rows.report.column, rows.date.column)
    let isEnd = (0...UInt8.max).map(Outcome.isResolved)
    var ends = DatedReports(capacity: rows.count)
    var issues = ends
    // The weeks of the files that count by lift date.
    var weeks = table.sources.map { source in
      lifts[source.name]?.decideWeeks == true ? WeekNumbers(source: source.name) : nil
    }
    let files = rows.source.column.ranges(of: table.sources.count).enumerated()
      .flatMap { file, ranges in ranges.map { (file: file, rows: $0) } }
      .sorted { $0.rows.lowerBound < $1.rows.lowerBound }
    for (file, rows) in files.flatMap({ file in file.rows.stretches.map { (file.file, $0) } }) {
      var end = (reports: reports.numbers(in: rows), dates: Array(dates[rows]))
      var issue = end
      if var known = weeks[file] {
        weeks[file] = nil
        for (place, row) in rows.enumerated() {
          // What was published is of its report, whatever its dates are.
          if table.reports[Int(end.reports[place])].kind == .published { continue }
          let (issueDay, liftDay) = (issued[row], lifted[row])
          if issueDay != 0 {
            issue.dates[place] = issueDay
            issue.reports[place] = known.number(of: issueDay, in: &self)
          }
          guard isEnd[Int(outcomes[row])] else { continue }
          // A week that the file names is that of the end, where no date says it better.
          let isNamed = liftDay == 0 && end.dates[place] != issueDay
          if issueDay == 0 {
            // A week that an export gives beside the lift date is not that of the issue.
            issue.dates[place] = Day.none.packed
            issue.reports[place] = known.number(of: 0, in: &self)
          }
          if isNamed { continue }
          end.dates[place] = liftDay
          end.reports[place] = known.number(of: liftDay, in: &self)
        }
        weeks[file] = known
      }
      ends.append(end)
      issues.append(issue)
    }
    (rows.report, rows.date) = (ends.report, ends.date)
    for number in table.reports.indices
    where table.reports[number].kind == .built
      && lifts[table.reports[number].source]?.decideWeeks == true
    {
      table.reports[number].basis = .liftDate
    }
    return issues
  }
}

/// The report in which each row counts, and by which day.
private struct DatedReports {
  var report = GrowingCodes()
  var date = GrowingColumn<UInt16>()

  init(capacity: Int) {
    report.reserve(capacity)
    date.reserve(capacity)
  }

  mutating func append(_ rows: (reports: [UInt32], dates: [UInt16])) {
    report.append(contentsOf: rows.reports[...])
    date.append(contentsOf: rows.dates)
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
