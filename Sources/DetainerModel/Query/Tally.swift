/// Detainers summed up by group: eight counters for each group that some keys can make.
struct Tally {
  /// What the counters hold beside the outcomes, which come first.
  enum Part {
    static let listed = Outcome.codeCount
    static let issued = Outcome.codeCount + 1
  }

  /// More groups than this are numbered as they come, in place of one slot for each there can be.
  private static let mostSlots = 1 << 18
  /// Each worker makes counters for so many groups, at the most.
  private static let mostForEach = 1 << 13

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

  /// Sums up all rows of built reports.
  /// - Parameter issues: the same keys for the weeks and dates of issue.
  init(allOf dataset: Dataset, _ keys: PackedKeys, issues: PackedKeys) {
    let table = dataset.table
    self.init(keys, of: table)
    add(
      outcomesOf: dataset.builtRows.all ?? RowSet(universe: table.rowCount, all: true), keys,
      issues: issues)
  }

  /// Puts together what is summed up for each code of the column that decides the group; nil where
  /// that is not so, or groups are numbered as they come.
  init?(_ sums: [SIMD8<Int>], by keys: PackedKeys, of table: DetainerTable) {
    self.init(keys, of: table)
    let numbers = keys.parts.first?.numbers ?? Array(repeating: 0, count: sums.count)
    guard slots == nil, keys.parts.count <= 1, numbers.count == sums.count else { return nil }
    for (number, sum) in zip(numbers, sums) { counters[number] &+= sum }
  }

  /// The counters of a group by its number.
  subscript(number: Int) -> SIMD8<Int> {
    guard let slots else { return counters[number] }
    return slots.known(number).map { counters[$0] } ?? .zero
  }

  /// Adds the detainers of some rows to one counter of their groups, or takes them away.
  mutating func add(_ rows: RowSet, _ keys: PackedKeys, to part: Int, times sign: Int = 1) {
    if addAtOnce(rows, keys, outcomes: nil, part: part, sign) { return }
    keys.forEachBlock(of: rows) { rows, places in
      for index in places.indices { places[index] = places[index] &* 8 &+ part }
      add(rows, at: places, sign)
    }
  }

  /// Adds rows to the counters of their outcomes and, where a release counts by lift date, to those of
  /// what was issued: detainers are then issued in one week and end in another.
  mutating func add(
    outcomesOf counted: RowSet, issued: RowSet? = nil, _ keys: PackedKeys, issues: PackedKeys,
    times sign: Int = 1
  ) {
    addOutcomes(counted, keys, times: sign)
    guard table.countsByLiftDate else { return }
    add(issued ?? counted, issues, to: Part.issued, times: sign)
  }

  /// Adds the detainers of some rows to the counters of their outcomes, or takes them away.
  private mutating func addOutcomes(_ rows: RowSet, _ keys: PackedKeys, times sign: Int = 1) {
    if addAtOnce(rows, keys, outcomes: table.outcome, part: 0, sign) { return }
    table.outcome.withUnsafeBufferPointer { outcomes in
      keys.forEachBlock(of: rows) { rows, places in
        for index in places.indices {
          places[index] = places[index] &* 8 &+ Int(outcomes[Int(rows[index])])
        }
        add(rows, at: places, sign)
      }
    }
  }

  /// Calls the body with each group that has detainers and its counters.
  func forEach(_ body: (_ number: Int, _ counters: SIMD8<Int>) -> Void) {
    for slot in counters.indices where counters[slot] != .zero {
      body(slots?.numbers[slot] ?? slot, counters[slot])
    }
  }

  /// Adds rows where one column decides the group and each row is one detainer, as nearly always.
  private mutating func addAtOnce(
    _ rows: RowSet, _ keys: PackedKeys, outcomes: Column<UInt8>?, part: Int, _ sign: Int
  ) -> Bool {
    guard slots == nil, table.counts.isEmpty, keys.parts.count == 1 else { return false }
    let numbers = keys.parts[0].numbers
    switch keys.parts[0].codes {
    case .narrow(let codes): addAtOnce(rows, codes, numbers, outcomes, part, sign)
    case .medium(let codes): addAtOnce(rows, codes, numbers, outcomes, part, sign)
    case .wide(let codes): addAtOnce(rows, codes, numbers, outcomes, part, sign)
    }
    return true
  }

  private mutating func addAtOnce<Code: FixedWidthInteger & Sendable>(
    _ rows: RowSet, _ codes: Column<Code>, _ numbers: [Int], _ outcomes: Column<UInt8>?,
    _ part: Int, _ sign: Int
  ) {
    let parts = table.workers.parts(of: rows.positions.count)
    let count = counters.count
    guard parts.count > 1, count <= Self.mostForEach else {
      return Self.add(
        rows, in: rows.positions, codes, numbers, outcomes, part, sign, to: &counters)
    }
    let sums = table.workers.map(parts) { positions in
      var sums = Array(repeating: SIMD8<Int>.zero, count: count)
      Self.add(rows, in: positions, codes, numbers, outcomes, part, sign, to: &sums)
      return sums
    }
    for sum in sums { for group in sum.indices { counters[group] &+= sum[group] } }
  }

  private static func add<Code: FixedWidthInteger>(
    _ rows: RowSet, in positions: Range<Int>, _ codes: Column<Code>, _ numbers: [Int],
    _ outcomes: Column<UInt8>?, _ part: Int, _ sign: Int, to counters: inout [SIMD8<Int>]
  ) {
    counters.withUnsafeMutableBytes { counters in
      let counters = counters.bindMemory(to: Int.self)
      numbers.withUnsafeBufferPointer { numbers in
        codes.withUnsafeBufferPointer { codes in
          guard let outcomes else {
            rows.forEach(in: positions) { row in
              counters[numbers[Int(codes[row])] &* 8 &+ part] &+= sign
            }
            return
          }
          outcomes.withUnsafeBufferPointer { outcomes in
            rows.forEach(in: positions) { row in
              counters[numbers[Int(codes[row])] &* 8 &+ Int(outcomes[row])] &+= sign
            }
          }
        }
      }
    }
  }

  /// Adds rows to the counters at places: the number of the group and the part below eight.
  private mutating func add(
    _ rows: UnsafeBufferPointer<UInt32>, at places: UnsafeMutableBufferPointer<Int>,
    _ sign: Int
  ) {
    if slots != nil {
      for index in places.indices {
        let slot = slots?.slot(of: places[index] >> 3) ?? 0
        if slot == counters.count { counters.append(.zero) }
        places[index] = slot << 3 | places[index] & 7
      }
    }
    counters.withUnsafeMutableBytes { counters in
      let counters = counters.bindMemory(to: Int.self)
      if table.counts.isEmpty {
        for place in places { counters[place] &+= sign }
      } else {
        table.counts.withUnsafeBufferPointer { counts in
          for index in places.indices {
            counters[places[index]] &+= sign &* Int(counts[Int(rows[index])])
          }
        }
      }
    }
  }
}

/// Numbers in the order in which they came, found again by hashing.
struct NumberTable {
  /// The numbers, each in its slot.
  private(set) var numbers: [Int] = []
  private var slots = HashTable<UInt32>(capacity: 512)

  /// The slot of a number that has come; nil for the others.
  func known(_ number: Int) -> Int? {
    slots.first(Self.hash(number), where: { numbers[Int($0)] == number }).map { Int($0) }
  }

  /// The slot of a number; a new one gets the next.
  @inline(__always)
  mutating func slot(of number: Int) -> Int {
    if let slot = slots.first(Self.hash(number), where: { numbers[Int($0)] == number }) {
      return Int(slot)
    }
    numbers.append(number)
    slots.insert(UInt32(truncatingIfNeeded: numbers.count - 1)) { [numbers] slot in
      Self.hash(numbers[Int(slot)])
    }
    return numbers.count - 1
  }

  @inline(__always)
  private static func hash(_ number: Int) -> UInt64 {
    // The multiplier of Fibonacci hashing; its high bits are the well-mixed ones.
    (UInt64(bitPattern: Int64(number)) &* 0x9E37_79B9_7F4A_7C15) >> 24
  }
}
