/// What stands before each page of a column.
struct PageHeader {
  enum Kind: Int {
    case data, index, dictionary, dataV2
  }

  private(set) var kind = Kind.index
  /// How many bytes the page has unpacked, and as it is.
  private(set) var size = -1
  private(set) var packedSize = -1
  private(set) var checksum: Int?
  /// How many values there are, those that are missing included.
  private(set) var count = 0
  private(set) var encoding = 0
  private(set) var levelEncoding = PageEncoding.rle.rawValue
  /// How many bytes before the values say which of them are missing, and are never packed.
  private(set) var levelSize = 0
  private(set) var repetitionSize = 0
  private(set) var isPacked = true
  /// Where the page itself begins.
  let end: Int

  /// Whether the first values are found whatever number of them is asked for.
  var canBeReadInPart: Bool {
    let encoding = PageEncoding(rawValue: encoding)
    return levelEncoding != PageEncoding.bitPacked.rawValue
      && (encoding == .plain || encoding == .dictionary || encoding == .plainDictionary)
  }

  /// Whether the values are places in the dictionary.
  var isCoded: Bool {
    encoding == PageEncoding.dictionary.rawValue
      || encoding == PageEncoding.plainDictionary.rawValue
  }

  /// More bytes than any page has that is read.
  static let largestPage = 256 << 20

  /// Reads the header at an offset.
  init(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(ParquetFault) {
    var reader = ThriftReader(bytes, from: offset, fault: .damagedHeader)
    var header = (kind: Kind?.none, size: -1, packedSize: -1, checksum: Int?.none)
    var data = Data()
    try reader.structure { reader, field throws(ParquetFault) in
      switch field.number {
      case 1: header.kind = Kind(rawValue: try reader.int(field))
      case 2: header.size = try reader.int(field)
      case 3: header.packedSize = try reader.int(field)
      case 4: header.checksum = try reader.int(field)
      case 5, 7, 8: data = try Data(&reader, field)
      default: try reader.skip(field)
      }
    }
    guard let kind = header.kind, header.packedSize >= 0, header.size >= 0, data.count >= 0,
      data.levelSize >= 0, data.repetitionSize >= 0
    else { throw .damagedHeader }
    guard header.size <= Self.largestPage else { throw .tooLarge(header.size) }
    self.kind = kind
    (size, packedSize, checksum) = (header.size, header.packedSize, header.checksum)
    (count, encoding) = (data.count, data.encoding)
    (levelEncoding, isPacked) = (data.levelEncoding, data.isPacked)
    (levelSize, repetitionSize) = (data.levelSize, data.repetitionSize)
    end = reader.position
  }

  /// The part that depends on the kind of the page.
  private struct Data {
    var count = 0
    var encoding = 0
    var levelEncoding = PageEncoding.rle.rawValue
    var levelSize = 0
    var repetitionSize = 0
    var isPacked = true

    init() {}

    init(_ reader: inout ThriftReader, _ header: ThriftReader.Field) throws(ParquetFault) {
      guard header.kind == .structure else { throw .damagedHeader }
      let isSecond = header.number == 8
      var data = Data()
      try reader.structure { reader, field throws(ParquetFault) in
        switch (field.number, isSecond) {
        case (1, _): data.count = try reader.int(field)
        case (2, false), (4, true): data.encoding = try reader.int(field)
        case (3, false) where header.number == 5: data.levelEncoding = try reader.int(field)
        case (5, true): data.levelSize = try reader.int(field)
        case (6, true): data.repetitionSize = try reader.int(field)
        case (7, true): data.isPacked = try reader.bool(field)
        default: try reader.skip(field)
        }
      }
      self = data
    }
  }
}

/// How the values of a page are written.
enum PageEncoding: Int, Sendable {
  case plain = 0
  case plainDictionary = 2
  case rle = 3
  case bitPacked = 4
  case deltaNumbers = 5
  case deltaLengths = 6
  case deltaBytes = 7
  case dictionary = 8
  case splitBytes = 9
}
