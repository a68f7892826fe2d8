/// Some keys as one number for each row: the groups of a row in all keys, packed.
struct PackedKeys {
  /// What the code of a row in one column adds to its number: keys that are laid over the same
  /// column are one part.
  struct Part {
    let codes: Codes
    fileprivate(set) var numbers: [Int]
  }

  private let columns: [KeyColumn]
  /// The parts of which a number is the sum.
  private(set) var parts: [Part] = []
  /// How many numbers there can be; nil for more than a machine word counts.
  let size: Int?

  /// Packs keys for the weeks and dates of an event.
  init(_ columns: [KeyColumn], of event: Event = .end) {
    self.columns = columns
    var size: Int? = 1
    for column in columns.reversed() {
      let step = size ?? 0
      let count = max(1, column.values.count)
      let (product, isTooLarge) = step.multipliedReportingOverflow(by: count)
      size = size == nil || isTooLarge ? nil : product
      // A key of one value tells nothing apart.
      if count > 1 {
        Self.add(column.codes(of: event), column.groups.map { Int($0) &* step }, to: &parts)
      }
    }
    self.size = size
  }

  /// The codes of one column, each a number of its own.
  init(_ codes: Codes, count: Int) {
    columns = []
    parts = [Part(codes: codes, numbers: Array(0..<count))]
    size = count
  }

  private static func add(_ codes: Codes, _ numbers: [Int], to parts: inout [Part]) {
    guard let index = parts.firstIndex(where: { $0.codes.isSame(as: codes) }) else {
      parts.append(Part(codes: codes, numbers: numbers))
      return
    }
    for code in numbers.indices { parts[index].numbers[code] &+= numbers[code] }
  }

  /// The values of the keys under a number.
  func values(_ number: Int) -> [KeyValue] {
    var rest = number
    var values: [KeyValue] = []
    values.reserveCapacity(columns.count)
    for column in columns.reversed() {
      let size = max(1, column.values.count)
      values.append(column.values[rest % size])
      rest /= size
    }
    values.reverse()
    return values
  }

  /// Calls the body with some rows after the other and the number of each, which it may overwrite.
  @inline(__always)
  func forEachBlock(
    of rows: RowSet,
    _ body: (
      _ rows: UnsafeBufferPointer<UInt32>, _ numbers: UnsafeMutableBufferPointer<Int>
    ) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: RowSet.longestRun) { numbers in
      rows.forEachRun { rows in
        let numbers = UnsafeMutableBufferPointer(rebasing: numbers[..<rows.count])
        pack(rows, into: numbers)
        body(rows, numbers)
      }
    }
  }

  private func pack(
    _ rows: UnsafeBufferPointer<UInt32>, into numbers: UnsafeMutableBufferPointer<Int>
  ) {
    numbers.update(repeating: 0)
    for part in parts {
      switch part.codes {
      case .narrow(let codes): Self.add(codes, part.numbers, rows, to: numbers)
      case .medium(let codes): Self.add(codes, part.numbers, rows, to: numbers)
      case .wide(let codes): Self.add(codes, part.numbers, rows, to: numbers)
      }
    }
  }

  @inline(__always)
  private static func add<Code: FixedWidthInteger>(
    _ codes: Column<Code>, _ table: [Int], _ rows: UnsafeBufferPointer<UInt32>,
    to numbers: UnsafeMutableBufferPointer<Int>
  ) {
    table.withUnsafeBufferPointer { table in
      codes.withUnsafeBufferPointer { codes in
        for index in rows.indices { numbers[index] &+= table[Int(codes[Int(rows[index])])] }
      }
    }
  }
}
