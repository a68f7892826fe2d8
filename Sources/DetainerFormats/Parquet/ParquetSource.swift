import DetainerModel
import Text

/// The records of a Parquet file: of the columns that are wanted one page at a time is read, and
/// the entries of its dictionary are looked at once.
struct ParquetSource: RecordSource {
  private static let mostRecords = 4096

  private let table: ParquetTable
  private let size: Int
  /// Columns of which some row that was looked at is needed whole.
  private var whole: ParquetRows
  private var wanted: [ColumnCursor] = []
  /// What threads read ahead of the steps.
  private var ahead: RowsAhead?
  /// The rows of the last step.
  private var rows = 0..<0
  let header: ReleaseHeader
  let capacity: Int
  private(set) var records: ArraySlice<SplitRecord> = []

  /// Takes the names of the columns as the header, else the first row that is one, as where a sheet
  /// with a preamble was written as Parquet; nil when there is none.
  init?(_ table: ParquetTable, size: Int, _ bytes: UnsafeRawBufferPointer) {
    self.table = table
    self.size = size
    whole = ParquetRows(table)
    capacity = min(Self.mostRecords, max(1, table.rowCount))
    var found = ReleaseHeader(names: table.columns.map { CellRules.cleaned($0.name) })
    while found == nil, rows.upperBound < min(HeaderSearch.limit, table.rowCount) {
      let names = whole.texts(rows.upperBound, before: HeaderSearch.limit, in: bytes)
      found = ReleaseHeader(names: names).flatMap { $0.isSure ? $0 : nil }
      rows = 0..<rows.upperBound + 1
    }
    guard let found else { return nil }
    header = whole.withoutIdle(found, from: rows.upperBound, in: bytes)
  }

  var position: Int {
    table.rowCount == 0
      ? size : Int(Double(size) * Double(rows.upperBound) / Double(table.rowCount))
  }

  /// Row groups lie one after the other, the columns within.
  var settled: Int {
    guard let group = table.group(of: rows.upperBound) else { return size }
    return max(0, table.groups[group].chunks.map(\.offset).min() ?? 0)
  }

  var quotes: OddQuotes { OddQuotes() }
  var excess: RecordExcess? { nil }

  /// The first rows below the header.
  mutating func firstRows(in bytes: UnsafeRawBufferPointer) -> [[String]] {
    let first = rows.upperBound..<min(rows.upperBound + 100, table.rowCount)
    return first.map { whole.texts($0, before: first.upperBound, in: bytes) }
  }

  mutating func want(_ columns: [WantedColumn], size: Int) {
    wanted = columns.map { ColumnCursor(table, column: $0.index, isAskedFor: $0.isAskedFor) }
    ahead = nil
  }

  mutating func readAhead(in file: FileBytes, on threads: Int) {
    guard threads > 1, ahead == nil else { return }
    ahead = RowsAhead(of: file, table, behind: rows.upperBound, wanted, threads: threads)
  }

  mutating func step(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let start = rows.upperBound
    // The steps are the same ones whoever reads which part.
    let end = table.part(of: start)?.upperBound ?? start
    rows = start..<min(start + capacity, end)
    records =
      rows.map {
        SplitRecord(line: ParquetTable.line(of: $0), offset: 0, width: header.count)
      }[...]
    return !rows.isEmpty
  }

  mutating func encode(
    _ bytes: UnsafeRawBufferPointer, _ cells: inout [CellColumn], into codes: inout [UInt32]
  ) throws(ParquetProblem) {
    if ahead?.encode(rows, &cells, into: &codes, apart: capacity) == true { return }
    try codes.withUnsafeMutableBufferPointer { codes throws(ParquetProblem) in
      for column in wanted.indices {
        let room = UnsafeMutableBufferPointer(
          rebasing: codes[column * capacity..<column * capacity + rows.count])
        try wanted[column].encode(rows, of: bytes, in: &cells[column].raw, into: room)
      }
    }
  }

  mutating func texts(of record: Int, in bytes: UnsafeRawBufferPointer) -> [String]? {
    whole.texts(rows.lowerBound + record, in: bytes)
  }

  mutating func text(of record: Int, column: Int, in bytes: UnsafeRawBufferPointer) -> String {
    (try? whole.text(column, row: rows.lowerBound + record, in: bytes)) ?? ""
  }

  mutating func goOn(
    behind record: Int, by header: ReleaseHeader, in bytes: UnsafeRawBufferPointer
  ) -> ReleaseHeader {
    rows = rows.lowerBound..<rows.lowerBound + record + 1
    return whole.withoutIdle(header, from: rows.upperBound, in: bytes)
  }

  mutating func note(upTo end: Int) {}

  func endsInEmptyCells(
    _ record: Int, behind count: Int, in bytes: UnsafeRawBufferPointer
  ) -> Bool { false }

  func originals(_ columns: OriginalColumns, in file: FileBytes) -> any OriginalRecords {
    ParquetRecords(columns.names, columns.sections, table, file)
  }
}

extension ParquetRows {
  /// All cells of a row without needless spaces; a column that cannot be read says nothing of what
  /// the row is.
  /// - Parameter end: rows from here on are not asked for soon.
  fileprivate mutating func texts(
    _ row: Int, before end: Int = .max, in bytes: UnsafeRawBufferPointer
  ) -> [String] {
    table.columns.indices.map {
      CellRules.cleaned((try? text($0, row: row, before: end, in: bytes)) ?? "")
    }
  }

  /// A header without the columns of which a preferred one is filled in some row.
  fileprivate mutating func withoutIdle(
    _ header: ReleaseHeader, from row: Int, in bytes: UnsafeRawBufferPointer
  ) -> ReleaseHeader {
    var left: Set<Int> = []
    for (column, preferred) in header.spares
    where preferred.contains(where: { isFilled($0, header, from: row, in: bytes) }) {
      left.insert(column)
    }
    return ReleaseHeader(header, without: left)
  }

  private mutating func isFilled(
    _ column: Int, _ header: ReleaseHeader, from row: Int, in bytes: UnsafeRawBufferPointer
  ) -> Bool {
    for row in row..<max(row, table.rowCount) {
      guard let text = try? text(column, row: row, in: bytes) else { return false }
      if header.says(CellRules.value(of: text), in: column) { return true }
    }
    return false
  }
}
