/// A ``TextDictionary`` being built of distinct texts: bytes go in, small numbers come out.
///
/// Number 0 is the empty text. Reading millions of cells allocates nothing for a text that was seen
/// before: its first sixteen bytes stand in the table of slots, so that most look-ups touch one
/// line of memory.
package struct GrowingDictionary: Sendable {
  private struct Slot: HashTableEntry {
    var head: UInt64 = 0
    var tail: UInt64 = 0
    var length: UInt32 = 0
    /// The number of the text; 0 where the slot is free.
    var code: UInt32 = 0

    static let free = Slot()
    var isFree: Bool { code == 0 }
  }

  private var arena: [UInt8] = []
  private var ends: [UInt32] = [0]
  private var table = HashTable<Slot>()

  /// A dictionary that holds only the empty text.
  package init() {}

  /// How many texts there are, the empty one included.
  package var count: Int { ends.count }

  /// The texts as they stand, in memory of their own.
  package var dictionary: TextDictionary {
    TextDictionary(arena: Column(arena), ends: Column(ends))
  }

  /// The text under a number.
  package subscript(code: Int) -> String {
    withBytes(of: code) { String(decoding: $0, as: UTF8.self) }
  }

  /// Lends the bytes of a text, which need not be UTF-8, to the body.
  package func withBytes<Result>(
    of code: Int, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    arena.withUnsafeBytes {
      body(UnsafeRawBufferPointer(rebasing: $0[ends.range(ofText: code)]))
    }
  }

  /// The number of a text, newly given if it was not seen before.
  package mutating func code(for text: String) -> Int {
    var text = text
    return text.withUTF8 { code(for: UnsafeRawBufferPointer($0)) }
  }

  /// The number of a text given as UTF-8 bytes.
  package mutating func code(for text: UnsafeRawBufferPointer) -> Int {
    guard let start = text.baseAddress, !text.isEmpty else { return 0 }
    let key = Key(start, text.count, readable: text.count)
    let known = table.withSlots { slots in
      arena.withUnsafeBytes { Self.find(key, start, slots, $0, ends) }
    }
    return known ?? insert(key, text)
  }

  /// The texts that got a number since there were so many.
  package func added(since known: Int) -> AddedTexts {
    let start = ends[known - 1]
    return AddedTexts(
      arena: Array(arena[Int(start)...]), ends: ends[known...].map { $0 - start })
  }

  /// The numbers here of texts that another dictionary has numbered, in their order.
  package mutating func codes(for added: AddedTexts) -> [UInt32] {
    added.arena.withUnsafeBytes { arena in
      added.ends.indices.map { text in
        let bytes = UnsafeRawBufferPointer(rebasing: arena[added.ends.range(ofText: text)])
        return UInt32(truncatingIfNeeded: code(for: bytes))
      }
    }
  }

  /// Finds the numbers of many cells of one text; cells not seen before get new ones.
  /// - Parameters:
  ///   - cells: where the cells are in the text, of at most `codes.count`.
  ///   - text: the text.
  ///   - codes: takes the numbers.
  package mutating func encode(
    _ cells: UnsafeBufferPointer<CellRange>, of text: UnsafeRawBufferPointer,
    into codes: UnsafeMutableBufferPointer<UInt32>
  ) {
    guard let base = text.baseAddress else { return }
    var next = 0
    while true {
      next = encodeKnown(cells, from: next, of: text, into: codes)
      guard next < cells.count else { return }
      // The one that stopped the loop is new.
      let cell = cells[next]
      let bytes = UnsafeRawBufferPointer(start: base + cell.start, count: cell.length)
      codes[next] = UInt32(truncatingIfNeeded: code(for: bytes))
      next += 1
    }
  }

  /// Finds numbers until a cell is new, and says which.
  private func encodeKnown(
    _ cells: UnsafeBufferPointer<CellRange>, from first: Int, of text: UnsafeRawBufferPointer,
    into codes: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    guard let base = text.baseAddress else { return cells.count }
    return table.withSlots { slots in
      arena.withUnsafeBytes { arena in
        for index in first..<cells.count {
          let cell = cells[index]
          if cell.length == 0 {
            codes[index] = 0
            continue
          }
          let start = base + cell.start
          let key = Key(start, cell.length, readable: text.count &- cell.start)
          guard let code = Self.find(key, start, slots, arena, ends) else { return index }
          codes[index] = UInt32(truncatingIfNeeded: code)
        }
        return cells.count
      }
    }
  }

  // MARK: Slots

  /// The first sixteen bytes of a text, and a number mixed of all of them.
  private struct Key {
    let head: UInt64
    let tail: UInt64
    let length: Int
    let hash: UInt64

    /// - Parameter readable: how many bytes may be read from the start; at least `length`.
    @inline(__always)
    init(_ start: UnsafeRawPointer, _ length: Int, readable: Int) {
      self.length = length
      if readable >= 16 {
        let head = start.loadUnaligned(as: UInt64.self)
        let tail = (start + 8).loadUnaligned(as: UInt64.self)
        self.head = length >= 8 ? head : head & ((1 &<< (UInt64(length) &* 8)) &- 1)
        self.tail =
          length >= 16 ? tail : length <= 8 ? 0 : tail & ((1 &<< (UInt64(length &- 8) &* 8)) &- 1)
      } else {
        head = Self.word(start, min(8, length))
        tail = length > 8 ? Self.word(start + 8, min(8, length - 8)) : 0
      }
      var hash = (head ^ UInt64(length)) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash &>> 32
      hash = (hash ^ tail) &* 0xff51_afd7_ed55_8ccd
      var offset = 16
      while offset &+ 8 <= length {
        hash ^= hash &>> 29
        hash = (hash ^ (start + offset).loadUnaligned(as: UInt64.self)) &* 0x9e37_79b9_7f4a_7c15
        offset &+= 8
      }
      if offset < length {
        // The last eight bytes, some of them for the second time.
        hash ^= hash &>> 29
        let last = (start + (length &- 8)).loadUnaligned(as: UInt64.self)
        hash = (hash ^ last) &* 0x9e37_79b9_7f4a_7c15
      }
      self.hash = hash ^ hash &>> 32
    }

    private static func word(_ start: UnsafeRawPointer, _ count: Int) -> UInt64 {
      var word: UInt64 = 0
      for index in 0..<count {
        word |= UInt64(start.load(fromByteOffset: index, as: UInt8.self)) << UInt64(index * 8)
      }
      return word
    }
  }

  @inline(__always)
  private static func find(
    _ key: Key, _ start: UnsafeRawPointer, _ slots: UnsafeBufferPointer<Slot>,
    _ arena: UnsafeRawBufferPointer, _ ends: [UInt32]
  ) -> Int? {
    HashTable.first(key.hash, in: slots) { slot in
      slot.head == key.head && slot.tail == key.tail && Int(slot.length) == key.length
        && (key.length <= 16 || isEqual(Int(slot.code), start, key.length, arena, ends))
    }.map { Int($0.code) }
  }

  private static func isEqual(
    _ code: Int, _ start: UnsafeRawPointer, _ length: Int, _ arena: UnsafeRawBufferPointer,
    _ ends: [UInt32]
  ) -> Bool {
    let known = UnsafeRawBufferPointer(rebasing: arena[ends.range(ofText: code)])
    // The first sixteen bytes are known to be equal; the last eight may be looked at twice.
    var index = 16
    while index < length {
      let place = min(index, length &- 8)
      if known.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        != (start + place).loadUnaligned(as: UInt64.self)
      {
        return false
      }
      index &+= 8
    }
    return true
  }

  private mutating func insert(_ key: Key, _ text: UnsafeRawBufferPointer) -> Int {
    let code = ends.count
    arena.append(contentsOf: text)
    ends.append(UInt32(truncatingIfNeeded: arena.count))
    let slot = Slot(
      head: key.head, tail: key.tail, length: UInt32(truncatingIfNeeded: key.length),
      code: UInt32(truncatingIfNeeded: code))
    table.insert(slot) { [arena, ends] slot in
      arena.withUnsafeBytes { all in
        let range = ends.range(ofText: Int(slot.code))
        return all.baseAddress.map {
          Key($0 + range.lowerBound, range.count, readable: all.count - range.lowerBound).hash
        } ?? 0
      }
    }
    return code
  }
}

/// Texts that came new to a dictionary, one after the other.
package struct AddedTexts: Sendable {
  fileprivate let arena: [UInt8]
  fileprivate let ends: [UInt32]
}
