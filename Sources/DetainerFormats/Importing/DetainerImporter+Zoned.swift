import DetainerModel
import Text

/// Moments of Parquet files that are written as the clock in Greenwich has them. Which date it was
/// where they were recorded is not in the file: they are read as they stand, and that is told.
extension DetainerImporter {
  /// Tells once of a column of dates that has moments other than midnight; a column of midnights was
  /// made of dates and has them right.
  mutating func reportZoned(_ column: Int) {
    let cell = cells[column]
    guard [.issued, .lifted, .apprehended].contains(cell.field) else {
      cells[column].isZoned = false
      return
    }
    for code in cell.meaning.count..<cell.raw.count
    // The time of a midnight is left out of the text.
    where cell.raw.withBytes(of: code, { $0.contains(Byte.space) }) {
      cells[column].awaitedMoments.insert(code)
    }
    guard let (record, code) = takeFirst(of: \.awaitedMoments, in: column).first else { return }
    (cells[column].isZoned, cells[column].awaitedMoments) = (false, [])
    log.add(
      .zonedDate, row: source.records[record].line, column: cell.name,
      "“\(excerpt(cell.text(code)))” is a time in UTC, and where it was recorded the date may be the day before or after; all such cells of the column count under their date in UTC: write the column as local dates if that matters."
    )
  }
}
