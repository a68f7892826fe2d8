/// Which values of a page are there.
struct PageLevels {
  /// How many there are.
  let present: Int
  /// Where the values begin in the page.
  let end: Int
  private let levels: [UInt32]

  /// Reads them.
  /// - Parameter codes: as much room as there are values, there and missing.
  init(
    _ header: PageHeader, _ column: ParquetTable.Column, _ page: UnsafeRawBufferPointer,
    into codes: UnsafeMutableBufferPointer<UInt32>
  ) throws(ParquetFault) {
    let whole = page.count - PageCodec.padding
    let isSecond = header.kind == .dataV2
    guard column.isOptional else {
      levels = []
      present = codes.count
      end = isSecond ? header.levelSize + header.repetitionSize : 0
      return
    }
    var range = 0..<whole
    if isSecond {
      range = header.repetitionSize..<header.repetitionSize + header.levelSize
      end = range.upperBound
    } else if header.levelEncoding == PageEncoding.bitPacked.rawValue {
      range = 0..<(codes.count + 7) / 8
      end = range.upperBound
    } else {
      guard whole >= 4 else { throw .shortPage }
      let size = Int(UInt32(littleEndian: page.loadUnaligned(as: UInt32.self)))
      guard size <= whole - 4 else { throw .shortPage }
      range = 4..<4 + size
      end = range.upperBound
    }
    guard range.upperBound <= whole else { throw .shortPage }
    if !isSecond, header.levelEncoding == PageEncoding.bitPacked.rawValue {
      // The older way has the first value in the highest bit.
      for index in codes.indices {
        codes[index] = UInt32(page[index / 8] >> UInt8(7 - index % 8)) & 1
      }
    } else {
      try HybridRuns.read(page, range, width: 1, into: codes)
    }
    var count = 0
    for level in codes { count &+= Int(level) }
    present = count
    levels = count == codes.count ? [] : Array(codes)
  }

  /// Moves the values, which stand at the beginning, to their places; what is missing is 0.
  func spread(_ codes: UnsafeMutableBufferPointer<UInt32>) {
    guard present < codes.count else { return }
    var next = present
    for index in codes.indices.reversed() {
      if levels[index] == 0 {
        codes[index] = 0
      } else {
        next &-= 1
        codes[index] = codes[next]
      }
    }
  }
}
