import Text

/// The cells of one row as the bytes of their plain texts, in memory that is used again and again:
/// millions of rows go out without a string for each of their cells.
public struct RowBuffer: ~Copyable {
  /// What a cell is, as ``Value`` has it.
  public enum Kind: Sendable { case missing, text, integer, fraction }

  private struct Cell {
    let kind: Kind
    let start: Int
    let end: Int
    /// The bits of a number.
    var bits: UInt64 = 0
  }

  private var cells: [Cell] = []
  private var memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 10, alignment: 16)
  private var used = 0

  /// Makes a buffer of no cells.
  public init() {}

  deinit { memory.deallocate() }

  /// How many cells there are.
  public var count: Int { cells.count }

  /// What a cell is.
  public func kind(_ cell: Int) -> Kind { cells[cell].kind }

  /// The plain text of a cell as UTF-8, empty for a missing one; not to be used after the next
  /// change.
  public func bytes(_ cell: Int) -> UnsafeRawBufferPointer {
    let cell = cells[cell]
    return UnsafeRawBufferPointer(rebasing: memory[cell.start..<cell.end])
  }

  /// The plain text of a cell.
  public func text(_ cell: Int) -> String { String(decoding: bytes(cell), as: UTF8.self) }

  /// The number of a cell that is one; 0 for others.
  public func integer(_ cell: Int) -> Int { Int(truncatingIfNeeded: cells[cell].bits) }

  /// The cell as a value.
  public func value(_ cell: Int) -> Value {
    switch kind(cell) {
    case .missing: .missing
    case .text: .text(text(cell))
    case .integer: .integer(integer(cell))
    case .fraction: .fraction(Double(bitPattern: cells[cell].bits))
    }
  }

  // MARK: Adding cells

  /// Forgets all cells.
  public mutating func removeAll() {
    cells.removeAll(keepingCapacity: true)
    used = 0
  }

  /// Adds a cell.
  public mutating func append(_ value: Value) {
    switch value {
    case .missing: appendMissing()
    case .text(let text): append(text: text)
    case .integer(let number):
      let start = used
      put(String(number))
      add(.integer, from: start, UInt64(truncatingIfNeeded: number))
    case .fraction(let share):
      let start = used
      put(value.plainText)
      add(.fraction, from: start, share.bitPattern)
    }
  }

  /// Adds a cell that is not known.
  mutating func appendMissing() { add(.missing, from: used) }

  /// Adds a text, which may be empty.
  mutating func append(text: String) {
    let start = used
    put(text)
    add(.text, from: start)
  }

  /// Adds a text, or nothing where it is empty.
  mutating func append(_ text: String) {
    text.isEmpty ? appendMissing() : append(text: text)
  }

  /// Adds a text, or nothing where it is empty; what is no UTF-8 is repaired as in a string.
  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    if bytes.isEmpty { return appendMissing() }
    guard bytes.isASCII else { return append(text: String(decoding: bytes, as: UTF8.self)) }
    let start = used
    put(bytes)
    add(.text, from: start)
  }

  /// Adds a date, or nothing where it is not known.
  mutating func append(_ day: Day) {
    guard day.isKnown else { return appendMissing() }
    let (year, month, number) = day.civil
    guard (1000...9999).contains(year) else { return append(text: day.iso) }
    reserve(10)
    func digits(_ number: Int, _ places: (Int, Int)) {
      memory[used + places.0] = UInt8(truncatingIfNeeded: 0x30 + number / 10)
      memory[used + places.1] = UInt8(truncatingIfNeeded: 0x30 + number % 10)
    }
    digits(year / 100, (0, 1))
    digits(year % 100, (2, 3))
    digits(month, (5, 6))
    digits(number, (8, 9))
    memory[used + 4] = 0x2D
    memory[used + 7] = 0x2D
    used += 10
    add(.text, from: used - 10)
  }

  // MARK: Changing cells

  /// Keeps the cells at these places, in their order.
  mutating func keep(_ places: [Int]) { cells = places.map { cells[$0] } }

  /// Makes it so many cells, whatever the maker of the row did.
  mutating func fit(_ count: Int) {
    if cells.count > count { cells.removeLast(cells.count - count) }
    while cells.count < count { appendMissing() }
  }

  /// Takes all control characters out of the texts.
  mutating func makeHarmless() {
    for index in cells.indices
    where cells[index].kind == .text && !bytes(index).isPrintableASCII {
      let start = used
      put(harmless(text(index)))
      cells[index] = Cell(kind: .text, start: start, end: used)
    }
  }

  private mutating func add(_ kind: Kind, from start: Int, _ bits: UInt64 = 0) {
    cells.append(Cell(kind: kind, start: start, end: used, bits: bits))
  }

  private mutating func put(_ text: String) {
    var text = text
    text.withUTF8 { put(UnsafeRawBufferPointer($0)) }
  }

  private mutating func put(_ bytes: UnsafeRawBufferPointer) {
    reserve(bytes.count)
    UnsafeMutableRawBufferPointer(rebasing: memory[used...]).copyMemory(from: bytes)
    used += bytes.count
  }

  private mutating func reserve(_ more: Int) {
    guard memory.count - used < more else { return }
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(memory.count * 2, used + more), alignment: 16)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[..<used]))
    memory.deallocate()
    memory = larger
  }
}

extension UnsafeRawBufferPointer {
  /// Whether all bytes are those of ASCII.
  fileprivate var isASCII: Bool {
    var offset = 0
    var bits = 0 as UInt64
    while offset &+ 8 <= count {
      bits |= loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      offset &+= 8
    }
    while offset < count {
      bits |= UInt64(self[offset])
      offset &+= 1
    }
    return bits & 0x8080_8080_8080_8080 == 0
  }

  /// Whether all bytes are letters, digits, marks and blanks of ASCII, which may be shown as they are.
  package var isPrintableASCII: Bool { allSatisfy { $0 >= 0x20 && $0 < 0x7F } }
}
