/// Why a snapshot is not used: whatever the doubt, the files are read again.
struct SnapshotDoubt: Error {}

/// What can be a part of a snapshot: written and read back field by field, in one order.
protocol SnapshotPart {
  init(from parts: inout PartReader) throws(SnapshotDoubt)
  func write(to parts: inout PartWriter)
}

/// Lays parts one behind the other: numbers short where they are small, each text once.
struct PartWriter {
  private var bytes: [UInt8] = []
  private var texts: [String] = []
  /// The numbers of the texts by their bytes: equal texts may be spelled in different ones.
  private var numbers: [[UInt8]: Int] = [:]

  mutating func add(_ part: some SnapshotPart) { part.write(to: &self) }

  mutating func add(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func add(text: String) {
    let key = Array(text.utf8)
    let number = numbers[key] ?? texts.count
    if number == texts.count {
      numbers[key] = number
      texts.append(text)
    }
    add(UInt64(number))
  }

  /// The texts, and the parts behind them.
  var contents: [UInt8] {
    var head = PartWriter()
    head.add(UInt64(texts.count))
    for text in texts {
      head.add(UInt64(text.utf8.count))
      head.bytes.append(contentsOf: text.utf8)
    }
    return head.bytes + bytes
  }
}

/// Reads parts back; what cannot be, for lengths beyond the end or numbers of no text, is a doubt.
struct PartReader {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0
  private var texts: [String] = []

  init(_ bytes: UnsafeRawBufferPointer) throws(SnapshotDoubt) {
    self.bytes = bytes
    let count = try length()
    texts.reserveCapacity(count)
    for _ in 0..<count {
      let size = try length()
      let text = UnsafeRawBufferPointer(rebasing: bytes[position..<position + size])
      texts.append(String(decoding: text, as: UTF8.self))
      position += size
    }
  }

  mutating func read<Part: SnapshotPart>() throws(SnapshotDoubt) -> Part {
    try Part(from: &self)
  }

  mutating func number() throws(SnapshotDoubt) -> UInt64 {
    var (number, shift) = (UInt64(0), UInt64(0))
    while position < bytes.count, shift < 64 {
      let byte = bytes[position]
      position += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    throw SnapshotDoubt()
  }

  mutating func text() throws(SnapshotDoubt) -> String {
    let number = try number()
    guard number < UInt64(texts.count) else { throw SnapshotDoubt() }
    return texts[Int(number)]
  }

  /// How many things of a byte or more follow, which cannot be more than there are bytes.
  mutating func length() throws(SnapshotDoubt) -> Int {
    let number = try number()
    guard number <= UInt64(bytes.count - position) else { throw SnapshotDoubt() }
    return Int(number)
  }
}

extension UInt64: SnapshotPart {
  init(from parts: inout PartReader) throws(SnapshotDoubt) { self = try parts.number() }
  func write(to parts: inout PartWriter) { parts.add(self) }
}

extension Int: SnapshotPart {
  init(from parts: inout PartReader) throws(SnapshotDoubt) {
    self = Int(bitPattern: UInt(try parts.number()))
  }
  func write(to parts: inout PartWriter) { parts.add(UInt64(UInt(bitPattern: self))) }
}

extension UInt8: SnapshotPart {
  init(from parts: inout PartReader) throws(SnapshotDoubt) {
    self = UInt8(truncatingIfNeeded: try parts.number())
  }
  func write(to parts: inout PartWriter) { parts.add(UInt64(self)) }
}

extension Bool: SnapshotPart {
  init(from parts: inout PartReader) throws(SnapshotDoubt) { self = try parts.number() != 0 }
  func write(to parts: inout PartWriter) { parts.add(UInt64(self ? 1 : 0)) }
}

extension String: SnapshotPart {
  init(from parts: inout PartReader) throws(SnapshotDoubt) { self = try parts.text() }
  func write(to parts: inout PartWriter) { parts.add(text: self) }
}

extension Optional: SnapshotPart where Wrapped: SnapshotPart {
  init(from parts: inout PartReader) throws(SnapshotDoubt) {
    self = try parts.number() == 0 ? nil : try Wrapped(from: &parts)
  }
  func write(to parts: inout PartWriter) {
    parts.add(UInt64(self == nil ? 0 : 1))
    if let self { self.write(to: &parts) }
  }
}

extension Array: SnapshotPart where Element: SnapshotPart {
  init(from parts: inout PartReader) throws(SnapshotDoubt) {
    let count = try parts.length()
    self.init()
    reserveCapacity(count)
    for _ in 0..<count { append(try Element(from: &parts)) }
  }
  func write(to parts: inout PartWriter) {
    parts.add(UInt64(count))
    for element in self { element.write(to: &parts) }
  }
}

extension SnapshotPart where Self: RawRepresentable, RawValue: SnapshotPart {
  init(from parts: inout PartReader) throws(SnapshotDoubt) {
    guard let value = Self(rawValue: try RawValue(from: &parts)) else { throw SnapshotDoubt() }
    self = value
  }
  func write(to parts: inout PartWriter) { rawValue.write(to: &parts) }
}
