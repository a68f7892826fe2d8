/// A column of small numbers, as narrow as its largest one allows.
package enum Codes: RandomAccessCollection, Sendable {
  case narrow(Column<UInt8>)
  case medium(Column<UInt16>)
  case wide(Column<UInt32>)

  /// An empty column.
  package init() { self = .narrow(Column()) }

  /// How many rows there are.
  package var count: Int {
    switch self {
    case .narrow(let codes): codes.count
    case .medium(let codes): codes.count
    case .wide(let codes): codes.count
    }
  }

  /// The first row, which is 0.
  package var startIndex: Int { 0 }
  /// One more than the last row.
  package var endIndex: Int { count }

  /// The number in a row.
  @inline(__always)
  package subscript(row: Int) -> Int {
    switch self {
    case .narrow(let codes): Int(codes[row])
    case .medium(let codes): Int(codes[row])
    case .wide(let codes): Int(codes[row])
    }
  }

  /// Whether two columns are the same numbers in the same place.
  func isSame(as other: Codes) -> Bool {
    switch (self, other) {
    case (.narrow(let codes), .narrow(let others)): codes.isSame(as: others)
    case (.medium(let codes), .medium(let others)): codes.isSame(as: others)
    case (.wide(let codes), .wide(let others)): codes.isSame(as: others)
    default: false
    }
  }

  /// The numbers of some rows, in the same memory.
  func part(_ rows: Range<Int>) -> Codes {
    switch self {
    case .narrow(let codes): .narrow(codes.part(rows))
    case .medium(let codes): .medium(codes.part(rows))
    case .wide(let codes): .wide(codes.part(rows))
    }
  }

  /// The numbers of some rows, to be looked at many at a time.
  func numbers(in rows: Range<Int>) -> [UInt32] {
    func copied<Code: FixedWidthInteger>(_ codes: Column<Code>) -> [UInt32] {
      codes.withUnsafeBufferPointer { codes in
        Array(unsafeUninitializedCapacity: rows.count) { numbers, count in
          for row in 0..<rows.count {
            numbers[row] = UInt32(truncatingIfNeeded: codes[rows.lowerBound &+ row])
          }
          count = rows.count
        }
      }
    }
    precondition(rows.lowerBound >= 0 && rows.upperBound <= count)
    return switch self {
    case .narrow(let codes): copied(codes)
    case .medium(let codes): copied(codes)
    case .wide(let codes): copied(codes)
    }
  }
}

extension Range<Int> {
  /// The range in stretches of some ten thousand rows, so that what is made of each stays small.
  var stretches: [Range<Int>] {
    stride(from: lowerBound, to: upperBound, by: 1 << 15).map {
      $0..<Swift.min(upperBound, $0 + 1 << 15)
    }
  }
}
