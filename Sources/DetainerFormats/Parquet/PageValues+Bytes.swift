import DetainerModel

/// Values that are bytes: where they lie in the page.
extension PageValues {
  /// No text of a release is longer, as no cell of a workbook is.
  private static let longest = 1_000_000

  /// Each stands behind its length of four bytes.
  func plainCells(_ count: Int) throws(ParquetFault) -> [CellRange] {
    guard count <= range.count / 4 else { throw .shortPage }
    var cells: [CellRange] = []
    cells.reserveCapacity(count)
    var position = range.lowerBound
    for _ in 0..<count {
      guard let length = length(at: position),
        length <= range.upperBound &- position &- 4
      else { throw .shortPage }
      guard length <= Self.longest else { throw .longValue(length) }
      cells.append((start: position &+ 4, length: length))
      position &+= 4 &+ length
    }
    return cells
  }

  /// All are of one length.
  func fixedCells(_ count: Int) throws(ParquetFault) -> [CellRange] {
    let length = column.type == .int96 ? 12 : column.length
    guard count <= range.count / length else { throw .shortPage }
    guard length <= Self.longest else { throw .longValue(length) }
    return (0..<count).map { (start: range.lowerBound + $0 * length, length: length) }
  }

  /// First all lengths as differences, then all bytes.
  func deltaLengthCells(_ count: Int) throws(ParquetFault) -> [CellRange] {
    let (lengths, end) = try deltaNumbers(count, from: range.lowerBound)
    return try cells(lengths, from: end)
  }

  private func cells(_ lengths: [Int64], from start: Int) throws(ParquetFault) -> [CellRange] {
    var cells: [CellRange] = []
    cells.reserveCapacity(lengths.count)
    var position = start
    for length in lengths {
      guard length >= 0, length <= Int64(range.upperBound &- position) else { throw .shortPage }
      guard length <= Int64(Self.longest) else { throw .longValue(Int(length)) }
      cells.append((start: position, length: Int(length)))
      position &+= Int(length)
    }
    return cells
  }

  /// How many bytes each has in common with the one before it, then what follows them.
  func deltaBytes(_ count: Int) throws(ParquetFault) -> (bytes: [UInt8], cells: [CellRange]) {
    let (prefixes, middle) = try deltaNumbers(count, from: range.lowerBound)
    let (lengths, end) = try deltaNumbers(count, from: middle)
    let suffixes = try cells(lengths, from: end)
    var cells: [CellRange] = []
    cells.reserveCapacity(count)
    // A small page can say the same long prefix again and again.
    var size = 0
    for (prefix, suffix) in zip(prefixes, suffixes) {
      guard prefix >= 0, prefix <= Int64(cells.last?.length ?? 0) else { throw .shortPage }
      let length = Int(prefix) + suffix.length
      guard length <= Self.longest else { throw .longValue(length) }
      guard size + length <= PageHeader.largestPage else { throw .tooLarge(size + length) }
      cells.append((start: size, length: length))
      size += length
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    var value: [UInt8] = []
    for (prefix, suffix) in zip(prefixes, suffixes) {
      value.removeLast(value.count - Int(prefix))
      value += page[suffix.start..<suffix.start + suffix.length]
      bytes += value
    }
    return (bytes, cells)
  }
}
