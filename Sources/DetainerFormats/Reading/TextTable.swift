import Text

/// A small table with a header row, read whole: side tables and reference tables, never records.
struct TextTable {
  /// A row of the table, its cells by the names of the header.
  struct Row {
    let line: Int
    fileprivate let header: Header
    fileprivate let cells: [String]

    /// The cell of a column; empty where the row or the table has none.
    subscript(name: String) -> String {
      guard let index = header.indices[name], index < cells.count else { return "" }
      return cells[index]
    }

    /// How many cells the row has.
    var count: Int { cells.count }
  }

  fileprivate final class Header: Sendable {
    let indices: [String: Int]
    init(_ names: [String]) {
      indices = Dictionary(
        zip(names, names.indices).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// The names of the columns, in order.
  let columns: [String]
  /// The rows below the header; rows without any text are left out.
  let rows: [Row]
  /// With what the reading ended, because there is more than is read.
  let excess: RecordExcess?

  /// Reads a table; without a delimiter the text decides.
  init(
    _ bytes: UnsafeRawBufferPointer, delimiter: UInt8? = nil, limits: ReadingLimits = .standard
  ) {
    var reader = DelimitedReader(bytes, delimiter: delimiter, limits: limits)
    var record = DelimitedReader.Record()
    var names: [String] = []
    if reader.next(into: &record) {
      names = (0..<record.count).map { singleSpaced(reader.text($0, of: record)) }
    }
    columns = names
    let header = Header(names)
    var rows: [Row] = []
    var excess: RecordExcess?
    var cellCount = 0
    while reader.next(into: &record) {
      cellCount += record.count
      guard cellCount <= limits.cellsOfTable else {
        excess = RecordExcess(kind: .cellsOfTable(limits.cellsOfTable), line: record.line)
        break
      }
      let cells = (0..<record.count).map { singleSpaced(reader.text($0, of: record)) }
      if cells.allSatisfy(\.isEmpty) { continue }
      rows.append(Row(line: record.line, header: header, cells: cells))
    }
    self.rows = rows
    self.excess = excess ?? reader.excess
  }
}
