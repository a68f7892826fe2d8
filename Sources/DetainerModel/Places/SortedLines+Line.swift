extension SortedLines {
  /// One line of a table, while it is lent.
  struct Line {
    private let bytes: UnsafeRawBufferPointer
    private let start: Int

    init(_ bytes: UnsafeRawBufferPointer, from start: Int) {
      self.bytes = bytes
      self.start = start
    }

    /// The text of a field; empty where the line has none.
    subscript(column: Int) -> String {
      let field = field(column)
      let text = String(
        decoding: UnsafeRawBufferPointer(rebasing: bytes[field.range]), as: UTF8.self)
      guard field.isQuoted, text.utf8.contains(SortedLines.quote) else { return text }
      return text.split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"")
    }

    /// Whether a field is this text.
    func holds(_ text: StaticString, in column: Int) -> Bool {
      let range = field(column).range
      return text.withUTF8Buffer { $0.elementsEqual(bytes[range]) }
    }

    /// Less than 0 where the fields come before the parts of a key, each with a newline behind it;
    /// 0 where they are the key.
    func order(in columns: [Int], to key: [UInt8]) -> Int {
      var part = 0
      var index = start
      var column = 0
      for wanted in columns {
        while column < wanted, skipField(&index) { column += 1 }
        guard column == wanted else {
          // Behind the last field all others are empty.
          guard key[part] == SortedLines.newline else { return -1 }
          part += 1
          continue
        }
        let isQuoted = isQuote(index)
        if isQuoted { index += 1 }
        while key[part] != SortedLines.newline {
          guard !endsField(index, isQuoted) else { return -1 }
          let byte = bytes[index]
          if byte != key[part] { return byte < key[part] ? -1 : 1 }
          index += isQuoted && byte == SortedLines.quote ? 2 : 1
          part += 1
        }
        guard endsField(index, isQuoted) else { return 1 }
        part += 1
        if isQuoted { index += 1 }
        if index < bytes.count, bytes[index] == SortedLines.comma {
          index += 1
          column += 1
        }
      }
      return 0
    }

    /// The beginning of the key that some fields are.
    func prefix(in columns: [Int]) -> UInt64 {
      var prefix = KeyPrefix()
      for column in columns {
        let (range, isQuoted) = field(column)
        var index = range.lowerBound
        while index < range.upperBound, !prefix.isFull {
          prefix.append(bytes[index])
          index += isQuoted && isQuote(index) ? 2 : 1
        }
        prefix.append(SortedLines.newline)
      }
      return prefix.bytes
    }

    /// Where the text of a field stands, without its outer quotes.
    private func field(_ column: Int) -> (range: Range<Int>, isQuoted: Bool) {
      var index = start
      for _ in 0..<column {
        guard skipField(&index) else { return (index..<index, false) }
      }
      let isQuoted = isQuote(index)
      if isQuoted { index += 1 }
      let first = index
      skipText(&index, isQuoted)
      return (first..<index, isQuoted)
    }

    /// Steps over a field and its comma; false at the last field.
    private func skipField(_ index: inout Int) -> Bool {
      let isQuoted = isQuote(index)
      if isQuoted { index += 1 }
      skipText(&index, isQuoted)
      if isQuoted { index += 1 }
      guard index < bytes.count, bytes[index] == SortedLines.comma else { return false }
      index += 1
      return true
    }

    private func skipText(_ index: inout Int, _ isQuoted: Bool) {
      if isQuoted {
        // In quotes a quote is doubled.
        while !endsField(index, true) { index &+= isQuote(index) ? 2 : 1 }
      } else {
        while !endsField(index, false) { index &+= 1 }
      }
    }

    @inline(__always)
    private func isQuote(_ index: Int) -> Bool {
      index < bytes.count && bytes[index] == SortedLines.quote
    }

    /// Whether the text of a field ends here: in quotes at a quote that no other one follows.
    @inline(__always)
    private func endsField(_ index: Int, _ isQuoted: Bool) -> Bool {
      guard index < bytes.count, bytes[index] != SortedLines.newline else { return true }
      return isQuoted ? isQuote(index) && !isQuote(index + 1) : bytes[index] == SortedLines.comma
    }
  }
}

/// The first eight bytes of a key as a number that keeps their order.
struct KeyPrefix {
  private var number: UInt64 = 0
  private var room = 8

  init(_ key: [UInt8] = []) {
    for byte in key.prefix(room) { append(byte) }
  }

  var isFull: Bool { room == 0 }
  var bytes: UInt64 { number }

  mutating func append(_ byte: UInt8) {
    guard room > 0 else { return }
    room -= 1
    number |= UInt64(byte) << UInt64(room * 8)
  }
}
