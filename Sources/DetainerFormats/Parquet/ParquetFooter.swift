/// The footer of a Parquet file as it is written: a flat list of schema elements, and row groups.
struct ParquetFooter {
  /// A row group; chunks that cannot be read where they should be are nil.
  struct Group {
    var rows = 0
    var chunks: [ParquetTable.Chunk?] = []
  }

  private(set) var elements: [SchemaElement] = []
  private(set) var rows = 0
  private(set) var groups: [Group] = []
  /// Where it begins.
  let start: Int

  /// Whether bytes end as a Parquet file does.
  init(_ bytes: UnsafeRawBufferPointer) throws(ParquetFault) {
    let tail = bytes.suffix(4)
    if bytes.starts(with: Self.encryptedMark) || tail.elementsEqual(Self.encryptedMark) {
      throw .encrypted
    }
    guard bytes.count >= 12, tail.elementsEqual(Self.mark) else { throw .cutShort }
    let size = Int(
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt32.self)))
    guard size <= bytes.count - 12 else { throw .damagedFooter }
    start = bytes.count - 8 - size
    var reader = ThriftReader(
      UnsafeRawBufferPointer(rebasing: bytes[start..<start + size]), fault: .damagedFooter)
    var (elements, rows, groups) = ([SchemaElement](), 0, [Group]())
    try reader.structure { reader, field throws(ParquetFault) in
      switch field.number {
      case 2:
        try reader.structures(field) { reader throws(ParquetFault) in
          elements.append(try SchemaElement(&reader))
        }
      case 3: rows = try reader.int(field)
      case 4:
        try reader.structures(field) { reader throws(ParquetFault) in
          groups.append(try Self.group(&reader))
        }
      default: try reader.skip(field)
      }
    }
    (self.elements, self.rows, self.groups) = (elements, rows, groups)
  }

  private static let mark = Array("PAR1".utf8)
  private static let encryptedMark = Array("PARE".utf8)

  private static func group(_ reader: inout ThriftReader) throws(ParquetFault) -> Group {
    var group = Group()
    try reader.structure { reader, field throws(ParquetFault) in
      switch field.number {
      case 1:
        try reader.structures(field) { reader throws(ParquetFault) in
          group.chunks.append(try chunk(&reader))
        }
      case 3: group.rows = try reader.int(field)
      default: try reader.skip(field)
      }
    }
    return group
  }

  /// Reads where a column lies; nil for one that is encrypted or in another file.
  private static func chunk(
    _ reader: inout ThriftReader
  ) throws(ParquetFault) -> ParquetTable.Chunk? {
    var chunk: ParquetTable.Chunk?
    var isHidden = false
    try reader.structure { reader, field throws(ParquetFault) in
      switch field.number {
      case 3: chunk = try metadata(&reader, field)
      case 1, 8, 9:
        isHidden = true
        try reader.skip(field)
      default: try reader.skip(field)
      }
    }
    if isHidden { return nil }
    guard let chunk, chunk.dataOffset >= 0 else { throw .damagedFooter }
    return chunk
  }

  private static func metadata(
    _ reader: inout ThriftReader, _ field: ThriftReader.Field
  ) throws(ParquetFault) -> ParquetTable.Chunk {
    guard field.kind == .structure else { throw .damagedFooter }
    var chunk = ParquetTable.Chunk()
    try reader.structure { reader, field throws(ParquetFault) in
      switch field.number {
      case 1: chunk.type = try reader.int(field)
      case 4: chunk.codec = try reader.int(field)
      case 5: chunk.count = try reader.int(field)
      case 7: chunk.size = try reader.int(field)
      case 9: chunk.dataOffset = try reader.int(field)
      case 11: chunk.dictionaryOffset = try reader.int(field)
      default: try reader.skip(field)
      }
    }
    return chunk
  }
}
