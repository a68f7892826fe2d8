import DetainerModel

/// Values of four or eight bytes.
extension PageValues {
  private var width: Int { column.type == .int32 || column.type == .float ? 4 : 8 }

  /// A number of four bytes is without a sign in some columns.
  @inline(__always)
  func wide(_ number: Int64) -> Int64 {
    guard width == 4 else { return number }
    let isSigned = column.form != .unsigned && column.type == .int32
    return isSigned
      ? Int64(Int32(truncatingIfNeeded: number)) : Int64(UInt32(truncatingIfNeeded: number))
  }

  func readPlainNumbers(
    with coder: inout ValueCoder, in texts: inout GrowingDictionary,
    into codes: UnsafeMutableBufferPointer<UInt32>
  ) throws(ParquetFault) {
    let width = width
    guard let start = page.baseAddress, codes.count <= range.count / width else {
      throw .shortPage
    }
    for index in codes.indices {
      let place = start + (range.lowerBound &+ index &* width)
      // The padding lets a whole word be read.
      let number = Int64(littleEndian: place.loadUnaligned(as: Int64.self))
      codes[index] = coder.code(wide(number), in: &texts)
    }
  }

  /// Reads differences, and says where they end.
  func deltaNumbers(
    _ count: Int, from start: Int
  ) throws(ParquetFault) -> (numbers: [Int64], end: Int) {
    var numbers = [Int64](repeating: 0, count: count)
    let end = try numbers.withUnsafeMutableBufferPointer { numbers throws(ParquetFault) in
      try DeltaNumbers.read(page, start..<range.upperBound, into: numbers)
    }
    return (numbers, end)
  }

  /// Reads values of which first all first bytes are written, then all second ones.
  func readSplit(
    with coder: inout ValueCoder, in texts: inout GrowingDictionary,
    into codes: UnsafeMutableBufferPointer<UInt32>
  ) throws(ParquetFault) {
    let width = column.type == .fixedBytes ? column.length : width
    let count = codes.count
    guard count <= range.count / width else { throw .shortPage }
    if column.type == .fixedBytes {
      var value = [UInt8](repeating: 0, count: width)
      for index in codes.indices {
        for byte in 0..<width { value[byte] = page[range.lowerBound + byte * count + index] }
        codes[index] = value.withUnsafeBytes { coder.code($0, in: &texts) }
      }
      return
    }
    for index in codes.indices {
      var bits: UInt64 = 0
      for byte in 0..<width {
        bits |= UInt64(page[range.lowerBound + byte * count + index]) << UInt64(byte * 8)
      }
      codes[index] = coder.code(wide(Int64(bitPattern: bits)), in: &texts)
    }
  }
}
