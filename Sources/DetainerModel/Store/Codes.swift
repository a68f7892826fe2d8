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
}
