/// Lays numbers and texts one after the other.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ number: Int) {
    Swift.withUnsafeBytes(of: Int64(number).littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ number: UInt64) { write(Int(bitPattern: UInt(number))) }

  /// Writes a number that is seldom large in as few bytes as it needs, seven bits in each.
  mutating func write(small number: Int) {
    var rest = UInt(bitPattern: number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func write<Element>(_ list: [Element], _ each: (inout ByteWriter, Element) -> Void) {
    write(list.count)
    for element in list { each(&self, element) }
  }

  mutating func write(_ texts: [String]) { write(texts) { $0.write($1) } }

  /// A number that may be missing; `Int.min` is none that is ever written.
  mutating func write(_ number: Int?) { write(number ?? .min) }
}

/// Reads what a ``ByteWriter`` wrote; where it cannot have been written so, everything that is read
/// is empty and ``isBroken`` says so.
struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  /// Where the next value stands.
  private(set) var position: Int
  private(set) var isBroken = false

  init(_ bytes: UnsafeRawBufferPointer, from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// Whether everything was read, and nothing was missing.
  var isAtEnd: Bool { !isBroken && position == bytes.count }

  mutating func int() -> Int {
    guard let part = take(8) else { return 0 }
    return Int(Int64(littleEndian: part.loadUnaligned(as: Int64.self)))
  }

  mutating func uint64() -> UInt64 { UInt64(UInt(bitPattern: int())) }

  /// Reads what was written as a small number.
  mutating func smallInt() -> Int {
    var (number, shift): (UInt, UInt) = (0, 0)
    while !isBroken, shift < 64, position < bytes.count {
      let byte = bytes[position]
      position += 1
      number |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: number) }
      shift += 7
    }
    isBroken = true
    return 0
  }

  mutating func text() -> String {
    take(int()).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// - Parameter leastSize: the fewest bytes that each element has; no list can have more of them
  ///   than there are bytes.
  mutating func list<Element>(
    leastSize: Int = 8, _ each: (inout ByteReader) -> Element
  ) -> [Element] {
    let count = int()
    guard !isBroken, count >= 0, count <= (bytes.count - position) / leastSize else {
      isBroken = true
      return []
    }
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count where !isBroken { list.append(each(&self)) }
    return list
  }

  mutating func texts() -> [String] { list { $0.text() } }

  mutating func optionalInt() -> Int? {
    let number = int()
    return number == .min ? nil : number
  }

  /// Reads a value that is written as its raw value.
  mutating func value<Value: RawRepresentable>(_ fallback: Value) -> Value
  where Value.RawValue: BinaryInteger {
    guard let raw = Value.RawValue(exactly: int()), let value = Value(rawValue: raw) else {
      isBroken = true
      return fallback
    }
    return value
  }

  /// The value that a text names.
  mutating func value<Value: RawRepresentable>(_ fallback: Value, named text: String) -> Value
  where Value.RawValue == String {
    if let value = Value(rawValue: text) { return value }
    isBroken = true
    return fallback
  }

  private mutating func take(_ count: Int) -> UnsafeRawBufferPointer? {
    guard !isBroken, count >= 0, count <= bytes.count - position else {
      isBroken = true
      return nil
    }
    defer { position += count }
    return UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
  }
}
