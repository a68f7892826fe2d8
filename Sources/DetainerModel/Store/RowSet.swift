/// A set of rows of a table.
///
/// Most sets are one bit for each row. Where few rows are known to be in one, as those of a week among
/// those of ten years, they are listed: what is done with them takes the time of the few, not that of all.
public struct RowSet: Sendable {
  /// How many rows the table has.
  public let universe: Int
  /// The bits, 64 rows to a word; those behind the last row are never set. None where rows are listed.
  private(set) var words: [UInt64]
  /// The rows, in order; nil where there are bits.
  private(set) var list: [UInt32]?

  /// No row, or every row, of a table.
  public init(universe: Int, all: Bool = false) {
    self.universe = universe
    (words, list) = ([], all ? nil : [])
    if all {
      words = Array(repeating: .max, count: (universe + 63) / 64)
      clearTail()
    }
  }

  /// Some rows, in order.
  init(universe: Int, list: [UInt32]) {
    (self.universe, words, self.list) = (universe, [], list)
  }

  /// Some rows as bits.
  init(universe: Int, words: [UInt64]) {
    (self.universe, self.words, list) = (universe, words, nil)
  }

  // MARK: Form

  /// Has the rows as bits, which can be changed anywhere.
  mutating func spread() {
    guard let list else { return }
    self.list = nil
    words = Array(repeating: 0, count: (universe + 63) / 64)
    for row in list { words[Int(row >> 6)] |= 1 << UInt64(row & 63) }
  }

  /// Has the rows as a list, if that takes less room than the bits.
  mutating func gather() {
    if list == nil, count <= universe >> 6 { (list, words) = (rows.map { UInt32($0) }, []) }
  }

  /// Lends the bits to be changed.
  @inline(__always)
  mutating func withWords(_ body: (UnsafeMutableBufferPointer<UInt64>) -> Void) {
    spread()
    words.withUnsafeMutableBufferPointer { body($0) }
  }

  private mutating func clearTail() {
    if universe & 63 != 0, !words.isEmpty {
      words[words.count - 1] &= (1 << UInt64(universe & 63)) - 1
    }
  }

  // MARK: What is in it

  /// Whether two sets are the same memory.
  func isSame(as other: RowSet) -> Bool {
    guard let list, let others = other.list else {
      return self.list == nil && other.list == nil && Self.isOne(words, other.words)
    }
    return Self.isOne(list, others)
  }

  private static func isOne<Element>(_ some: [Element], _ others: [Element]) -> Bool {
    some.withUnsafeBufferPointer { some in
      others.withUnsafeBufferPointer { others in
        some.count == others.count && (some.isEmpty || some.baseAddress == others.baseAddress)
      }
    }
  }

  /// How many rows are in the set.
  public var count: Int {
    if let list { return list.count }
    // Wrapping, in plain words: a sum that checks for overflow is not vectorised.
    var count: UInt64 = 0
    for word in words { count &+= UInt64(truncatingIfNeeded: word.nonzeroBitCount) }
    return Int(truncatingIfNeeded: count)
  }

  /// Whether the rows are so few that looking at each is faster than at all rows of the table.
  var isSparse: Bool { list != nil || count < universe >> 4 }

  /// Whether no row is in the set.
  public var isEmpty: Bool { list?.isEmpty ?? words.allSatisfy { $0 == 0 } }

  /// Whether a row is in the set.
  public func contains(_ row: Int) -> Bool {
    guard let list else { return words[row >> 6] & (1 << UInt64(row & 63)) != 0 }
    let index = list.firstIndex(from: UInt32(row))
    return index < list.count && list[index] == row
  }

  /// Adds a row.
  public mutating func insert(_ row: Int) {
    spread()
    words[row >> 6] |= 1 << UInt64(row & 63)
  }

  /// Turns the set into its complement.
  public mutating func invert() {
    withWords { words in for index in words.indices { words[index] = ~words[index] } }
    clearTail()
  }

  // MARK: One after the other

  /// Where the rows are kept: the words of bits, or the elements of the list.
  var positions: Range<Int> { list?.indices ?? words.indices }

  /// Calls the body with each row of the set, in order.
  @inline(__always)
  public func forEach(_ body: (Int) -> Void) { forEach(in: positions, body) }

  /// Calls the body with each row at some positions of the set, in order.
  @inline(__always)
  func forEach(in range: Range<Int>, _ body: (Int) -> Void) {
    if let list {
      for row in list[range] { body(Int(row)) }
      return
    }
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
      @inline(__always)
      func handOut(behind most: Int) {
        guard length > most else { return }
        body(UnsafeBufferPointer(rebasing: run[..<length]))
        length = 0
      }
      for row in list ?? [] {
        run[length] = row
        length &+= 1
        handOut(behind: Self.longestRun - 1)
      }
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
        handOut(behind: Self.longestRun - 64)
      }
      handOut(behind: 0)
    }
  }

  /// The rows of the set, in order.
  public var rows: [Int] {
    var rows: [Int] = []
    rows.reserveCapacity(count)
    forEach { rows.append($0) }
    return rows
  }
}

extension RowSet: Equatable {
  /// Whether two sets of one table have the same rows.
  public static func == (a: RowSet, b: RowSet) -> Bool {
    guard a.universe == b.universe else { return false }
    if a.list == nil, b.list == nil { return a.words == b.words }
    return a.rows == b.rows
  }
}

extension [UInt32] {
  /// The index of the first of some rows in order that is not before a row.
  fileprivate func firstIndex(from row: UInt32) -> Int {
    indices.firstBehind { self[$0] < row }
  }
}
