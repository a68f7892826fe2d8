/// The parts into which a text is cut from its first record on, each as long as the others.
package struct TextParts: Sendable {
  /// So many bytes are worth handing to another thread.
  package static let usualSize = 1 << 20

  /// Where the first record begins.
  let start: Int
  private let size: Int

  /// Cuts a text from an offset on.
  init(from start: Int, size: Int) {
    self.start = start
    self.size = max(1, size)
  }

  /// Where the part ends in which an offset is.
  func end(around offset: Int) -> Int {
    start + ((offset - start) / size + 1) * size
  }

  /// The parts behind an offset by their numbers; the first is what is left of the one around it.
  func part(_ number: Int, behind offset: Int) -> Range<Int> {
    let end = end(around: offset) + number * size
    return (number == 0 ? offset : end - size)..<end
  }

  /// How many parts there are behind an offset in a text of so many bytes.
  func count(behind offset: Int, in bytes: Int) -> Int {
    offset < bytes ? 1 + max(0, bytes - end(around: offset) + size - 1) / size : 0
  }

  /// Where the first record begins in a part, if no quotes are open there; nil if none does.
  static func firstRecord(in part: Range<Int>, of text: UnsafeRawBufferPointer) -> Int? {
    guard part.lowerBound > 0 else { return 0 }
    let end = min(part.upperBound, text.count)
    var offset = part.lowerBound - 1
    while offset < end {
      let byte = text[offset]
      offset += 1
      if byte == Byte.return, offset < text.count, text[offset] == Byte.newline { offset += 1 }
      if byte == Byte.return || byte == Byte.newline { return offset < end ? offset : nil }
    }
    return nil
  }
}
