import DetainerModel

/// Finds the header of a file wherever it stands (reading rule 1).
///
/// A preamble may hold anything: titles, small tables with a date, definitions of the columns.
/// What tells the header is that the rows below it have dates where it says so.
struct HeaderSearch {
  /// How far the header may stand below a preamble, in records: one for each of the columns that
  /// a preamble may define, and more.
  static let limit = 1000
  /// How many rows below the header are looked at before the others are read.
  static let mostFirstRows = 100
  /// How many dated rows below a doubtful header end the search for a better one.
  private static let enough = 20

  /// The header.
  private(set) var header: ReleaseHeader
  /// Reads the rows below it.
  private(set) var reader: DelimitedReader
  /// The rows above it that look like its records: the line of the first, and how many there are.
  private(set) var above: (line: Int, count: Int)?

  /// Tries the delimiter that is known, else the one that the text suggests and then the others: a
  /// long preamble misleads.
  init?(_ bytes: UnsafeRawBufferPointer, delimiter: UInt8? = nil, line: Int = 1) {
    if let delimiter {
      self.init(DelimitedReader(bytes, delimiter: delimiter, line: line))
      return
    }
    let likely = sniffDelimiter(bytes)
    let others = [Byte.comma, Byte.tab, Byte.semicolon, Byte.pipe].filter { $0 != likely }
    for delimiter in [likely] + others {
      if let found = Self(DelimitedReader(bytes, delimiter: delimiter)) {
        self = found
        return
      }
    }
    return nil
  }

  /// Takes a header that is found, with the rows below it.
  init(_ header: ReleaseHeader, _ reader: DelimitedReader) {
    self.header = header
    self.reader = reader
    self.header = ReleaseHeader(header, without: idle())
  }

  /// The first rows below the header; fewer of them where they are long.
  var firstRows: [[String]] {
    var reader = reader
    var record = DelimitedReader.Record()
    var rows: [[String]] = []
    let end = reader.position + ReadingLimits.standard.bytesOfRecord
    while rows.count < Self.mostFirstRows, reader.position < end, reader.next(into: &record) {
      rows.append(reader.texts(of: record))
    }
    return rows
  }

  private init?(_ reader: DelimitedReader) {
    let start = reader
    var reader = reader
    var record = DelimitedReader.Record()
    typealias Found = (header: ReleaseHeader, reader: DelimitedReader)
    var best: Found?
    var first: Found?
    var dated = 0
    for _ in 0..<Self.limit {
      guard reader.next(into: &record) else { break }
      let cells = reader.texts(of: record)
      if let header = ReleaseHeader(names: cells) {
        if best == nil || header.isSure { best = (header, reader) }
        first = first ?? best
        continue
      }
      guard let found = best, let header = found.header.dating(cells) else { continue }
      best?.header = header
      dated += 1
      if header.isSure || dated == Self.enough { break }
    }
    guard let best = dated > 0 ? best : first else { return nil }
    self.init(best.header, best.reader)
    above = self.header.records(from: start, to: best.reader.position)
  }

  /// The columns that do not count: spares of which a preferred one is filled somewhere below.
  private func idle() -> Set<Int> {
    var open = header.spares
    var left: Set<Int> = []
    var reader = reader
    var record = DelimitedReader.Record()
    while !open.isEmpty, reader.next(into: &record) {
      for (column, preferred) in open
      where preferred.contains(where: { isFilled($0, of: record, reader) }) {
        left.insert(column)
        open[column] = nil
      }
    }
    return left
  }

  private func isFilled(_ column: Int, of record: DelimitedReader.Record, _ reader: DelimitedReader)
    -> Bool
  {
    guard column < record.count, !record.range(column).isEmpty else { return false }
    return header.says(CellRules.value(of: reader.text(column, of: record)), in: column)
  }
}

extension ReleaseHeader {
  /// Whether a value is more than nothing or the name of its column again.
  func says(_ value: String, in column: Int) -> Bool {
    !value.isEmpty && ReleaseHeader.key(value) != ReleaseHeader.key(names[column])
  }

  /// The header that dates a row: this one, or the same behind row numbers that R writes without
  /// a name; nil when the row has no readable date where this header says so.
  fileprivate func dating(_ cells: [String]) -> ReleaseHeader? {
    if cells.count == count + 1, Int(cells[0]) != nil, cells.last != "",
      let behind = behindRowNumbers, behind.hasDate(cells)
    {
      return behind
    }
    return hasDate(cells) || isUndatedRecord(cells) ? self : nil
  }

  /// The rows before some place of a text that look like records of this header: with a date where
  /// it says so, and with most of its cells filled, unlike small tables in a preamble.
  fileprivate func records(
    from start: DelimitedReader, to end: Int
  ) -> (line: Int, count: Int)? {
    var reader = start
    var record = DelimitedReader.Record()
    var found: (line: Int, count: Int)?
    while reader.next(into: &record), reader.position < end {
      guard record.count == count else { continue }
      let cells = reader.texts(of: record)
      guard cells.count(where: { !CellRules.isBlank($0) }) * 2 > count, hasDate(cells) else {
        continue
      }
      found = (found?.line ?? record.line, (found?.count ?? 0) + 1)
    }
    return found
  }

  /// Whether a text without a header begins with records of this one.
  func hasRecords(in bytes: UnsafeRawBufferPointer, _ delimiter: UInt8?) -> Bool {
    var reader = DelimitedReader(bytes, delimiter: delimiter)
    var record = DelimitedReader.Record()
    for _ in 0..<10 {
      guard reader.next(into: &record) else { return false }
      let cells = reader.texts(of: record)
      let filled = cells.count { !CellRules.isBlank($0) }
      if cells.count <= count, filled > 1, filled * 2 >= count, hasDate(cells) { return true }
    }
    return false
  }

  private func hasDate(_ cells: [String]) -> Bool {
    dateColumns.contains { column in
      guard column < cells.count else { return false }
      if let kind = period(of: column), PeriodReader.says(cells[column], kind) { return true }
      if case .day = DateReader.read(cells[column]) { return true }
      return StrayRow.isMeantAsDate(cells[column])
    }
  }

  /// A record may have no date, but then it has other cells; a definition has words instead.
  private func isUndatedRecord(_ cells: [String]) -> Bool {
    dateColumns.allSatisfy { $0 >= cells.count || CellRules.value(of: cells[$0]).isEmpty }
      && cells.count { !CellRules.isBlank($0) } > 2
  }

  private var dateColumns: [Int] {
    [.issued, .week, .lifted].flatMap { columns[$0] ?? [] }
  }
}

extension DelimitedReader {
  /// The cells of a record without needless spaces.
  func texts(of record: Record) -> [String] {
    (0..<record.count).map { CellRules.cleaned(text($0, of: record)) }
  }
}
