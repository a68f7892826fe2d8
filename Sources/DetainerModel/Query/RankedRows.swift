/// Rows that are put in order by a small number each, digit by digit and without comparing any two.
struct RankedRows {
  private let rows: [UInt32]
  private var ranks: [UInt32] = []

  /// Takes the rows of a set, in their order.
  init(_ rows: RowSet) {
    self.rows = Array(unsafeUninitializedCapacity: rows.count) { buffer, count in
      rows.forEachRun { run in
        for row in run {
          buffer.initializeElement(at: count, to: row)
          count += 1
        }
      }
    }
  }

  /// Ranks each row by what a function says; `.max` is for what is not known, and comes last.
  @inline(__always)
  mutating func rank(_ rank: (Int) -> UInt32) {
    ranks = Array(unsafeUninitializedCapacity: rows.count) { buffer, count in
      for row in rows {
        buffer.initializeElement(at: count, to: rank(Int(row)))
        count += 1
      }
    }
  }

  /// Ranks each row by its place in the list.
  mutating func rank(each ranks: [UInt32]) { self.ranks = ranks }

  /// Ranks each row by a number in which 0 is what is not known.
  mutating func rank(by numbers: Column<UInt16>) {
    numbers.withUnsafeBufferPointer { numbers in
      rank { numbers[$0] == 0 ? .max : UInt32(numbers[$0]) }
    }
  }

  /// Ranks each row by the rank of its code.
  mutating func rank(by codes: Codes, _ ranks: [UInt32]) {
    switch codes {
    case .narrow(let codes): rank(by: codes, ranks)
    case .medium(let codes): rank(by: codes, ranks)
    case .wide(let codes): rank(by: codes, ranks)
    }
  }

  private mutating func rank<Code: FixedWidthInteger>(by codes: Column<Code>, _ ranks: [UInt32]) {
    codes.withUnsafeBufferPointer { codes in
      ranks.withUnsafeBufferPointer { ranks in rank { ranks[Int(codes[$0])] } }
    }
  }

  /// The rows, the lowest ranks first or the highest; those of one rank keep their order, and what
  /// is not known comes last either way.
  func sorted(isReversed: Bool) -> [Int] {
    let known = ranks.reduce((least: UInt32.max, most: UInt32(0))) { found, rank in
      rank == .max ? found : (min(found.least, rank), max(found.most, rank))
    }
    // As near to 0 as may be, so that few digits are left.
    let unknown = known.least > known.most ? 0 : known.most - known.least + 1
    let keys = ranks.map { rank in
      rank == .max ? unknown : isReversed ? known.most - rank : rank - known.least
    }
    // Most columns have so few ranks that the first pass is the last.
    let all = 0..<UInt32(rows.count)
    guard unknown >> Self.digitBits > 0 else { return rows(in: all, by: keys, 0) }
    var order = Self.ordered(all, by: keys, 0) { $0 }
    var shift = Self.digitBits
    while unknown >> (shift + Self.digitBits) > 0 {
      order = Self.ordered(order, by: keys, shift) { $0 }
      shift += Self.digitBits
    }
    return rows(in: order, by: keys, shift)
  }

  private static let digitBits: UInt32 = 12

  private func rows(
    in order: some Collection<UInt32>, by keys: [UInt32], _ shift: UInt32
  ) -> [Int] {
    rows.withUnsafeBufferPointer { rows in
      Self.ordered(order, by: keys, shift) { Int(rows[Int($0)]) }
    }
  }

  /// One pass: how often each digit comes says where each row goes.
  /// - Parameter element: what stands for the place of a row in the list.
  @inline(__always)
  private static func ordered<Element>(
    _ order: some Collection<UInt32>, by keys: [UInt32], _ shift: UInt32,
    _ element: (UInt32) -> Element
  ) -> [Element] {
    let mask = UInt32(1) << digitBits - 1
    var starts = [Int](repeating: 0, count: Int(mask) + 2)
    for key in keys { starts[Int(key >> shift & mask) + 1] += 1 }
    for digit in 1..<starts.count { starts[digit] += starts[digit - 1] }
    return Array(unsafeUninitializedCapacity: keys.count) { buffer, count in
      keys.withUnsafeBufferPointer { keys in
        starts.withUnsafeMutableBufferPointer { starts in
          for place in order {
            let digit = Int(keys[Int(place)] >> shift & mask)
            buffer.initializeElement(at: starts[digit], to: element(place))
            starts[digit] += 1
          }
        }
      }
      count = keys.count
    }
  }
}
