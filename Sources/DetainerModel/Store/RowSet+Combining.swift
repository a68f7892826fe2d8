/// Sets of rows put together: where one of two is listed, only its rows are looked at.
extension RowSet {
  /// Keeps the rows that the other set has too.
  public mutating func formIntersection(_ other: RowSet) {
    if let list {
      self = RowSet(universe: universe, list: Self.rows(of: list, in: other))
    } else if let list = other.list {
      self = RowSet(universe: universe, list: Self.rows(of: list, in: self))
    } else {
      combine(with: other) { $0 & $1 }
    }
  }

  /// Adds the rows of the other set.
  public mutating func formUnion(_ other: RowSet) {
    switch (list, other.list) {
    case (nil, nil): combine(with: other) { $0 | $1 }
    case (let list?, let others?):
      if others.isEmpty { return }
      self = RowSet(universe: universe, list: list.isEmpty ? others : Self.merged(list, others))
    case (_?, nil):
      let rows = self
      self = other
      formUnion(rows)
    case (nil, let others?):
      withWords { words in
        for row in others { words[Int(row >> 6)] |= 1 << UInt64(row & 63) }
      }
    }
  }

  /// Keeps the rows that the other set has not.
  public mutating func subtract(_ other: RowSet) {
    if let list {
      self = RowSet(universe: universe, list: Self.rows(of: list, in: other, isIn: false))
    } else if let others = other.list {
      withWords { words in
        for row in others { words[Int(row >> 6)] &= ~(1 << UInt64(row & 63)) }
      }
    } else {
      combine(with: other) { $0 & ~$1 }
    }
  }

  /// Goes once through the words of both sets: sets are shared more often than not, and one that is
  /// would be copied before it is changed.
  @inline(__always)
  private mutating func combine(with other: RowSet, _ word: (UInt64, UInt64) -> UInt64) {
    precondition(words.count == other.words.count, "sets of the rows of one table")
    let combined = [UInt64](unsafeUninitializedCapacity: words.count) { room, count in
      words.withUnsafeBufferPointer { words in
        other.words.withUnsafeBufferPointer { others in
          for index in words.indices { room[index] = word(words[index], others[index]) }
        }
      }
      count = words.count
    }
    self = RowSet(universe: universe, words: combined)
  }

  /// The listed rows that a set has, or has not.
  private static func rows(of list: [UInt32], in set: RowSet, isIn wanted: Bool = true) -> [UInt32]
  {
    guard let others = set.list else {
      return set.words.withUnsafeBufferPointer { words in
        list.filter { words[Int($0 >> 6)] >> UInt64($0 & 63) & 1 == (wanted ? 1 : 0) }
      }
    }
    var other = others.startIndex
    return list.filter { row in
      while other < others.endIndex, others[other] < row { other += 1 }
      return (other < others.endIndex && others[other] == row) == wanted
    }
  }

  /// The rows of two lists, each once.
  private static func merged(_ list: [UInt32], _ others: [UInt32]) -> [UInt32] {
    var merged: [UInt32] = []
    merged.reserveCapacity(list.count + others.count)
    var other = others.startIndex
    for row in list {
      while other < others.endIndex, others[other] < row {
        merged.append(others[other])
        other += 1
      }
      if other < others.endIndex, others[other] == row { other += 1 }
      merged.append(row)
    }
    return merged + others[other...]
  }

  // MARK: Parts

  /// The rows of some words, as a set of rows counted from the first of them.
  func part(_ words: Range<Int>) -> RowSet {
    var bits = self
    bits.spread()
    return RowSet(
      universe: min(universe, words.upperBound << 6) - words.lowerBound << 6,
      words: Array(bits.words[words]))
  }

  /// Adds the rows of a part that begins with a word.
  mutating func insert(_ part: RowSet, from word: Int) {
    var part = part
    part.spread()
    withWords { words in
      for index in part.words.indices { words[word &+ index] |= part.words[index] }
    }
  }
}
