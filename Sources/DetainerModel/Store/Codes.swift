/// A column of small numbers, as narrow as its largest one allows.
public enum Codes: Sendable {
  case narrow([UInt8])
  case medium([UInt16])
  case wide([UInt32])

  /// An empty column.
  public init() { self = .narrow([]) }

  /// How many rows there are.
  public var count: Int {
    switch self {
    case .narrow(let codes): codes.count
    case .medium(let codes): codes.count
    case .wide(let codes): codes.count
    }
  }

  /// The number in a row; the column widens when a new number asks for it.
  public subscript(row: Int) -> Int {
    get {
      switch self {
      case .narrow(let codes): Int(codes[row])
      case .medium(let codes): Int(codes[row])
      case .wide(let codes): Int(codes[row])
      }
    }
    set {
      switch self {
      case .narrow(var codes) where newValue <= UInt8.max:
        self = .narrow([])
        codes[row] = UInt8(truncatingIfNeeded: newValue)
        self = .narrow(codes)
      case .medium(var codes) where newValue <= UInt16.max:
        self = .medium([])
        codes[row] = UInt16(truncatingIfNeeded: newValue)
        self = .medium(codes)
      case .narrow(let codes) where newValue <= UInt16.max:
        self = .medium(codes.map(UInt16.init))
        self[row] = newValue
      case .narrow(let codes):
        self = .wide(codes.map(UInt32.init))
        self[row] = newValue
      case .medium(let codes):
        self = .wide(codes.map(UInt32.init))
        self[row] = newValue
      case .wide(var codes):
        self = .wide([])
        codes[row] = UInt32(truncatingIfNeeded: newValue)
        self = .wide(codes)
      }
    }
  }

  /// Adds a row; the column widens when the number asks for it.
  public mutating func append(_ code: Int) {
    switch self {
    case .narrow(var codes) where code <= UInt8.max:
      self = .narrow([])
      codes.append(UInt8(truncatingIfNeeded: code))
      self = .narrow(codes)
    case .narrow(let codes) where code <= UInt16.max:
      self = .medium(codes.map(UInt16.init) + [UInt16(truncatingIfNeeded: code)])
    case .narrow(let codes):
      self = .wide(codes.map(UInt32.init) + [UInt32(truncatingIfNeeded: code)])
    case .medium(var codes) where code <= UInt16.max:
      self = .medium([])
      codes.append(UInt16(truncatingIfNeeded: code))
      self = .medium(codes)
    case .medium(let codes):
      self = .wide(codes.map(UInt32.init) + [UInt32(truncatingIfNeeded: code)])
    case .wide(var codes):
      self = .wide([])
      codes.append(UInt32(truncatingIfNeeded: code))
      self = .wide(codes)
    }
  }

  /// Adds rows up to a count, all with number 0, for a column that a file does not have.
  public mutating func pad(to count: Int) {
    guard self.count < count else { return }
    switch self {
    case .narrow(let codes): self = .narrow(codes + Array(repeating: 0, count: count - codes.count))
    case .medium(let codes): self = .medium(codes + Array(repeating: 0, count: count - codes.count))
    case .wide(let codes): self = .wide(codes + Array(repeating: 0, count: count - codes.count))
    }
  }
}
