import DetainerModel

/// Texts of a Parquet file, whatever row and column is asked for; rows in order cost least.
struct ParquetRows: Sendable {
  /// A column of which more than so many different texts were read starts with none again.
  private static let mostTexts = 1 << 16

  let table: ParquetTable
  private var columns: [Int: (cursor: ColumnCursor, texts: GrowingDictionary)] = [:]

  init(_ table: ParquetTable) { self.table = table }

  /// What a row says in a column.
  /// - Parameter end: rows from here on are not asked for soon.
  mutating func text(
    _ column: Int, row: Int, before end: Int = .max, in file: UnsafeRawBufferPointer
  ) throws(ParquetProblem) -> String {
    if columns[column] == nil {
      columns[column] = (ColumnCursor(table, column: column), GrowingDictionary())
    }
    guard let entry = columns.index(forKey: column) else { return "" }
    return try Self.text(row, before: end, in: file, &columns.values[entry])
  }

  private static func text(
    _ row: Int, before end: Int, in file: UnsafeRawBufferPointer,
    _ column: inout (cursor: ColumnCursor, texts: GrowingDictionary)
  ) throws(ParquetProblem) -> String {
    if !column.cursor.rows.contains(row), column.texts.count > mostTexts {
      column.cursor.forget()
      column.texts = GrowingDictionary()
    }
    try column.cursor.load(row, before: end, of: file, in: &column.texts)
    let code = Int(column.cursor.codes[row - column.cursor.rows.lowerBound])
    return code == 0 ? "" : column.texts.withBytes(of: code, decodeText)
  }
}

extension ParquetTable {
  /// The line of a row if the table were text: its columns are named in the first.
  static func line(of row: Int) -> Int { row + 2 }

  /// The row on a line; nil for the line of the names.
  static func row(on line: Int) -> Int? { line < 2 ? nil : line - 2 }
}
