import DetainerModel

/// The values of a page, which become the numbers of their texts.
struct PageValues {
  let column: ParquetTable.Column
  /// The page, with ``PageCodec/padding`` behind it.
  let page: UnsafeRawBufferPointer
  /// Where the values lie in it.
  let range: Range<Int>

  /// Reads so many values as there is room for.
  /// - Parameter dictionary: the numbers of the texts of the entries that indices stand for.
  func read(
    _ encoding: Int, _ dictionary: [UInt32]?, with coder: inout ValueCoder,
    in texts: inout GrowingDictionary, into codes: UnsafeMutableBufferPointer<UInt32>
  ) throws(ParquetFault) {
    guard !codes.isEmpty else { return }
    switch (PageEncoding(rawValue: encoding), column.type) {
    case (.dictionary, _), (.plainDictionary, _):
      try readIndices(dictionary ?? [], into: codes)
    case (.plain, .bytes):
      try coder.encode(plainCells(codes.count), of: page, in: &texts, into: codes)
    case (.plain, .fixedBytes), (.plain, .int96):
      try coder.encode(fixedCells(codes.count), of: page, in: &texts, into: codes)
    case (.plain, .boolean), (.rle, .boolean):
      try readTruths(isPlain: encoding == 0, with: &coder, in: &texts, into: codes)
    case (.plain, _): try readPlainNumbers(with: &coder, in: &texts, into: codes)
    case (.deltaNumbers, .int32), (.deltaNumbers, .int64):
      let (numbers, _) = try deltaNumbers(codes.count, from: range.lowerBound)
      for index in codes.indices { codes[index] = coder.code(wide(numbers[index]), in: &texts) }
    case (.deltaLengths, .bytes):
      try coder.encode(deltaLengthCells(codes.count), of: page, in: &texts, into: codes)
    case (.deltaBytes, .bytes), (.deltaBytes, .fixedBytes):
      let (bytes, cells) = try deltaBytes(codes.count)
      bytes.withUnsafeBytes { coder.encode(cells, of: $0, in: &texts, into: codes) }
    case (.splitBytes, .int32), (.splitBytes, .int64), (.splitBytes, .float),
      (.splitBytes, .double), (.splitBytes, .fixedBytes):
      try readSplit(with: &coder, in: &texts, into: codes)
    default: throw .encoding(Self.name(of: encoding))
    }
  }

  private static func name(of encoding: Int) -> String {
    let names = [
      "PLAIN", "GROUP_VAR_INT", "PLAIN_DICTIONARY", "RLE", "BIT_PACKED", "DELTA_BINARY_PACKED",
      "DELTA_LENGTH_BYTE_ARRAY", "DELTA_BYTE_ARRAY", "RLE_DICTIONARY", "BYTE_STREAM_SPLIT",
    ]
    return names.indices.contains(encoding) ? names[encoding] : "\(encoding)"
  }

  /// Reads places in the dictionary.
  private func readIndices(
    _ dictionary: [UInt32], into codes: UnsafeMutableBufferPointer<UInt32>
  ) throws(ParquetFault) {
    guard let width = page[range].first else { throw .shortPage }
    try HybridRuns.read(
      page, range.lowerBound + 1..<range.upperBound, width: Int(width), into: codes)
    let isWhole = dictionary.withUnsafeBufferPointer { dictionary in
      for index in codes.indices {
        let entry = Int(codes[index])
        if entry >= dictionary.count { return false }
        codes[index] = dictionary[entry]
      }
      return true
    }
    guard isWhole else { throw .badIndex }
  }

  /// Reads bits, packed or in runs.
  private func readTruths(
    isPlain: Bool, with coder: inout ValueCoder, in texts: inout GrowingDictionary,
    into codes: UnsafeMutableBufferPointer<UInt32>
  ) throws(ParquetFault) {
    if isPlain {
      guard (codes.count + 7) / 8 <= range.count else { throw .shortPage }
      for index in codes.indices {
        codes[index] = UInt32(page[range.lowerBound + index / 8] >> UInt8(index % 8)) & 1
      }
    } else {
      try HybridRuns.read(page, try sized(range), width: 1, into: codes)
    }
    for index in codes.indices { codes[index] = coder.code(Int64(codes[index]), in: &texts) }
  }

  /// What stands behind its own length of four bytes.
  private func sized(_ range: Range<Int>) throws(ParquetFault) -> Range<Int> {
    guard let size = length(at: range.lowerBound), size <= range.count - 4 else {
      throw .shortPage
    }
    return range.lowerBound + 4..<range.lowerBound + 4 + size
  }

  /// The length of four bytes at an offset.
  @inline(__always)
  func length(at offset: Int) -> Int? {
    guard offset &+ 4 <= range.upperBound else { return nil }
    return Int(
      UInt32(littleEndian: page.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }
}
