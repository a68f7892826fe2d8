/// A set of rows of a table, one bit for each.
public struct RowSet: Hashable, Sendable {
  /// How many rows the table has.
  public let universe: Int
  private(set) var words: [UInt64]

  /// No row, or every row, of a table.
  public init(universe: Int, all: Bool = false) {
    self.universe = universe
    words = Array(repeating: all ? .max : 0, count: (universe + 63) / 64)
    if all { clearTail() }
  }

  /// How many rows are in the set.
  public var count: Int {
    // Wrapping, in plain words: a sum that checks for overflow is not vectorised.
    var count: UInt64 = 0
    for word in words { count &+= UInt64(truncatingIfNeeded: word.nonzeroBitCount) }
    return Int(truncatingIfNeeded: count)
  }

  /// Whether no row is in the set.
  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// Whether a row is in the set.
  public func contains(_ row: Int) -> Bool { words[row >> 6] & (1 << UInt64(row & 63)) != 0 }

  /// Adds a row.
  public mutating func insert(_ row: Int) { words[row >> 6] |= 1 << UInt64(row & 63) }

  /// Keeps the rows that the other set has too.
  public mutating func formIntersection(_ other: RowSet) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  /// Adds the rows of the other set.
  public mutating func formUnion(_ other: RowSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  /// Keeps the rows that the other set has not.
  public mutating func subtract(_ other: RowSet) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  /// Turns the set into its complement.
  public mutating func invert() {
    for index in words.indices { words[index] = ~words[index] }
    clearTail()
  }

  /// Calls the body with each row of the set, in order.
  @inline(__always)
  public func forEach(_ body: (Int) -> Void) {
    for index in words.indices {
      var word = words[index]
      while word != 0 {
        body(index << 6 | word.trailingZeroBitCount)
        word &= word &- 1
      }
    }
  }

  /// The rows of the set, in order.
  public var rows: [Int] {
    var rows: [Int] = []
    rows.reserveCapacity(count)
    forEach { rows.append($0) }
    return rows
  }

  /// Adds the rows whose code the table names.
  mutating func insertRows(of codes: Codes, in wanted: [Bool]) {
    switch codes {
    case .narrow(let codes): insertRows(codes, in: wanted)
    case .medium(let codes): insertRows(codes, in: wanted)
    case .wide(let codes): insertRows(codes, in: wanted)
    }
  }

  @inline(__always)
  private mutating func insertRows<Code: FixedWidthInteger>(
    _ codes: Column<Code>, in wanted: [Bool]
  ) {
    // One word of 64 rows at a time, without a branch: look up the byte of each row and shift it
    // into its place.
    wanted.withUnsafeBytes { wanted in
      codes.withUnsafeBufferPointer { codes in
        for index in words.indices {
          let base = index << 6
          let end = Swift.min(base + 64, codes.count)
          var word: UInt64 = 0
          var row = base
          while row < end {
            word |= UInt64(wanted[Int(codes[row])]) << UInt64(row - base)
            row += 1
          }
          words[index] |= word
        }
      }
    }
  }

  private mutating func clearTail() {
    if universe & 63 != 0, !words.isEmpty {
      words[words.count - 1] &= (1 << UInt64(universe & 63)) - 1
    }
  }
}
