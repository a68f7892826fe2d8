/// Entries found again by a hash of what they stand for, which somebody else keeps and compares.
///
/// The one open-addressing table. Its loops are inlined with what compares, which the compiler does
/// for generic code of one module only: that is why all that uses it is here.
struct HashTable<Entry: HashTableEntry>: Sendable {
  private var slots: [Entry]
  private var count = 0

  /// A table with room for so many entries before it grows.
  init(capacity: Int = 32) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: .free, count: size)
  }

  /// Finds an entry with a hash.
  @inline(__always)
  func first(_ hash: UInt64, where isIt: (Entry) -> Bool) -> Entry? {
    withSlots { Self.first(hash, in: $0, where: isIt) }
  }

  /// Lends the slots, to be searched many times.
  @inline(__always)
  func withSlots<Result>(_ body: (UnsafeBufferPointer<Entry>) -> Result) -> Result {
    slots.withUnsafeBufferPointer(body)
  }

  /// Finds an entry with a hash among slots that were lent.
  @inline(__always)
  static func first(
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
  mutating func insert(_ entry: Entry, hash: (Entry) -> UInt64) {
    count += 1
    if count * 2 > slots.count {
      let old = slots
      slots = Array(repeating: .free, count: old.count * 2)
      for entry in old where !entry.isFree { place(entry, hash(entry)) }
    }
    place(entry, hash(entry))
  }

  private mutating func place(_ entry: Entry, _ hash: UInt64) {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while !slots[index].isFree { index = (index + 1) & mask }
    slots[index] = entry
  }
}

/// What stands in the slots of a ``HashTable``.
protocol HashTableEntry: Sendable {
  /// What stands in a slot that nothing is in.
  static var free: Self { get }
  /// Whether the slot is one that nothing is in.
  var isFree: Bool { get }
}

/// Numbers below the largest, which stands for none.
extension UInt32: HashTableEntry {
  static var free: UInt32 { .max }
  var isFree: Bool { self == .max }
}
