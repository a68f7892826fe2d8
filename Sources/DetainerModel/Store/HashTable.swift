/// Entries found again by a hash of what they stand for, which somebody else keeps and compares.
///
/// The one open-addressing table: its loops are inlined where it is used, with what compares.
@frozen
package struct HashTable<Entry: HashTableEntry>: Sendable {
  @usableFromInline var slots: [Entry]
  @usableFromInline var count = 0

  /// A table with room for so many entries before it grows.
  @inlinable
  package init(capacity: Int = 32) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: .free, count: size)
  }

  /// Finds an entry with a hash.
  @inlinable @inline(__always)
  package func first(_ hash: UInt64, where isIt: (Entry) -> Bool) -> Entry? {
    withSlots { Self.first(hash, in: $0, where: isIt) }
  }

  /// Lends the slots, to be searched many times.
  @inlinable @inline(__always)
  package func withSlots<Result>(_ body: (UnsafeBufferPointer<Entry>) -> Result) -> Result {
    slots.withUnsafeBufferPointer(body)
  }

  /// Finds an entry with a hash among slots that were lent.
  @inlinable @inline(__always)
  package static func first(
    _ hash: UInt64, in slots: UnsafeBufferPointer<Entry>, where isIt: (Entry) -> Bool
  ) -> Entry? {
    let mask = slots.count &- 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = slots[index]
      if entry.isFree { return nil }
      if isIt(entry) { return entry }
      index = (index &+ 1) & mask
    }
  }

  /// Adds an entry that is not there.
  /// - Parameter hash: the hashes of the entries, asked for again when the table grows.
  @inlinable
  package mutating func insert(_ entry: Entry, hash: (Entry) -> UInt64) {
    count += 1
    if count * 2 > slots.count {
      let old = slots
      slots = Array(repeating: .free, count: old.count * 2)
      for entry in old where !entry.isFree { place(entry, hash(entry)) }
    }
    place(entry, hash(entry))
  }

  @inlinable
  mutating func place(_ entry: Entry, _ hash: UInt64) {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while !slots[index].isFree { index = (index + 1) & mask }
    slots[index] = entry
  }
}

/// What stands in the slots of a ``HashTable``.
package protocol HashTableEntry: Sendable {
  /// What stands in a slot that nothing is in.
  static var free: Self { get }
  /// Whether the slot is one that nothing is in.
  var isFree: Bool { get }
}

/// Numbers below the largest, which stands for none.
extension UInt32: HashTableEntry {
  @inlinable package static var free: UInt32 { .max }
  @inlinable package var isFree: Bool { self == .max }
}
