/// Detainers summed up by group: eight counters for each group that some keys can make.
struct Tally {
  /// What the counters hold beside the outcomes, which come first.
  enum Part {
    static let listed = 5
    static let issued = 6
    /// Detainers of releases that count by lift date.
    static let byLiftDate = 7
  }

  /// More groups than this are numbered as they come, in place of one slot for each there can be.
  private static let mostSlots = 1 << 18

  private let table: DetainerTable
  private var counters: [SIMD8<Int>] = []
  /// The slot of each number that has come; nil where number and slot are the same.
  private var slots: NumberTable?

  /// Makes room for as many groups as the keys make.
  init(_ keys: PackedKeys, of table: DetainerTable) {
    self.table = table
    if let size = keys.size, size <= Self.mostSlots {
      counters = Array(repeating: .zero, count: size)
    } else {
      slots = NumberTable()
    }
  }

  /// Adds the detainers of some rows to one counter of their groups.
  mutating func add(_ rows: RowSet, _ keys: PackedKeys, to part: Int) {
    add(rows, keys) { _ in part }
  }

  /// Adds the detainers of some rows to the counters of their outcomes.
  mutating func addOutcomes(_ rows: RowSet, _ keys: PackedKeys) {
    table.outcome.withUnsafeBufferPointer { outcome in add(rows, keys) { Int(outcome[$0]) } }
  }

  /// Calls the body with each group that has detainers and its counters.
  func forEach(_ body: (_ number: Int, _ counters: SIMD8<Int>) -> Void) {
    for slot in counters.indices where counters[slot] != .zero {
      body(slots?.numbers[slot] ?? slot, counters[slot])
    }
  }

  @inline(__always)
  private mutating func add(_ rows: RowSet, _ keys: PackedKeys, part: (Int) -> Int) {
    if table.counts.isEmpty {
      add(rows, keys, part: part) { _ in 1 }
    } else {
      table.counts.withUnsafeBufferPointer { counts in
        add(rows, keys, part: part) { Int(counts[$0]) }
      }
    }
  }

  @inline(__always)
  private mutating func add(
    _ rows: RowSet, _ keys: PackedKeys, part: (Int) -> Int, count: (Int) -> Int
  ) {
    guard slots != nil else {
      counters.withUnsafeMutableBytes { counters in
        let counters = counters.bindMemory(to: Int.self)
        keys.forEachBlock(of: rows) { rows, numbers in
          for index in rows.indices {
            let row = Int(rows[index])
            counters[numbers[index] &* 8 &+ part(row)] &+= count(row)
          }
        }
      }
      return
    }
    keys.forEachBlock(of: rows) { rows, numbers in
      for index in rows.indices {
        let row = Int(rows[index])
        let slot = slots?.slot(of: numbers[index]) ?? 0
        if slot == counters.count { counters.append(.zero) }
        counters[slot][part(row)] &+= count(row)
      }
    }
  }
}

/// Numbers in the order in which they came, found again by hashing.
struct NumberTable {
  /// The numbers, each in its slot.
  private(set) var numbers: [Int] = []
  /// For each place of the hash one more than the slot; 0 where none is.
  private var places: [UInt32] = Array(repeating: 0, count: 1024)

  /// The slot of a number; a new one gets the next.
  @inline(__always)
  mutating func slot(of number: Int) -> Int {
    var place = Self.hash(number) & (places.count - 1)
    while places[place] != 0 {
      let slot = Int(places[place]) - 1
      if numbers[slot] == number { return slot }
      place = (place + 1) & (places.count - 1)
    }
    numbers.append(number)
    places[place] = UInt32(truncatingIfNeeded: numbers.count)
    if numbers.count * 2 > places.count { grow() }
    return numbers.count - 1
  }

  private mutating func grow() {
    places = Array(repeating: 0, count: places.count * 4)
    for slot in numbers.indices {
      var place = Self.hash(numbers[slot]) & (places.count - 1)
      while places[place] != 0 { place = (place + 1) & (places.count - 1) }
      places[place] = UInt32(truncatingIfNeeded: slot + 1)
    }
  }

  @inline(__always)
  private static func hash(_ number: Int) -> Int {
    // The multiplier of Fibonacci hashing; its high bits are the well-mixed ones.
    Int(truncatingIfNeeded: (UInt64(bitPattern: Int64(number)) &* 0x9E37_79B9_7F4A_7C15) >> 24)
  }
}
