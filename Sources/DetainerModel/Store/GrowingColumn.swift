import Synchronization

/// A column of numbers being built: memory to which rows are only added, so that a column of the rows
/// so far shares it and costs nothing.
struct GrowingColumn<Element: FixedWidthInteger & Sendable>: Sendable {
  /// How many numbers there are.
  private(set) var count = 0
  private var memory: GrowingMemory?

  /// A column without rows.
  init() {}

  /// A column of one number again and again.
  init(repeating number: Element, count: Int) {
    append(count) { $0.initialize(repeating: number) }
  }

  /// A column of numbers.
  init(_ numbers: [Element]) { append(contentsOf: numbers) }

  /// Whether there are no numbers.
  var isEmpty: Bool { count == 0 }

  /// The number in a row.
  @inline(__always)
  subscript(row: Int) -> Element { column[row] }

  /// The column as it stands.
  @inline(__always)
  var column: Column<Element> {
    Column(address: memory?.address ?? 0, count: count, owner: memory)
  }

  /// Adds numbers.
  mutating func append(contentsOf numbers: some Collection<Element>) {
    append(numbers.count) { _ = $0.initialize(from: numbers) }
  }

  /// Adds numbers that the body puts into the memory for them, all of it.
  @inline(__always)
  mutating func append(_ added: Int, _ fill: (UnsafeMutableBufferPointer<Element>) -> Void) {
    guard added > 0 else { return }
    makeRoom(for: added)
    guard let start = memory?.start else { return }
    fill(
      UnsafeMutableBufferPointer(
        start: start.bindMemory(to: Element.self, capacity: count + added) + count, count: added))
    count += added
  }

  /// Makes room for so many numbers altogether, where it is known how many there will be.
  mutating func reserve(_ capacity: Int) {
    let bytes = capacity * MemoryLayout<Element>.stride
    if bytes > memory?.capacity ?? 0 { move(to: bytes) }
  }

  private mutating func makeRoom(for added: Int) {
    let stride = MemoryLayout<Element>.stride
    let bytes = (count + added) * stride
    if let memory, memory.take(from: count * stride, to: bytes) { return }
    move(to: max(bytes, 2 * (memory?.capacity ?? 0)))
    _ = memory?.take(from: count * stride, to: bytes)
  }

  private mutating func move(to capacity: Int) {
    let used = count * MemoryLayout<Element>.stride
    let larger = GrowingMemory(capacity: capacity, used: used)
    if let from = memory?.start { larger.start?.copyMemory(from: from, byteCount: used) }
    memory = larger
  }
}

/// Memory of growing columns. What is in it never changes, so that it can be shared; only one of
/// those who share it can add to it, the others move on to memory of their own.
private final class GrowingMemory: Sendable {
  let address: UInt
  /// How many bytes there is room for.
  let capacity: Int
  /// How many bytes are in it.
  private let used: Atomic<Int>

  init(capacity: Int, used: Int) {
    let start = UnsafeMutableRawPointer.allocate(byteCount: max(1, capacity), alignment: 16)
    address = UInt(bitPattern: start)
    self.capacity = capacity
    self.used = Atomic(used)
  }

  deinit { start?.deallocate() }

  var start: UnsafeMutableRawPointer? { UnsafeMutableRawPointer(bitPattern: address) }

  /// Takes the room behind the bytes that somebody knows; false where it is not free, or too small.
  func take(from known: Int, to end: Int) -> Bool {
    end <= capacity
      && used.compareExchange(expected: known, desired: end, ordering: .relaxed).exchanged
  }
}
