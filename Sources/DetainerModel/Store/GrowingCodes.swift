/// A column of small numbers on its way: it widens when a number asks for it.
public enum GrowingCodes: Sendable {
  case narrow([UInt8])
  case medium([UInt16])
  case wide([UInt32])

  /// An empty column.
  public init() { self = .narrow([]) }

  /// A column of numbers.
  public init(_ numbers: [UInt32]) {
    self.init()
    append(contentsOf: numbers)
  }

  /// How many rows there are.
  public var count: Int {
    switch self {
    case .narrow(let codes): codes.count
    case .medium(let codes): codes.count
    case .wide(let codes): codes.count
    }
  }

  /// Adds rows; the column widens when the largest number asks for it.
  public mutating func append(contentsOf numbers: some Collection<UInt32>) {
    widen(for: numbers.max() ?? 0)
    switch self {
    case .narrow(var codes):
      // Taken out first: a second owner would make every block copy the whole column.
      self = .narrow([])
      codes.append(contentsOf: numbers.lazy.map { UInt8(truncatingIfNeeded: $0) })
      self = .narrow(codes)
    case .medium(var codes):
      self = .narrow([])
      codes.append(contentsOf: numbers.lazy.map { UInt16(truncatingIfNeeded: $0) })
      self = .medium(codes)
    case .wide(var codes):
      self = .narrow([])
      codes.append(contentsOf: numbers)
      self = .wide(codes)
    }
  }

  /// Adds rows up to a count, all with number 0, for a column that a file does not have.
  public mutating func pad(to count: Int) {
    guard self.count < count else { return }
    append(contentsOf: repeatElement(0, count: count - self.count))
  }

  /// The number in a row.
  public subscript(row: Int) -> Int {
    switch self {
    case .narrow(let codes): Int(codes[row])
    case .medium(let codes): Int(codes[row])
    case .wide(let codes): Int(codes[row])
    }
  }

  /// The column as it stands, in memory of its own.
  public var column: Codes {
    switch self {
    case .narrow(let codes): .narrow(Column(codes))
    case .medium(let codes): .medium(Column(codes))
    case .wide(let codes): .wide(Column(codes))
    }
  }

  private mutating func widen(for number: UInt32) {
    switch self {
    case .narrow(let codes) where number > UInt16.max: self = .wide(codes.map(UInt32.init))
    case .narrow(let codes) where number > UInt8.max: self = .medium(codes.map(UInt16.init))
    case .medium(let codes) where number > UInt16.max: self = .wide(codes.map(UInt32.init))
    default: break
    }
  }
}
