/// A set of rows of a table, one bit for each.
public struct RowSet: Hashable, Sendable {
  /// How many rows the table has.
  public let universe: Int
  /// The bits, 64 rows to a word; those behind the last row are never set.
  var words: [UInt64]

  /// No row, or every row, of a table.
  public init(universe: Int, all: Bool = false) {
    self.universe = universe
    words = Array(repeating: all ? .max : 0, count: (universe + 63) / 64)
    if all { clearTail() }
  }

  /// Whether two sets are the same bits in the same place.
  func isSame(as other: RowSet) -> Bool {
    words.withUnsafeBufferPointer { words in
      other.words.withUnsafeBufferPointer { others in
        words.baseAddress == others.baseAddress && words.count == others.count
      }
    }
  }

  /// How many rows are in the set.
  public var count: Int {
    // Wrapping, in plain words: a sum that checks for overflow is not vectorised.
    var count: UInt64 = 0
    for word in words { count &+= UInt64(truncatingIfNeeded: word.nonzeroBitCount) }
    return Int(truncatingIfNeeded: count)
  }

  /// Whether the rows are so few that looking at each is faster than at all rows of the table.
  var isSparse: Bool { count < universe >> 4 }

  /// Whether no row is in the set.
  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// Whether a row is in the set.
  public func contains(_ row: Int) -> Bool { words[row >> 6] & (1 << UInt64(row & 63)) != 0 }

  /// Adds a row.
  public mutating func insert(_ row: Int) { words[row >> 6] |= 1 << UInt64(row & 63) }

  /// Keeps the rows that the other set has too.
  public mutating func formIntersection(_ other: RowSet) { combine(with: other) { $0 & $1 } }

  /// Adds the rows of the other set.
  public mutating func formUnion(_ other: RowSet) { combine(with: other) { $0 | $1 } }

  /// Keeps the rows that the other set has not.
  public mutating func subtract(_ other: RowSet) { combine(with: other) { $0 & ~$1 } }

  /// Goes once through the words of both sets: sets are shared more often than not, and one that is
  /// would be copied before it is changed.
  @inline(__always)
  private mutating func combine(with other: RowSet, _ word: (UInt64, UInt64) -> UInt64) {
    precondition(words.count == other.words.count, "sets of the rows of one table")
    words = Array(unsafeUninitializedCapacity: words.count) { room, count in
      words.withUnsafeBufferPointer { words in
        other.words.withUnsafeBufferPointer { others in
          for index in words.indices { room[index] = word(words[index], others[index]) }
        }
      }
      count = words.count
    }
  }

  /// Turns the set into its complement.
  public mutating func invert() {
    for index in words.indices { words[index] = ~words[index] }
    clearTail()
  }

  /// Calls the body with each row of the set, in order.
  @inline(__always)
  public func forEach(_ body: (Int) -> Void) { forEach(in: words.indices, body) }

  /// Calls the body with each row of some words of the set, in order.
  @inline(__always)
  func forEach(in range: Range<Int>, _ body: (Int) -> Void) {
    words.withUnsafeBufferPointer { words in
      for index in range {
        var word = words[index]
        let start = index << 6
        if word == .max {
          for row in start..<start &+ 64 { body(row) }
        } else {
          while word != 0 {
            body(start | word.trailingZeroBitCount)
            word &= word &- 1
          }
        }
      }
    }
  }

  /// How many rows ``forEachRun(_:)`` hands out at a time at most.
  static let longestRun = 4096

  /// Calls the body with some rows of the set after the other, in order.
  @inline(__always)
  func forEachRun(_ body: (UnsafeBufferPointer<UInt32>) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.longestRun) { run in
      var length = 0
      for index in words.indices {
        var word = words[index]
        let start = UInt32(truncatingIfNeeded: index << 6)
        if word == .max {
          for bit in 0..<64 { run[length &+ bit] = start &+ UInt32(truncatingIfNeeded: bit) }
          length &+= 64
        } else {
          while word != 0 {
            run[length] = start | UInt32(truncatingIfNeeded: word.trailingZeroBitCount)
            length &+= 1
            word &= word &- 1
          }
        }
        if length > Self.longestRun - 64 {
          body(UnsafeBufferPointer(rebasing: run[..<length]))
          length = 0
        }
      }
      if length > 0 { body(UnsafeBufferPointer(rebasing: run[..<length])) }
    }
  }

  /// The rows of the set, in order.
  public var rows: [Int] {
    var rows: [Int] = []
    rows.reserveCapacity(count)
    forEach { rows.append($0) }
    return rows
  }

  /// The rows of some words, as a set of rows counted from the first of them.
  func part(_ words: Range<Int>) -> RowSet {
    var part = RowSet(universe: min(universe, words.upperBound << 6) - words.lowerBound << 6)
    part.words = Array(self.words[words])
    return part
  }

  /// Adds the rows of a part that begins with a word.
  mutating func insert(_ part: RowSet, from word: Int) {
    for index in part.words.indices { words[word &+ index] |= part.words[index] }
  }

  private mutating func clearTail() {
    if universe & 63 != 0, !words.isEmpty {
      words[words.count - 1] &= (1 << UInt64(universe & 63)) - 1
    }
  }
}
