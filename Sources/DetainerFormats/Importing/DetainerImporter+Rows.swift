import DetainerModel
import Text

/// What the cells of a row come to: each distinct cell is understood once, on first sight.
extension DetainerImporter {
  /// What a cell of a date comes to that is neither blank nor a date.
  private static let unreadable = 1 << 20
  /// What a cell of a number comes to that is blank, or neither blank nor a number.
  private static let blankNumber = Int.min + 1
  private static let noNumber = Int.min + 2

  // MARK: Rows

  /// Takes what may be worth a finding of a row, so that findings stand in the order of the rows.
  mutating func takeRow(_ record: Int, line: Int, into builder: inout TableBuilder) {
    let period = period(record, line: line, into: &builder)
    let issued = day(steps.issued, record, line: line, isPeriod: period != 0)
    let lifted = day(steps.lifted, record, line: line)
    var count = 1
    if let column = steps.counts.first {
      let number = numberMeaning(column, record)
      if number != Self.blankNumber {
        builder.markTally()
        isTally = true
        guard CountBound.range.contains(number) else {
          return reportUnreadableCount(column, record, line: line)
        }
        count = number
      } else if !isOneDetainer(period: period, dated: issued.isKnown || lifted.isKnown) {
        return reportUnreadableCount(column, record, line: line)
      }
    }
    if isTally, let total = total(record) {
      log.add(
        .notARecord, row: line, column: total.column,
        "“\(excerpt(total.text))” stands for other rows of the tally together; the row is left out."
      )
      return
    }
    let site = site(record, line: line, into: &builder)
    siteReader.count(site: site)
    let row = kept.count
    block.lines[row] = UInt32(truncatingIfNeeded: line)
    block.issued[row] = issued.packed
    block.lifted[row] = lifted.packed
    block.periods[row] = UInt32(truncatingIfNeeded: period)
    block.counts[row] = UInt32(truncatingIfNeeded: count)
    block.sites[row] = UInt32(truncatingIfNeeded: site)
    kept.append(record)
  }

  /// Takes all else of the rows that are kept, column by column.
  mutating func takeColumns(of bytes: UnsafeRawBufferPointer, into builder: inout TableBuilder) {
    for (field, columns) in steps.texts { takeTexts(field, columns, into: &builder) }
    leaveWithheldOutcomesOpen()
    if let column = steps.birthYears.first {
      for (row, record) in kept.enumerated() {
        let year = numberMeaning(column, record)
        block.birthYears[row] = (1800...2100).contains(year) ? UInt16(year) : 0
      }
    }
    if let column = steps.outcomes.first {
      for (row, record) in kept.enumerated() {
        let outcome = meaning(column, record) {
          Int(Outcome.code(named: CellRules.value(of: $0)) ?? RowBlock.unstated)
        }
        block.outcomes[row] = UInt8(truncatingIfNeeded: outcome)
      }
    }
    if let column = steps.duplicates.first {
      // Which of them is the first is told by the ids of persons, the longest column there is.
      let marksAll = header.marksAllOfAGroup && texts?.contains(.duplicate) ?? true
      for (row, record) in kept.enumerated() {
        var isDuplicate =
          meaning(column, record) { CellRules.isTrue(CellRules.value(of: $0)) ? 1 : 0 } == 1
        if isDuplicate, marksAll { isDuplicate = isRepeated(row, record, in: bytes) }
        block.duplicates[row] = isDuplicate ? 1 : 0
      }
    }
  }

  /// Whether a row that is marked with all others of its person and day comes after one of them;
  /// the first is no duplicate, and neither is a row without a person (reading rule 5).
  private mutating func isRepeated(
    _ row: Int, _ record: Int, in bytes: UnsafeRawBufferPointer
  ) -> Bool {
    for column in header.columns[.person] ?? [] {
      let person = CellRules.value(
        of: source.text(of: record, column: column, in: bytes), in: .person)
      guard !person.isEmpty else { continue }
      return !marked.insert(MarkedPerson(person: person, issued: block.issued[row])).inserted
    }
    return false
  }

  /// Takes the texts of a field, from the first of its columns that says something.
  private mutating func takeTexts(
    _ field: Int, _ columns: [Int], into builder: inout TableBuilder
  ) {
    if columns.count == 1 { return takeTexts(field, of: columns[0], into: &builder) }
    for row in 0..<kept.count {
      let record = kept[row]
      var text = 0
      for column in columns {
        let code = code(column, record)
        text = cells[column].meaning[code]
        if text == CellColumn.unset { text = textMeaning(column, code, field, into: &builder) }
        if text != 0 { break }
      }
      block.texts[field][row] = UInt32(truncatingIfNeeded: text)
    }
  }

  private mutating func takeTexts(_ field: Int, of column: Int, into builder: inout TableBuilder) {
    var row = takeKnownTexts(field, column, from: 0)
    while row < kept.count {
      // The one that stopped the loop comes for the first time.
      _ = textMeaning(column, code(column, kept[row]), field, into: &builder)
      row = takeKnownTexts(field, column, from: row)
    }
  }

  /// Takes texts until a cell comes for the first time, and says in which row.
  private mutating func takeKnownTexts(_ field: Int, _ column: Int, from first: Int) -> Int {
    let start = column &* capacity
    return cells[column].meaning.withUnsafeBufferPointer { meaning in
      codes.withUnsafeBufferPointer { codes in
        kept.withUnsafeBufferPointer { kept in
          block.texts[field].withUnsafeMutableBufferPointer { texts in
            for row in first..<kept.count {
              let text = meaning[Int(codes[start &+ kept[row]])]
              if text == CellColumn.unset { return row }
              texts[row] = UInt32(truncatingIfNeeded: text)
            }
            return kept.count
          }
        }
      }
    }
  }

  private mutating func textMeaning(
    _ column: Int, _ code: Int, _ field: Int, into builder: inout TableBuilder
  ) -> Int {
    let raw = cells[column].text(code)
    var value =
      cells[column].isCode
      ? CellRules.liftReason(ofCode: raw) : CellRules.value(of: raw, in: cells[column].field)
    // What is no date is kept as it stands.
    if cells[column].field == .apprehended,
      case .day(let day) = DateReader.read(raw, countsFrom1904: layout.countsFrom1904)
    {
      value = day.iso
    }
    let number = builder.text(value, column: field)
    cells[column].meaning[code] = number
    return number
  }

  // MARK: Cells

  @inline(__always)
  func code(_ column: Int, _ record: Int) -> Int {
    Int(codes[column &* capacity &+ record])
  }

  func text(_ column: Int, _ record: Int) -> String {
    cells[column].text(code(column, record))
  }

  /// What a distinct cell came to, found on first sight.
  @inline(__always)
  private mutating func meaning(_ column: Int, _ record: Int, _ find: (String) -> Int) -> Int {
    let code = code(column, record)
    let known = cells[column].meaning[code]
    if known != CellColumn.unset { return known }
    let found = find(cells[column].text(code))
    cells[column].meaning[code] = found
    return found
  }

  // MARK: Dates and numbers

  mutating func isDated(_ record: Int) -> Bool {
    isDated(steps.issued, record) || isDated(steps.lifted, record) || hasPeriod(record)
  }

  private mutating func isDated(_ columns: [Int], _ record: Int) -> Bool {
    for column in columns {
      let meaning = dateMeaning(column, record)
      if meaning > 0, meaning != Self.unreadable { return true }
    }
    return false
  }

  /// The first date that the columns of one field have.
  /// - Parameter isPeriod: whether what is not a date has been read as a period.
  private mutating func day(
    _ columns: [Int], _ record: Int, line: Int, isPeriod: Bool = false
  ) -> Day {
    for column in columns {
      let meaning = dateMeaning(column, record)
      if meaning == Self.unreadable {
        if isPeriod { continue }
        reportUnreadableDate(cells[column].name, text(column, record), line: line)
      } else if meaning > 0 {
        return Day(packed: UInt16(meaning))
      }
    }
    return .none
  }

  private mutating func reportUnreadableDate(_ name: String, _ text: String, line: Int) {
    if case .dayNumber(let stata, let excel) = DateReader.read(text) {
      log.add(
        .dayNumber, row: line, column: name,
        "“\(excerpt(text))” is a number of days, and from which day they count is not said (in Stata it is \(stata.iso), in Excel \(excel.iso)); it is read as not known: write the column as dates."
      )
    } else if let month = DateReader.dayInPlaceOfMonth(text) {
      log.add(
        .unreadableDate, row: line, column: name,
        "“\(excerpt(text))” has no month \(month), and dates with the day first are not read; it is read as not known. If the file writes days first, its other dates are wrong, too."
      )
    } else {
      log.add(
        .unreadableDate, row: line, column: name,
        "“\(excerpt(text))” is not a date between 1900 and 2079; it is read as not known.")
    }
  }

  private mutating func dateMeaning(_ column: Int, _ record: Int) -> Int {
    let countsFrom1904 = layout.countsFrom1904
    let takesNumbers = cells[column].takesNumbers
    return meaning(column, record) { Self.dateMeaning(of: $0, countsFrom1904, takesNumbers) }
  }

  /// What the text of a date comes to.
  static func dateMeaning(
    of text: String, _ countsFrom1904: Bool, _ takesNumbers: Bool
  ) -> Int {
    switch DateReader.read(text, countsFrom1904: countsFrom1904, takesNumbers: takesNumbers) {
    case .day(let day): Int(day.packed)
    case .blank: 0
    case .unreadable, .dayNumber: unreadable
    }
  }

  /// Whether a row without a count is one detainer: a record says so by having none. A line of a
  /// tally says nothing then, and neither does a month where records have their date of issue.
  private func isOneDetainer(period: Int, dated isDated: Bool) -> Bool {
    if isPublished || isListing { return true }
    return !isTally && (isDated || period == 0 || header.columns[.week] != nil)
  }

  private mutating func reportUnreadableCount(_ column: Int, _ record: Int, line: Int) {
    let text = CellRules.cleaned(text(column, record))
    let cell = text.isEmpty ? "an empty cell" : "“\(excerpt(text))”"
    log.add(
      .unreadableCount, row: line, column: cells[column].name,
      "\(cell) is not a count from 0 to \(grouped(CountBound.range.upperBound)); "
        + "the row is left out.")
  }

  private mutating func numberMeaning(_ column: Int, _ record: Int) -> Int {
    meaning(column, record) { raw in
      let value = CellRules.value(of: raw)
      return value.isEmpty ? Self.blankNumber : CellRules.number(value) ?? Self.noNumber
    }
  }

  // MARK: Places

  mutating func site(
    _ record: Int, line: Int, into builder: inout TableBuilder
  ) -> Int {
    guard !steps.places.isEmpty else { return 0 }
    for index in 0..<steps.places.count {
      placeCodes[index] = codes[steps.places[index] &* capacity &+ record]
    }
    if let site = sites.value(of: placeCodes) { return site }
    var stated = SiteReader.Stated()
    for column in steps.places {
      stated.take(cells[column].value(code(column, record)), as: cells[column].field)
    }
    let site = siteReader.site(stated, in: &builder, row: line, log: &log)
    sites.keep(site, for: placeCodes)
    return site
  }
}
