import DetainerModel
import Text

/// The period that a row names in place of dates.
extension DetainerImporter {
  /// The number of the period that a row names; 0 where it names none.
  mutating func period(_ record: Int, line: Int, into builder: inout TableBuilder) -> Int {
    guard !steps.periods.isEmpty else { return 0 }
    let codes = periodCodes(record)
    if let number = periods.value(of: codes) {
      if number < 0 { reportUnreadablePeriod(steps.periods[-number - 1], record, line: line) }
      return max(0, number)
    }
    var number = 0
    switch PeriodReader.read(periodCells(record)) {
    case .period(let period): number = builder.period(period)
    case .day(let day): number = builder.period(naming: day)
    case .blank: break
    case .unreadable(let place):
      number = -place - 1
      reportUnreadablePeriod(steps.periods[place], record, line: line)
    }
    periods.keep(number, for: codes)
    return max(0, number)
  }

  /// Whether a row names a period.
  func hasPeriod(_ record: Int) -> Bool {
    guard !steps.periods.isEmpty else { return false }
    if let number = periods.value(of: periodCodes(record)) { return number > 0 }
    return switch PeriodReader.read(periodCells(record)) {
    case .period, .day: true
    case .blank, .unreadable: false
    }
  }

  private func periodCodes(_ record: Int) -> [UInt32] {
    steps.periods.map { UInt32(truncatingIfNeeded: code($0, record)) }
  }

  /// The cells of a period; a date of issue is none.
  private func periodCells(_ record: Int) -> [PeriodReader.Cell] {
    steps.periods.map { column in
      var cell = PeriodReader.Cell(kind: cells[column].period ?? .week, text: text(column, record))
      cell.takesNumbers = cells[column].takesNumbers
      cell.countsFrom1904 = layout.countsFrom1904
      if cells[column].field == .issued, !PeriodReader.namesLonger(cell.text) { cell.text = "" }
      return cell
    }
  }

  private mutating func reportUnreadablePeriod(_ column: Int, _ record: Int, line: Int) {
    let (name, kind) = (cells[column].name, cells[column].period ?? .week)
    let cell = excerpt(text(column, record))
    log.add(
      .unreadableDate, row: line, column: name,
      "“\(cell)” is not \(kind.words), or not within another column of the row; the period is read as not known."
    )
  }
}
