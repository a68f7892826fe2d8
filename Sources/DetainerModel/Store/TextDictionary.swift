/// Distinct texts of a column, each under a small number; number 0 is always the empty text.
///
/// Bytes go in and a `String` comes out only when one is asked for: reading millions of cells
/// allocates nothing for a text that was seen before.
public struct TextDictionary: Sendable {
  private var arena: [UInt8] = []
  private var ends: [UInt32] = [0]
  private var slots: [UInt32] = Array(repeating: 0, count: 64)

  /// A dictionary that holds only the empty text.
  public init() {}

  /// How many texts there are, the empty one included.
  public var count: Int { ends.count }

  /// The text under a number.
  public subscript(code: Int) -> String {
    code == 0 ? "" : String(decoding: arena[Int(ends[code - 1])..<Int(ends[code])], as: UTF8.self)
  }

  /// Lends the bytes of a text, which need not be UTF-8, to the body.
  public func withBytes<Result>(
    of code: Int, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    arena.withUnsafeBytes { all in
      let start = code == 0 ? 0 : Int(ends[code - 1])
      let end = code == 0 ? 0 : Int(ends[code])
      return body(UnsafeRawBufferPointer(rebasing: all[start..<end]))
    }
  }

  /// All texts, in the order in which they were first seen.
  public var texts: [String] { (0..<count).map { self[$0] } }

  /// The number of a text, newly given if it was not seen before.
  public mutating func code(for text: String) -> Int {
    var text = text
    return text.withUTF8 { code(for: $0) }
  }

  /// The number of a text given as UTF-8 bytes.
  public mutating func code(for bytes: UnsafeBufferPointer<UInt8>) -> Int {
    if bytes.isEmpty { return 0 }
    let slot = slot(for: bytes)
    if slots[slot] != 0 { return Int(slots[slot]) }
    let code = ends.count
    arena.append(contentsOf: bytes)
    ends.append(UInt32(truncatingIfNeeded: arena.count))
    slots[slot] = UInt32(truncatingIfNeeded: code)
    if ends.count * 2 > slots.count { grow() }
    return code
  }

  /// The number of a text, if it was seen before.
  public func existingCode(for text: String) -> Int? {
    if text.isEmpty { return 0 }
    var text = text
    let code = text.withUTF8 { slots[slot(for: $0)] }
    return code == 0 ? nil : Int(code)
  }

  private func slot(for bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(bytes)) & mask
    while slots[slot] != 0, !equals(Int(slots[slot]), bytes) { slot = (slot + 1) & mask }
    return slot
  }

  private func equals(_ code: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(ends[code - 1])
    guard Int(ends[code]) - start == bytes.count else { return false }
    for index in 0..<bytes.count where arena[start + index] != bytes[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    arena.withUnsafeBufferPointer { all in
      for code in 1..<ends.count {
        let text = UnsafeBufferPointer(rebasing: all[Int(ends[code - 1])..<Int(ends[code])])
        var slot = Int(truncatingIfNeeded: Self.hash(text)) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = UInt32(truncatingIfNeeded: code)
      }
    }
  }

  /// Eight bytes at a step, mixed by multiplication (the FNV prime widened); the table is private
  /// and rebuilt at will.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(truncatingIfNeeded: bytes.count)
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      hash = (hash ^ word) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash >> 29
      index += 8
    }
    while index < raw.count {
      hash = (hash ^ UInt64(raw[index])) &* 0x0000_0100_0000_01b3
      index += 1
    }
    hash ^= hash >> 32
    return hash &* 0x9e37_79b9_7f4a_7c15 >> 7
  }
}
