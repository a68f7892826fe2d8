import DetainerModel

/// Parts of a Parquet file that threads read ahead of the one that puts them together.
struct RowsAhead: Sendable {
  /// Where the first part begins.
  private let start: Int
  private let parts: Ahead<RowsEncoder, EncodedRows>
  private var encoder: RowsEncoder
  /// The part that is being taken.
  private var part: EncodedRows?
  /// The numbers here of the texts of each encoder, column by column.
  private var numbers: [[[UInt32]]]

  /// Begins with the part behind that of a row; nil where it is the last.
  init?(
    of file: FileBytes, _ table: ParquetTable, behind row: Int, _ columns: [ColumnCursor],
    threads: Int
  ) {
    guard let first = table.part(of: row)?.upperBound, first < table.rowCount else { return nil }
    var rows: [Range<Int>] = []
    while let part = table.part(of: rows.last?.upperBound ?? first) { rows.append(part) }
    start = first
    parts = Ahead(
      rows.count, threads: threads, room: threads, maker: { RowsEncoder($0, columns) }
    ) { [rows] part, encoder, _ in
      file.withBytes { encoder.encode(rows[part], of: $0) }
    }
    encoder = RowsEncoder(0, columns)
    numbers = Array(repeating: Array(repeating: [0], count: columns.count), count: threads)
  }

  /// Gives the cells of rows their numbers, column by column; false where they have to be read here.
  mutating func encode(
    _ rows: Range<Int>, _ cells: inout [CellColumn], into codes: inout [UInt32], apart: Int
  ) -> Bool {
    guard rows.lowerBound >= start else { return false }
    if part?.rows.contains(rows.lowerBound) != true { takeNext(&cells) }
    guard let part, let theirs = part.codes, part.rows.contains(rows.lowerBound) else {
      return false
    }
    let first = rows.lowerBound - part.rows.lowerBound
    codes.withUnsafeMutableBufferPointer { codes in
      for column in cells.indices {
        let room = codes[column * apart..<column * apart + rows.count]
        if theirs[column].isEmpty {
          UnsafeMutableBufferPointer(rebasing: room).update(repeating: 0)
          continue
        }
        theirs[column].withUnsafeBufferPointer { theirs in
          numbers[part.encoder][column].withUnsafeBufferPointer { numbers in
            for row in 0..<rows.count {
              codes[room.startIndex &+ row] = numbers[Int(theirs[first &+ row])]
            }
          }
        }
      }
    }
    return true
  }

  private mutating func takeNext(_ cells: inout [CellColumn]) {
    part = nil
    guard let next = parts.next(helpingWith: &encoder) else { return }
    for column in cells.indices {
      numbers[next.encoder][column] += cells[column].raw.codes(for: next.added[column])
    }
    part = next
  }
}
