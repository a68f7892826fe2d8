/// A column of small numbers being built: it widens when a number asks for it.
struct GrowingCodes: Sendable {
  private enum Numbers: Sendable {
    case narrow(GrowingColumn<UInt8>)
    case medium(GrowingColumn<UInt16>)
    case wide(GrowingColumn<UInt32>)
  }

  private var numbers = Numbers.narrow(GrowingColumn())
  /// For how many rows there shall be room when the column widens.
  private var capacity = 0

  /// An empty column.
  init() {}

  /// A column of numbers.
  init(_ numbers: [UInt32]) { append(contentsOf: numbers[...]) }

  /// How many rows there are.
  var count: Int { column.count }

  /// The number in a row.
  subscript(row: Int) -> Int { column[row] }

  /// The column as it stands.
  var column: Codes {
    switch numbers {
    case .narrow(let codes): .narrow(codes.column)
    case .medium(let codes): .medium(codes.column)
    case .wide(let codes): .wide(codes.column)
    }
  }

  /// Adds rows; the column widens when the largest number asks for it.
  mutating func append(contentsOf added: ArraySlice<UInt32>) {
    var largest: UInt32 = 0
    added.withUnsafeBufferPointer { for number in $0 { largest = max(largest, number) } }
    widen(for: largest)
    added.withUnsafeBufferPointer { added in
      append(added.count) { added[$0] }
    }
  }

  /// Adds one number for some rows.
  mutating func append(repeating number: UInt32, count: Int) {
    widen(for: number)
    append(count) { _ in number }
  }

  /// Adds rows up to a count, all with number 0, for a column that a file does not have.
  mutating func pad(to count: Int) {
    guard self.count < count else { return }
    append(repeating: 0, count: count - self.count)
  }

  /// Makes room for so many rows altogether.
  mutating func reserve(_ capacity: Int) {
    self.capacity = max(self.capacity, capacity)
    change {
      $0.reserve(capacity)
    } medium: {
      $0.reserve(capacity)
    } wide: {
      $0.reserve(capacity)
    }
  }

  @inline(__always)
  private mutating func append(_ count: Int, _ number: (Int) -> UInt32) {
    change { codes in
      codes.append(count) { room in
        for row in room.indices { room[row] = UInt8(truncatingIfNeeded: number(row)) }
      }
    } medium: { codes in
      codes.append(count) { room in
        for row in room.indices { room[row] = UInt16(truncatingIfNeeded: number(row)) }
      }
    } wide: { codes in
      codes.append(count) { room in for row in room.indices { room[row] = number(row) } }
    }
  }

  @inline(__always)
  private mutating func change(
    _ narrow: (inout GrowingColumn<UInt8>) -> Void,
    medium: (inout GrowingColumn<UInt16>) -> Void, wide: (inout GrowingColumn<UInt32>) -> Void
  ) {
    switch numbers {
    case .narrow(var codes):
      narrow(&codes)
      numbers = .narrow(codes)
    case .medium(var codes):
      medium(&codes)
      numbers = .medium(codes)
    case .wide(var codes):
      wide(&codes)
      numbers = .wide(codes)
    }
  }

  private mutating func widen(for number: UInt32) {
    let isWide = number > UInt16.max
    guard isWide || number > UInt8.max else { return }
    switch numbers {
    case .narrow(let codes):
      numbers = isWide ? .wide(widened(codes)) : .medium(widened(codes))
    case .medium(let codes):
      if isWide { numbers = .wide(widened(codes)) }
    case .wide: break
    }
  }

  private func widened<Narrow, Wide>(_ codes: GrowingColumn<Narrow>) -> GrowingColumn<Wide> {
    var wider = GrowingColumn<Wide>()
    wider.reserve(max(capacity, codes.count))
    codes.column.withUnsafeBufferPointer { narrow in
      wider.append(narrow.count) { room in
        for row in room.indices { room[row] = Wide(truncatingIfNeeded: narrow[row]) }
      }
    }
    return wider
  }
}
