/// Numbers one after the other in memory that never changes: its own, or that of a mapped file.
///
/// Loops over millions of rows go through ``withUnsafeBufferPointer(_:)``; the subscript is for the
/// few rows that are looked at.
package struct Column<Element: FixedWidthInteger & Sendable>: RandomAccessCollection, Sendable {
  /// How many numbers there are.
  package let count: Int
  // Pointers are not sendable; the address of memory that nobody writes to is.
  private let address: UInt
  /// Keeps the memory in place for as long as the column is used.
  private let owner: (any AnyObject & Sendable)?

  /// A column without rows.
  package init() { self.init(address: 0, count: 0, owner: nil) }

  /// Copies numbers.
  package init(_ numbers: [Element]) {
    let memory = numbers.withUnsafeBytes { ColumnMemory(copying: $0) }
    self.init(address: memory.address, count: numbers.count, owner: memory)
  }

  /// Takes numbers where they are: aligned for their size and kept, unchanged, by the owner.
  package init(address: UInt, count: Int, owner: (any AnyObject & Sendable)?) {
    self.address = address
    self.count = count
    self.owner = owner
  }

  /// The first row, which is 0.
  package var startIndex: Int { 0 }
  /// One more than the last row.
  package var endIndex: Int { count }

  /// The number in a row.
  @inline(__always)
  package subscript(row: Int) -> Element {
    precondition(row >= 0 && row < count)
    return buffer[row]
  }

  /// Whether two columns are the same numbers in the same place; those without any share theirs.
  func isSame(as other: Column) -> Bool {
    count > 0 && address == other.address && count == other.count
  }

  /// The numbers of some rows, in the same memory.
  func part(_ rows: Range<Int>) -> Column {
    precondition(rows.lowerBound >= 0 && rows.upperBound <= count)
    return Column(
      address: address + UInt(rows.lowerBound * MemoryLayout<Element>.stride), count: rows.count,
      owner: owner)
  }

  /// Lends the numbers to the body.
  @inline(__always)
  package func withUnsafeBufferPointer<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result {
    try withExtendedLifetime(owner) { try body(buffer) }
  }

  /// Lends the bytes of the numbers to the body.
  package func withUnsafeBytes<Result>(
    _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try withUnsafeBufferPointer { try body(UnsafeRawBufferPointer($0)) }
  }

  @inline(__always)
  private var buffer: UnsafeBufferPointer<Element> {
    UnsafeBufferPointer(start: UnsafePointer(bitPattern: address), count: count)
  }
}

/// Memory of a column that is given back with the last column that uses it.
private final class ColumnMemory: Sendable {
  let address: UInt

  init(copying bytes: UnsafeRawBufferPointer) {
    let start = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: 16)
    if let source = bytes.baseAddress {
      start.copyMemory(from: source, byteCount: bytes.count)
    }
    address = UInt(bitPattern: start)
  }

  deinit { UnsafeMutableRawPointer(bitPattern: address)?.deallocate() }
}
