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

  /// Reads a table; without a delimiter the text decides.
  init(_ bytes: UnsafeRawBufferPointer, delimiter: UInt8? = nil) {
    var reader = DelimitedReader(bytes, delimiter: delimiter)
    var record = DelimitedReader.Record()
    var names: [String] = []
    if reader.next(into: &record) {
      names = (0..<record.count).map { singleSpaced(reader.text($0, of: record)) }
    }
    columns = names
    let header = Header(names)
    var rows: [Row] = []
    while reader.next(into: &record) {
      let cells = (0..<record.count).map { singleSpaced(reader.text($0, of: record)) }
      if cells.allSatisfy(\.isEmpty) { continue }
      rows.append(Row(line: record.line, header: header, cells: cells))
    }
    self.rows = rows
  }
}
