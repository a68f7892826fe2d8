/// Some keys as one number for each row: the groups of a row in all keys, packed.
struct PackedKeys {
  private let columns: [KeyColumn]
  private let event: Event
  /// How many numbers there can be; nil for more than a machine word counts.
  let size: Int?

  /// Packs keys for the weeks and dates of an event.
  init(_ columns: [KeyColumn], of event: Event = .end) {
    self.columns = columns
    self.event = event
    size = columns.reduce(1) { size, column in
      let (product, isTooLarge) = (size ?? 0).multipliedReportingOverflow(
        by: max(1, column.values.count))
      return size == nil || isTooLarge ? nil : product
    }
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

  /// Calls the body with some rows after the other and the number of each.
  @inline(__always)
  func forEachBlock(
    of rows: RowSet,
    _ body: (_ rows: UnsafeBufferPointer<UInt32>, _ numbers: UnsafeBufferPointer<Int>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: RowSet.longestRun) { numbers in
      rows.forEachRun { rows in
        let numbers = UnsafeMutableBufferPointer(rebasing: numbers[..<rows.count])
        pack(rows, into: numbers)
        body(rows, UnsafeBufferPointer(numbers))
      }
    }
  }

  private func pack(
    _ rows: UnsafeBufferPointer<UInt32>, into numbers: UnsafeMutableBufferPointer<Int>
  ) {
    numbers.update(repeating: 0)
    // A key of one value tells nothing apart.
    for column in columns where column.values.count > 1 {
      let size = column.values.count
      switch column.codes(of: event) {
      case .narrow(let codes): Self.pack(codes, column.groups, size, rows, into: numbers)
      case .medium(let codes): Self.pack(codes, column.groups, size, rows, into: numbers)
      case .wide(let codes): Self.pack(codes, column.groups, size, rows, into: numbers)
      }
    }
  }

  @inline(__always)
  private static func pack<Code: FixedWidthInteger>(
    _ codes: Column<Code>, _ groups: [UInt32], _ size: Int, _ rows: UnsafeBufferPointer<UInt32>,
    into numbers: UnsafeMutableBufferPointer<Int>
  ) {
    groups.withUnsafeBufferPointer { groups in
      codes.withUnsafeBufferPointer { codes in
        for index in rows.indices {
          let group = Int(groups[Int(codes[Int(rows[index])])])
          numbers[index] = numbers[index] &* size &+ group
        }
      }
    }
  }
}
