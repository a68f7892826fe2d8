/// A letter of a text: what stands in one place of the screen, or in two.
enum Letter {
  /// A scalar that is a letter by itself and harmless, with the marks on it, and its columns.
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

  /// Lends the bytes of a text, and its letters with where each stands in them.
  @inline(__always)
  static func read<Result>(
    _ text: String, _ body: (UnsafeBufferPointer<UInt8>, Letters) -> Result
  ) -> Result {
    var text = text
    return text.withUTF8 { [copy = text] bytes in body(bytes, Letters(text: copy, bytes: bytes)) }
  }

  private init(text: String, bytes: UnsafeBufferPointer<UInt8>) {
    self.text = text
    self.bytes = bytes
  }

  mutating func next() -> (letter: Letter, bytes: Range<Int>)? {
    guard place < bytes.count else { return nil }
    let start = place
    let first = scalar(at: start)
    let columns = PlainScalar.columns(first.value)
    if columns > 0, let end = endOfPlain(behind: start + first.length) {
      (place, index) = (end, nil)
      return (.plain(columns: columns), start..<end)
    }
    // Only a return and what follows it may be one.
    if PlainScalar.isControl(first.value), first.value != 0x0D {
      (place, index) = (start + first.length, nil)
      return (.control(bytes[start]), start..<place)
    }
    let here = index ?? text.utf8.index(text.startIndex, offsetBy: start)
    let behind = text.index(after: here)
    (place, index) = (text.utf8.distance(from: text.startIndex, to: behind), behind)
    return (.cluster(text[here]), start..<place)
  }

  /// Where a plain scalar and the marks on it end; nil where something else may belong to them.
  @inline(__always)
  private func endOfPlain(behind scalar: Int) -> Int? {
    var end = scalar
    var marks = 0
    while end < bytes.count {
      let next = self.scalar(at: end)
      if PlainScalar.isApart(next.value) { return end }
      marks += 1
      guard PlainScalar.isMark(next.value), marks < Sanitiser.longestCluster else { return nil }
      end += next.length
    }
    return end
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
    // In steps, so that no letter is held against all ranges.
    if value < 0x300 {
      return switch value {
      case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF: 1
      default: 0
      }
    }
    return value < 0x2000 ? columnsOfScripts(value) : columnsBeyondScripts(value)
  }

  private static func columnsOfScripts(_ value: UInt32) -> Int {
    switch value {
    case 0x391...0x3A1, 0x3A3...0x481, 0x48A...0x52F, 0x531...0x556, 0x561...0x586, 0x5D0...0x5EA,
      0x620...0x64A, 0x660...0x66F, 0x671...0x6D3, 0xE01...0xE30, 0xE3F...0xE46, 0xE4F...0xE5B,
      0x10D0...0x10FA, 0x1E00...0x1EFF:
      1
    default: 0
    }
  }

  private static func columnsBeyondScripts(_ value: UInt32) -> Int {
    switch value {
    case 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20BF, 0x2190...0x2319, 0x2400...0x2426,
      0x2500...0x25FC, 0xFFFD:
      1
    case 0x3001...0x3029, 0x3041...0x3096, 0x30A1...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xAC00...0xD7A3, 0xFF01...0xFF60, 0x20000...0x2A6DF:
      2
    default: 0
    }
  }

  /// Whether a scalar is a mark that takes no column, and is harmless on a plain one.
  @inline(__always)
  static func isMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x300...0x34E, 0x350...0x36F, 0x483...0x487, 0x591...0x5BD, 0x610...0x61A, 0x64B...0x65F,
      0x670, 0x6D6...0x6DC, 0xE31, 0xE34...0xE3A, 0xE47...0xE4E:
      true
    default: false
    }
  }

  /// Whether what stands before a scalar is a letter without it.
  @inline(__always)
  static func isApart(_ value: UInt32) -> Bool { columns(value) > 0 || isControl(value) }

  /// Whether a scalar is a control character of ASCII.
  @inline(__always)
  static func isControl(_ value: UInt32) -> Bool { value < 0x20 || value == 0x7F }
}
