/// Reads XML in the plainest form there is: ASCII without references, comments or needless blanks.
///
/// Behind the text stands a zero, which is part of nothing, so that no step need look for the end.
struct PlainXML {
  /// Where it has come to.
  private(set) var position: Int
  private let text: UnsafePointer<UInt8>

  /// Begins at an offset; nil where there are no bytes.
  init?(_ text: UnsafeRawBufferPointer, from start: Int) {
    guard let base = text.baseAddress, start < text.count else { return nil }
    self.text = base.assumingMemoryBound(to: UInt8.self)
    position = start
  }

  /// The byte that comes next.
  @inline(__always)
  var next: UInt8 { text[position] }

  /// Steps over these words if they stand here.
  @inline(__always)
  mutating func skip(_ words: StaticString) -> Bool {
    let wanted = words.utf8Start
    for index in 0..<words.utf8CodeUnitCount where text[position &+ index] != wanted[index] {
      return false
    }
    position &+= words.utf8CodeUnitCount
    return true
  }

  /// Steps over text up to the next tag; nil where it is not plain.
  @inline(__always)
  mutating func characters() -> Range<Int>? { run(to: UInt8(ascii: "<")) }

  /// Steps over the value of an attribute and the quote that ends it; nil where it is not plain.
  @inline(__always)
  mutating func value() -> Range<Int>? {
    guard let value = run(to: Byte.quote) else { return nil }
    position &+= 1
    return value
  }

  /// Steps over letters, digits and colons.
  @inline(__always)
  mutating func name() -> UnsafeBufferPointer<UInt8> {
    let start = position
    while isLetter(text[position]) || isDigit(text[position]) || text[position] == 0x3A {
      position &+= 1
    }
    return UnsafeBufferPointer(start: text + start, count: position &- start)
  }

  /// Steps over the number of a column in capital letters; nil where there are none, or too many.
  @inline(__always)
  mutating func columnLetters() -> Int? {
    let start = position
    var column = 0
    while isLetter(text[position]), text[position] < UInt8(ascii: "a") {
      column = column &* 26 &+ Int(text[position]) &- 64
      position &+= 1
      if position &- start > 3 { return nil }
    }
    return column > 0 ? column : nil
  }

  /// Steps over a number of at most nine digits; nil where there are none, or too many.
  @inline(__always)
  mutating func number() -> Int? {
    let start = position
    var number = 0
    while isDigit(text[position]) {
      number = number &* 10 &+ Int(text[position]) &- 48
      position &+= 1
      if position &- start > 9 { return nil }
    }
    return position > start ? number : nil
  }

  @inline(__always)
  private mutating func run(to end: UInt8) -> Range<Int>? {
    let start = position
    while text[position] != end {
      guard isPlain(text[position]) else { return nil }
      position &+= 1
    }
    return start..<position
  }
}

/// Whether a byte stands for itself in text and in values: no reference, no part of a tag or of
/// what ends a section, nothing that is read as a blank or another way in other encodings.
@inline(__always)
private func isPlain(_ byte: UInt8) -> Bool {
  byte >= Byte.space && byte < 0x7F && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "<")
    && byte != UInt8(ascii: ">")
}

@inline(__always)
private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

@inline(__always)
private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
