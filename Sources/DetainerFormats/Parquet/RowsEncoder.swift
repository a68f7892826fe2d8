import DetainerModel

/// Rows of a Parquet file as one thread has read them.
struct EncodedRows: Sendable {
  /// The encoder by whose numbers the cells go.
  let encoder: Int
  let rows: Range<Int>
  /// The wanted cells of each column by the numbers of the encoder, none where all are empty; nil where
  /// some cannot be read.
  let codes: [[UInt32]]?
  /// The cells of each column that the encoder has numbered in these rows.
  let added: [AddedTexts]
}

/// Reads rows of a Parquet file, and gives distinct cells numbers of its own.
struct RowsEncoder: Sendable {
  private let number: Int
  private var columns: [ColumnCursor]
  private var texts: [GrowingDictionary]

  /// - Parameter number: tells the encoders of one file apart.
  init(_ number: Int, _ columns: [ColumnCursor]) {
    self.number = number
    self.columns = columns.map(\.anew)
    texts = Array(repeating: GrowingDictionary(), count: columns.count)
  }

  mutating func encode(_ rows: Range<Int>, of file: UnsafeRawBufferPointer) -> EncodedRows {
    let known = texts.map(\.count)
    var codes: [[UInt32]]? = []
    do throws(ParquetProblem) {
      for column in columns.indices { try codes?.append(encode(rows, column, of: file)) }
    } catch {
      // Why is found once more where the rows are read in their order.
      codes = nil
    }
    return EncodedRows(
      encoder: number, rows: rows, codes: codes,
      added: zip(texts, known).map { $0.added(since: $1) })
  }

  private mutating func encode(
    _ rows: Range<Int>, _ column: Int, of file: UnsafeRawBufferPointer
  ) throws(ParquetProblem) -> [UInt32] {
    if columns[column].isSilent(rows, of: file) { return [] }
    var problem: ParquetProblem?
    let codes = [UInt32](unsafeUninitializedCapacity: rows.count) { room, count in
      let room = UnsafeMutableBufferPointer(rebasing: room[..<rows.count])
      do throws(ParquetProblem) {
        try columns[column].encode(rows, of: file, in: &texts[column], into: room)
        count = rows.count
      } catch {
        problem = error
      }
    }
    if let problem { throw problem }
    return codes
  }
}
