import DetainerModel

/// Columns for DuckDB, pandas, polars and Spark: texts by dictionaries, packed with Zstandard, dates
/// as dates; where the rows come from stands beside the schema.
public struct ParquetFormat: ExportFormat {
  /// How many rows are gathered before they are written, which readers take apart at once.
  private static let rowsOfGroup = 131_072
  private static let magic = Array("PAR1".utf8)

  /// Chooses the format, which has no options.
  public init() {}

  /// Writes the file, a group of rows after the other.
  public func write(_ listing: Listing, to sink: inout some ByteSink) throws(WriteError) {
    var file = ParquetFile()
    try file.put(Self.magic, to: &sink)
    var cells = RowBuffer()
    for start in stride(from: 0, to: listing.rowCount, by: Self.rowsOfGroup) {
      let rows = start..<min(start + Self.rowsOfGroup, listing.rowCount)
      var columns = listing.columns.map { WrittenColumn($0) }
      for index in rows {
        listing.fill(&cells, with: index)
        for column in columns.indices { columns[column].append(column, of: cells) }
        try sink.rowsWritten(index + 1)
      }
      try file.add(columns, rows: rows.count, to: &sink)
    }
    let footer = file.footer(listing, columns: listing.columns.map { WrittenColumn($0) })
    var end = footer
    end.append(littleEndian: UInt32(footer.count))
    try file.put(end + Self.magic, to: &sink)
  }
}

/// What was written of a Parquet file, and where, as its footer says.
private struct ParquetFile {
  private struct Chunk {
    let column: WrittenColumn.Description
    var dictionaryOffset: Int?
    var dataOffset = 0
    var size = 0
    var packedSize = 0
  }

  private var offset = 0
  private var groups: [(rows: Int, chunks: [Chunk])] = []

  mutating func put(_ bytes: [UInt8], to sink: inout some ByteSink) throws(WriteError) {
    try sink.write(bytes)
    offset += bytes.count
  }

  /// Writes a group of rows, column by column.
  mutating func add(
    _ columns: [WrittenColumn], rows: Int, to sink: inout some ByteSink
  ) throws(WriteError) {
    var chunks: [Chunk] = []
    for column in columns {
      var chunk = Chunk(column: column.description)
      if let (count, bytes) = column.dictionaryPage {
        chunk.dictionaryOffset = offset
        try add(bytes, to: &chunk, &sink) { header in
          header.int(1, 2)
          return (7, [count, WrittenColumn.Encoding.plain.rawValue])
        }
      }
      chunk.dataOffset = offset
      try add(column.dataPage, to: &chunk, &sink) { header in
        header.int(1, 0)
        let runs = WrittenColumn.Encoding.runs.rawValue
        return (5, [rows, column.encoding.rawValue, runs, runs])
      }
      chunks.append(chunk)
    }
    groups.append((rows, chunks))
  }

  /// Writes a page; `describe` gives its kind and the numbers of the header of that kind.
  private mutating func add(
    _ bytes: [UInt8], to chunk: inout Chunk, _ sink: inout some ByteSink,
    _ describe: (inout ThriftWriter) -> (field: Int, numbers: [Int])
  ) throws(WriteError) {
    guard bytes.count < Int(Int32.max), let packed = PageCodec.packed(bytes) else {
      throw .tooLarge(format: "a page of Parquet", instead: "CSV or SQLite")
    }
    var header = ThriftWriter()
    header.structure { header in
      let (field, numbers) = describe(&header)
      header.int(2, bytes.count)
      header.int(3, packed.count)
      header.structure(field) { header in
        for (index, number) in numbers.enumerated() { header.int(index + 1, number) }
      }
    }
    chunk.size += header.bytes.count + bytes.count
    chunk.packedSize += header.bytes.count + packed.count
    try put(header.bytes, to: &sink)
    try put(packed, to: &sink)
  }

  // MARK: Footer

  func footer(_ listing: Listing, columns: [WrittenColumn]) -> [UInt8] {
    var writer = ThriftWriter()
    writer.structure { writer in
      writer.int(1, 1)
      writer.structures(2, [WrittenColumn?.none] + columns) { writer, column in
        if let column {
          column.description.writeSchema(to: &writer)
        } else {
          writer.text(4, "schema")
          writer.int(5, columns.count)
        }
      }
      writer.long(3, listing.rowCount)
      writer.structures(4, groups) { writer, group in
        writer.structures(1, group.chunks) { writer, chunk in
          writer.long(2, chunk.dictionaryOffset ?? chunk.dataOffset)
          writer.structure(3) { write(chunk, group.rows, to: &$0) }
        }
        writer.long(2, group.chunks.reduce(0) { $0 + $1.size })
        writer.long(3, group.rows)
      }
      if let provenance = listing.provenance {
        writer.structures(5, [provenance.markdown]) { writer, text in
          writer.text(1, "about")
          writer.text(2, text)
        }
      }
      writer.text(6, listing.provenance?.program ?? "ddor")
    }
    return writer.bytes
  }

  private func write(_ chunk: Chunk, _ rows: Int, to writer: inout ThriftWriter) {
    let column = chunk.column
    writer.int(1, column.physical)
    writer.ints(
      2, [WrittenColumn.Encoding.runs.rawValue, 0] + (chunk.dictionaryOffset == nil ? [] : [8]))
    writer.texts(3, [column.name])
    writer.int(4, PageCodec.zstd.rawValue)
    writer.long(5, rows)
    writer.long(6, chunk.size)
    writer.long(7, chunk.packedSize)
    writer.long(9, chunk.dataOffset)
    if let offset = chunk.dictionaryOffset { writer.long(11, offset) }
    writer.structure(12) { $0.long(3, column.missing) }
  }
}

extension ExportFormat where Self == ParquetFormat {
  /// A Parquet file.
  public static var parquet: ParquetFormat { ParquetFormat() }
}
