import CZstd
import DetainerModel

/// A column of a group of rows under way to a Parquet file: texts by a dictionary where they repeat,
/// numbers as they are, and which rows have a value.
struct WrittenColumn {
  let name: String
  let kind: Listing.Column.Kind
  private var isThere: [UInt32] = []
  private var codes: [UInt32] = []
  private var numbers: [UInt8] = []
  private var dictionary = GrowingDictionary()

  init(_ column: Listing.Column) {
    name = column.name
    kind = column.kind
  }

  /// What the footer says of it.
  struct Description {
    let name: String
    /// The numbers of Parquet for its type, and for what the type means.
    let physical: Int
    let converted: Int?
    let logical: Int?
    /// How many rows have no value.
    let missing: Int

    /// Writes its element of the schema: one value a row, or none.
    func writeSchema(to writer: inout ThriftWriter) {
      writer.int(1, physical)
      writer.int(3, 1)
      writer.text(4, name)
      if let converted { writer.int(6, converted) }
      if let logical {
        writer.structure(10) { $0.structure(logical) { _ in } }
      }
    }
  }

  var description: Description {
    let (physical, converted, logical): (Int, Int?, Int?) =
      switch kind {
      case .text: (6, 0, 1)
      case .integer: (2, nil, nil)
      case .fraction: (5, nil, nil)
      case .date: (1, 6, 6)
      }
    return Description(
      name: name, physical: physical, converted: converted, logical: logical,
      missing: isThere.reduce(0) { $0 + ($1 == 0 ? 1 : 0) })
  }

  /// Adds a cell of a row.
  mutating func append(_ cell: Int, of row: borrowing RowBuffer) {
    let old = (codes.count, numbers.count)
    switch (kind, row.kind(cell)) {
    case (_, .missing): break
    case (.integer, .integer): numbers.append(littleEndian: Int64(row.integer(cell)))
    case (.fraction, .fraction):
      if let share = row.value(cell).share { numbers.append(littleEndian: share.bitPattern) }
    case (.date, .text):
      if let day = Day(iso: row.bytes(cell)) {
        numbers.append(littleEndian: Int32(day.days(since: Self.epoch)))
      }
    default: codes.append(UInt32(truncatingIfNeeded: dictionary.code(for: row.bytes(cell))))
    }
    isThere.append(old == (codes.count, numbers.count) ? 0 : 1)
  }

  private static let epoch = Day(year: 1970, month: 1, day: 1) ?? .none

  // MARK: Pages

  /// The encodings of Parquet that are used here.
  enum Encoding: Int { case plain = 0, runs = 3, dictionary = 8 }

  /// How the values are written.
  var encoding: Encoding {
    kind == .text && dictionary.count <= codes.count / 2 ? .dictionary : .plain
  }

  /// The page of the dictionary: how many texts, and their bytes; nil where there is none.
  var dictionaryPage: (count: Int, bytes: [UInt8])? {
    guard encoding == .dictionary else { return nil }
    var bytes: [UInt8] = []
    for code in 0..<dictionary.count { append(textOf: code, to: &bytes) }
    return (dictionary.count, bytes)
  }

  /// The page of the values.
  var dataPage: [UInt8] {
    var levels: [UInt8] = []
    HybridRuns.append(isThere, width: 1, to: &levels)
    var bytes: [UInt8] = []
    bytes.append(littleEndian: UInt32(levels.count))
    bytes += levels
    guard kind == .text else { return bytes + numbers }
    if encoding == .dictionary {
      let width = max(1, UInt32.bitWidth - UInt32(dictionary.count - 1).leadingZeroBitCount)
      bytes.append(UInt8(width))
      HybridRuns.append(codes, width: width, to: &bytes)
    } else {
      for code in codes { append(textOf: Int(code), to: &bytes) }
    }
    return bytes
  }

  private func append(textOf code: Int, to bytes: inout [UInt8]) {
    dictionary.withBytes(of: code) { text in
      bytes.append(littleEndian: UInt32(text.count))
      bytes.append(contentsOf: text)
    }
  }
}

extension PageCodec {
  /// Packs a page with Zstandard; nil where the library cannot.
  static func packed(_ bytes: [UInt8]) -> [UInt8]? {
    var isWhole = true
    let packed = [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(bytes.count)) {
      buffer, count in
      let size = ZSTD_compress(buffer.baseAddress, buffer.count, bytes, bytes.count, 3)
      isWhole = ZSTD_isError(size) == 0
      count = isWhole ? size : 0
    }
    return isWhole ? packed : nil
  }
}
