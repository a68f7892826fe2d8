/// The distinct texts of a column, each under a small number; number 0 is always the empty text.
package struct TextDictionary: Sendable {
  /// The bytes of all texts, one after the other.
  package let arena: Column<UInt8>
  /// Where each text ends; the first is the empty one.
  package let ends: Column<UInt32>

  /// A dictionary that holds only the empty text.
  package init() { self.init(arena: Column(), ends: Column([0])) }

  /// Puts texts together: every end is at most the one behind it, and the last the arena's size.
  package init(arena: Column<UInt8>, ends: Column<UInt32>) {
    self.arena = arena
    self.ends = ends
  }

  /// How many texts there are, the empty one included.
  package var count: Int { ends.count }

  /// The text under a number.
  package subscript(code: Int) -> String {
    code == 0 ? "" : withBytes(of: code) { String(decoding: $0, as: UTF8.self) }
  }

  /// Lends the bytes of a text, which need not be UTF-8, to the body.
  package func withBytes<Result>(
    of code: Int, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    arena.withUnsafeBytes {
      body(UnsafeRawBufferPointer(rebasing: $0[ends.range(ofText: code)]))
    }
  }

  /// All texts, in the order in which they were first seen.
  package var texts: [String] { (0..<count).map { self[$0] } }
}

extension RandomAccessCollection where Element == UInt32, Index == Int {
  /// Where a text stands among texts that lie one after the other and end here.
  @inline(__always)
  func range(ofText code: Int) -> Range<Int> {
    (code == 0 ? 0 : Int(self[code - 1]))..<Int(self[code])
  }
}
