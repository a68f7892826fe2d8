import DetainerModel
import Text

/// Rows that are no detainers, or have more or fewer cells than the header.
extension DetainerImporter {
  /// Whether any of the columns that only detainers fill says something.
  func hasDetainer(_ record: Int) -> Bool {
    evidence.contains { column in
      let code = code(column, record)
      return !cells[column].raw.withBytes(of: code, \.isEmpty)
        && !CellRules.value(of: cells[column].text(code)).isEmpty
    }
  }

  /// Looks at a record without a date, and notes it where it is not a record of a detainer; false
  /// where it must be counted.
  mutating func leaveOut(
    _ record: Int, at line: Int, of bytes: UnsafeRawBufferPointer
  ) -> Bool {
    guard let texts = source.texts(of: record, in: bytes),
      let stray = StrayRow(texts, below: header)
    else { return false }
    note(stray, line: line)
    if case .header(let other) = stray {
      pendingHeader = (source.goOn(behind: record, by: other, in: bytes), line)
    }
    return true
  }

  private mutating func note(_ stray: StrayRow, line: Int) {
    switch stray {
    case .blank: break
    case .nothing:
      log.add(
        .blankRow, row: line,
        "the row says nothing but NA or the like; it is left out.")
    case .sameHeader:
      log.add(
        .repeatedHeader, row: line,
        "the header is repeated here; it is not a record and is left out.")
    case .header:
      log.add(
        .anotherHeader, row: line,
        "another header stands here; the rows below it are read by that one.")
    case .beside:
      log.add(
        .notARecord, row: line,
        "the row has cells only beside those of the header; it is left out.")
    case .aside(let text):
      log.add(
        .notARecord, row: line,
        "“\(excerpt(text))” has no date and stands alone or as a total or note; the row is left out."
      )
    }
  }

  /// The place of a row that is a total of other rows, as tallies have them; nil for all others.
  mutating func total(_ record: Int) -> (column: String, text: String)? {
    for column in totals where cells[column].isTotal(code(column, record)) {
      return (cells[column].name, CellRules.cleaned(text(column, record)))
    }
    return nil
  }

  mutating func reportRagged(
    _ record: Int, _ place: SplitRecord, of bytes: UnsafeRawBufferPointer
  ) {
    let (has, wants) = (place.width, header.count)
    // Some programs end every row with a delimiter.
    if has > wants, source.endsInEmptyCells(record, behind: wants, in: bytes) { return }
    if has < wants, layout.leavesOutEmptyCells { return }
    log.add(
      .raggedRow, row: place.line,
      has < wants
        ? "the row has \(has) of \(wants) cells; the missing ones are read as empty."
        : "the row has \(has) cells where the header has \(wants); those beyond are left out.")
  }
}
