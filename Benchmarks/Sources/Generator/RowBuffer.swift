/// The bytes of the rows that are waiting to be written.
struct RowBuffer: ~Copyable {
  private let storage: UnsafeMutableRawBufferPointer
  private(set) var count = 0
  let delimiter: UInt8

  /// `capacity` is in bytes; the owner empties the buffer while at least one row has room.
  init(capacity: Int, delimiter: UInt8) {
    storage = .allocate(byteCount: capacity, alignment: 1)
    self.delimiter = delimiter
  }

  deinit {
    storage.deallocate()
  }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: storage[..<count]) }

  /// How many bytes fit before the buffer must be emptied.
  var room: Int { storage.count - count }

  mutating func removeAll() {
    count = 0
  }

  /// Takes back what was put from `start` on.
  mutating func remove(from start: Int) {
    count = start
  }

  mutating func put(_ byte: UInt8) {
    storage[count] = byte
    count += 1
  }

  mutating func put(_ values: FieldTexts, _ index: Int) {
    let range = values[index]
    values.bytes.withUnsafeBytes { source in
      put(UnsafeRawBufferPointer(rebasing: source[range]))
    }
  }

  mutating func put(_ text: StaticString) {
    put(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func put(_ source: UnsafeRawBufferPointer) {
    guard let from = source.baseAddress, let to = storage.baseAddress else { return }
    precondition(source.count <= room, "the row buffer is full")
    (to + count).copyMemory(from: from, byteCount: source.count)
    count += source.count
  }

  mutating func put(_ text: String) {
    var text = text
    text.withUTF8 { put(UnsafeRawBufferPointer($0)) }
  }

  mutating func put(_ number: Int) {
    if number >= 10 { put(number / 10) }
    put(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// Sixteen hexadecimal digits of a word, or as many of its highest as asked for.
  mutating func put(hexadecimal word: UInt64, digits: Int) {
    var rest = word
    for _ in 0..<digits {
      let digit = UInt8(truncatingIfNeeded: rest >> 60)
      put(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      rest <<= 4
    }
  }
}
