/// A letter of a text: what stands in one place of the screen, or in two.
enum Letter {
  /// A scalar that is a letter by itself and harmless, with its columns.
  case plain(columns: Int)
  /// A control character of ASCII.
  case control(UInt8)
  /// Any other cluster.
  case cluster(Character)
}

/// The letters of a text, one after the other, each with its bytes.
///
/// Most of them are scalars that nothing joins and that join nothing, so that two of them in a row
/// are two letters: these are found in the bytes, and only the others are put together by the rules
/// for clusters, which takes a hundred times as long. A cell may be a megabyte of either.
struct Letters: Sequence, IteratorProtocol {
  private let text: String
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0
  /// The place as the text knows it, where it was found by the rules for clusters.
  private var index: String.Index?

  /// Calls the body with each letter of a text and its bytes.
  static func forEach(
    of text: String, _ body: (Letter, Slice<UnsafeBufferPointer<UInt8>>) -> Void
  ) {
    var text = text
    text.withUTF8 { [copy = text] bytes in
      for (letter, range) in Letters(text: copy, bytes: bytes) { body(letter, bytes[range]) }
    }
  }

  private init(text: String, bytes: UnsafeBufferPointer<UInt8>) {
    self.text = text
    self.bytes = bytes
  }

  mutating func next() -> (letter: Letter, bytes: Range<Int>)? {
    guard place < bytes.count else { return nil }
    let start = place
    let first = scalar(at: start)
    let next = start + first.length
    let columns = PlainScalar.columns(first.value)
    if columns > 0, next == bytes.count || PlainScalar.isApart(scalar(at: next).value) {
      (place, index) = (next, nil)
      return (.plain(columns: columns), start..<next)
    }
    // Only a return and what follows it may be one.
    if PlainScalar.isControl(first.value), first.value != 0x0D {
      (place, index) = (next, nil)
      return (.control(bytes[start]), start..<next)
    }
    let here = index ?? text.utf8.index(text.startIndex, offsetBy: start)
    let behind = text.index(after: here)
    (place, index) = (text.utf8.distance(from: text.startIndex, to: behind), behind)
    return (.cluster(text[here]), start..<place)
  }

  /// The scalar that begins at a byte; texts are always valid UTF-8.
  @inline(__always)
  private func scalar(at start: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(bytes[start])
    func following(_ offset: Int) -> UInt32 { UInt32(bytes[start + offset]) & 0x3F }
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | following(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | following(1) << 6 | following(2), 3) }
    let high = (first & 0x07) << 18 | following(1) << 12
    return (high | following(2) << 6 | following(3), 4)
  }
}

/// Scalars that are a letter each, whatever plain one stands beside them, and harmless.
enum PlainScalar {
  /// How many columns a plain scalar takes; 0 for one that is not plain.
  @inline(__always)
  static func columns(_ value: UInt32) -> Int {
    switch value {
    case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF, 0x391...0x3A1, 0x3A3...0x481, 0x48A...0x52F,
      0x1E00...0x1EFF, 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20BF, 0x2190...0x2319,
      0x2400...0x2426, 0x2500...0x25FC, 0xFFFD:
      1
    case 0x3001...0x3029, 0x3041...0x3096, 0x30A1...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xAC00...0xD7A3, 0xFF01...0xFF60, 0x20000...0x2A6DF:
      2
    default: 0
    }
  }

  /// Whether what stands before a scalar is a letter without it.
  @inline(__always)
  static func isApart(_ value: UInt32) -> Bool { columns(value) > 0 || isControl(value) }

  /// Whether a scalar is a control character of ASCII.
  @inline(__always)
  static func isControl(_ value: UInt32) -> Bool { value < 0x20 || value == 0x7F }
}
