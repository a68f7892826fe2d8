import CSignals
import Glibc
import Synchronization

/// A file seen as memory, let go with its last reference.
///
/// The address is kept as a number because pointers are not `Sendable`; nothing ever writes here.
/// What is missing of a file that is cut short meanwhile reads as zeros.
final class Mapping: Sendable {
  /// So much is given back at once: every time other threads must forget where it was, too.
  private static let leastForgotten = 4 << 20

  let address: UInt
  let count: Int
  private let hole: Int32
  private let forgotten = Atomic(0)

  init(_ file: OpenFile, count: Int, isReadInOrder: Bool = true) throws(SystemError) {
    let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, file.number, 0)
    guard let start, start != MAP_FAILED else { throw SystemError.last }
    if isReadInOrder { madvise(start, count, MADV_SEQUENTIAL) }
    address = UInt(bitPattern: start)
    self.count = count
    hole = holes_add(start, count)
  }

  /// Maps zeros, which take no memory.
  init(zeros count: Int) throws(SystemError) {
    let start = mmap(nil, max(1, count), PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let start, start != MAP_FAILED else { throw SystemError.last }
    address = UInt(bitPattern: start)
    self.count = max(1, count)
    hole = -1
  }

  deinit {
    holes_remove(hole)
    munmap(UnsafeMutableRawPointer(bitPattern: address), count)
  }

  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count)
  }

  /// Whether some of the file was no longer there when it was read.
  var wasCutShort: Bool { holes_found(hole) != 0 }

  /// Whether this was so of any file.
  static var anyWasCutShort: Bool { holes_any() != 0 }

  /// Gives memory back that the first bytes take; they come back from the file when they are read.
  /// To be called again and again on the way through the file.
  func forget(upTo end: Int) {
    let before = forgotten.load(ordering: .relaxed)
    let whole = min(end, count) & ~(Int(getpagesize()) - 1)
    // Who is before what was given back reads the file once more.
    let start = before <= whole ? before : 0
    guard whole - start >= Self.leastForgotten else { return }
    forgotten.store(whole, ordering: .relaxed)
    forget(start..<whole)
  }

  /// Gives all memory back.
  func forget() {
    forgotten.store(0, ordering: .relaxed)
    forget(0..<count)
  }

  private func forget(_ bytes: Range<Int>) {
    madvise(
      UnsafeMutableRawPointer(bitPattern: address + UInt(bytes.lowerBound)), bytes.count,
      MADV_DONTNEED)
  }
}
