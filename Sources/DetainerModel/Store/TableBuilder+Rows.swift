/// Adding rows: which report they belong to, and what became of their detainers.
extension TableBuilder {
  /// Adds a row to the file begun last.
  public mutating func append(_ row: Row) {
    var block = RowBlock(capacity: 1)
    block.count = 1
    block.lines[0] = UInt32(truncatingIfNeeded: row.line)
    block.issued[0] = row.issued.packed
    block.lifted[0] = row.lifted.packed
    block.periods[0] = UInt32(truncatingIfNeeded: period(row.period))
    block.counts[0] = UInt32(truncatingIfNeeded: row.count)
    block.sites[0] = UInt32(truncatingIfNeeded: row.site)
    block.birthYears[0] = UInt16(truncatingIfNeeded: row.birthYear)
    block.duplicates[0] = row.isDuplicate ? 1 : 0
    block.outcomes = [row.hasLiftReason ? RowBlock.unstated : Outcome.unknownCode]
    block.texts = row.texts.map { [UInt32(truncatingIfNeeded: $0)] }
    append(block)
  }

  /// Adds rows to the file begun last.
  public mutating func append(_ block: RowBlock) {
    let source = max(0, table.sources.count - 1)
    let name = table.sources.last?.name ?? ""
    let isPublished = publishedSources.contains(name)
    let first = rows.count
    rows.append(block)
    rows.source.append(repeating: UInt32(truncatingIfNeeded: source), count: block.count)
    appendReports(of: block, source: name)
    appendOutcomes(of: block, isPublished: isPublished)
    if !isPublished { countLifts(of: block, from: first, source: name) }
  }

  /// Rows belong to the report of the period that is named, else of the week of the issue date.
  private mutating func appendReports(of block: RowBlock, source: String) {
    if reportOfDay.isEmpty { reportOfDay = Array(repeating: -1, count: Int(UInt16.max) + 1) }
    while reportOfPeriod.count < periods.count { reportOfPeriod.append(-1) }
    var numbers: [UInt32] = []
    numbers.reserveCapacity(block.count)
    var dates = Array(block.issued[..<block.count])
    for row in 0..<block.count {
      let (issued, named) = (Int(block.issued[row]), Int(block.periods[row]))
      guard named != 0 else {
        if reportOfDay[issued] < 0 {
          let week = Period(.week, containing: Day(packed: UInt16(issued)))
          reportOfDay[issued] = Int32(report(of: week, source: source))
        }
        numbers.append(UInt32(bitPattern: reportOfDay[issued]))
        continue
      }
      let period = periods[named]
      if reportOfPeriod[named] < 0 {
        reportOfPeriod[named] = Int32(report(of: period, source: source))
      }
      numbers.append(UInt32(bitPattern: reportOfPeriod[named]))
      // A tally line and a published row belong to the last day of their period, the Friday of a
      // week; a record to its own date, which an export gives beside the week.
      let hasOwnDate =
        issued != 0 && !isPublished(named) && period.days.contains(Day(packed: block.issued[row]))
      if !hasOwnDate { dates[row] = period.end.packed }
    }
    rows.date.append(contentsOf: dates)
    rows.report.append(contentsOf: numbers[...])
  }

  /// A row of Section II is declined whatever its lift reason says; of a file without a column of
  /// lift reasons it is not known what became of the detainers.
  private mutating func appendOutcomes(of block: RowBlock, isPublished: Bool) {
    while outcomes.count < dictionaries[0].count {
      outcomes.append(Outcome(liftReason: dictionaries[0][outcomes.count]).rawValue)
    }
    let reasons = block.texts[0]
    if !isPublished, !block.outcomes.isEmpty {
      rows.outcome.append(block.count) { room in
        for row in room.indices {
          let stated = block.outcomes[row]
          room[row] =
            stated != RowBlock.unstated
            ? stated : reasons.isEmpty ? Outcome.unknownCode : outcomes[Int(reasons[row])]
        }
      }
    } else if isPublished || reasons.isEmpty {
      let outcome = isPublished ? Outcome.declined.rawValue : Outcome.unknownCode
      rows.outcome.append(block.count) { $0.initialize(repeating: outcome) }
    } else {
      rows.outcome.append(block.count) { room in
        for row in room.indices { room[row] = outcomes[Int(reasons[row])] }
      }
    }
  }

  /// Whether the rows of a period that the file begun last names are of a published report.
  private func isPublished(_ period: Int) -> Bool {
    period != 0 && table.reports[Int(reportOfPeriod[period])].kind == .published
  }

  private mutating func countLifts(of block: RowBlock, from first: Int, source: String) {
    var resolved = 0
    var dated = 0
    let namesPeriods = block.periods[..<block.count].contains { $0 != 0 }
    rows.outcome.column.withUnsafeBufferPointer { outcomes in
      for row in 0..<block.count where Outcome.isResolved(code: outcomes[first + row]) {
        let lifted = block.lifted[row]
        guard namesPeriods, case let named = Int(block.periods[row]), named != 0 else {
          resolved += 1
          if lifted != 0 { dated += 1 }
          continue
        }
        // A published report says when a decline was recorded by its week alone.
        if isPublished(named) { continue }
        resolved += 1
        // A period that the file itself names must be the one in which the detainer ended.
        if lifted != 0, periods[named].days.contains(Day(packed: lifted)) { dated += 1 }
      }
    }
    guard resolved > 0 else { return }
    lifts[source, default: Lifts()].resolved += resolved
    lifts[source, default: Lifts()].dated += dated
  }
}
