/// Writes Parquet files of one row group as they should not be; the columns take what they are given.
struct ParquetWriter {
  /// A column of texts: `facility_state` or the like.
  struct Column {
    var name: String
    /// What stands in the pages, each behind its header.
    var pages: [[UInt8]] = []
    var type = 6
    var codec = 0
    /// Fields of the schema element beside type and name.
    var schema: [Int: ThriftValue] = [3: .int(0), 6: .int(0)]
    /// Fields of the metadata that are other than they should be.
    var metadata: [Int: ThriftValue] = [:]
  }

  var columns: [Column]
  var rows = 2
  /// Fields of the footer that are other than they should be.
  var footer: [Int: ThriftValue] = [:]

  /// Two dated rows with a column beside the dates.
  init(_ column: Column) {
    columns = [
      Column(
        name: "detainer_prepare_date",
        pages: [ParquetWriter.page(ParquetWriter.plain(["2025-01-03", "2025-01-04"]))]), column,
    ]
  }

  var bytes: [UInt8] {
    var file = Array("PAR1".utf8)
    var chunks: [ThriftValue] = []
    for column in columns {
      let start = file.count
      file += column.pages.joined()
      let metadata: [Int: ThriftValue] = [
        1: .int(column.type), 4: .int(column.codec), 5: .int(rows),
        7: .int(file.count - start), 9: .int(start),
      ]
      chunks.append(.structure([3: .structure(metadata.merging(column.metadata) { $1 })]))
    }
    let elements = columns.map { column in
      ThriftValue.structure(
        column.schema.merging([1: .int(column.type), 4: .text(column.name)]) { first, _ in first })
    }
    let footer: [Int: ThriftValue] = [
      1: .int(1), 2: .list([.structure([4: .text("schema")])] + elements), 3: .int(rows),
      4: .list([.structure([1: .list(chunks), 3: .int(rows)])]),
    ]
    let end = ThriftValue.structure(footer.merging(self.footer) { $1 }).bytes
    let size = (0..<4).map { UInt8(truncatingIfNeeded: end.count >> ($0 * 8)) }
    return file + end + size + Array("PAR1".utf8)
  }

  /// A page with its header.
  static func page(
    _ values: [UInt8], count: Int = 2, encoding: Int = 0, levels: Int = 3,
    header: [Int: ThriftValue] = [:]
  ) -> [UInt8] {
    let fields: [Int: ThriftValue] = [
      1: .int(0), 2: .int(values.count), 3: .int(values.count),
      5: .structure([1: .int(count), 2: .int(encoding), 3: .int(levels), 4: .int(3)]),
    ]
    return ThriftValue.structure(fields.merging(header) { $1 }).bytes + values
  }

  /// A page of the entries of a dictionary, with its header.
  static func dictionary(_ texts: [String], count: Int? = nil) -> [UInt8] {
    let entries: [Int: ThriftValue] = [1: .int(count ?? texts.count), 2: .int(0)]
    let header: [Int: ThriftValue] = [1: .int(2), 7: .structure(entries)]
    let page = page(plain(texts), header: header)
    return page
  }

  /// Texts behind their lengths.
  static func plain(_ texts: [String]) -> [UInt8] {
    texts.flatMap { text in
      (0..<4).map { UInt8(truncatingIfNeeded: text.utf8.count >> ($0 * 8)) } + Array(text.utf8)
    }
  }
}

/// A value in the compact protocol of Thrift.
indirect enum ThriftValue {
  case int(Int)
  case text(String)
  case bool(Bool)
  case list([ThriftValue])
  case structure([Int: ThriftValue])
  /// Structures in one another, so many deep.
  case nested(Int)

  private var kind: UInt8 {
    switch self {
    case .bool(let truth): truth ? 1 : 2
    case .int: 6
    case .text: 8
    case .list: 9
    case .structure, .nested: 12
    }
  }

  var bytes: [UInt8] {
    switch self {
    case .int(let number): Self.varint(UInt64(bitPattern: Int64(number << 1 ^ number >> 63)))
    // Its kind says it.
    case .bool: []
    case .text(let text): Self.varint(UInt64(text.utf8.count)) + Array(text.utf8)
    case .list(let values):
      [0xF0 | (values.first?.kind ?? 12)] + Self.varint(UInt64(values.count))
        + values.flatMap(\.bytes)
    case .structure(let fields):
      fields.sorted { $0.key < $1.key }.flatMap { number, value in
        [value.kind] + ThriftValue.int(number).bytes + value.bytes
      } + [0]
    case .nested(let depth):
      [UInt8](repeating: 0x1C, count: depth) + [UInt8](repeating: 0, count: depth + 1)
    }
  }

  private static func varint(_ number: UInt64) -> [UInt8] {
    number < 0x80
      ? [UInt8(number)] : [UInt8(number & 0x7F) | 0x80] + varint(number >> 7)
  }
}
