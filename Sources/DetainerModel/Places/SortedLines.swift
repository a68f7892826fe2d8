/// A table of comma-separated lines in the order of a key that is searched where it stands.
///
/// The reference tables are far larger than what is ever asked of them, so nothing of them is read
/// before it is asked for: a search halves the bytes until one line is left.
package struct SortedLines: Sendable {
  private enum Storage {
    /// Memory that is never written and lives as long as the process, by its address.
    case embedded(address: UInt, size: Int)
    case made([UInt8])
  }

  private let storage: Storage

  /// A table without lines.
  package static let empty = SortedLines([])

  /// Takes a table with a header line; the memory must never change and live as long as the process.
  package init(embedded start: UnsafePointer<UInt8>, size: Int) {
    let bytes = UnsafeRawBufferPointer(start: start, count: size)
    let header = (bytes.firstIndex(of: Self.newline) ?? size - 1) + 1
    storage = .embedded(
      address: UInt(bitPattern: start) + UInt(header), size: size - header)
  }

  /// Makes a table of lines that are in the order of their key.
  init(_ lines: [[String]]) {
    var bytes: [UInt8] = []
    for line in lines {
      for (column, field) in line.enumerated() {
        if column > 0 { bytes.append(Self.comma) }
        bytes.append(Self.quote)
        for byte in field.utf8 {
          if byte == Self.quote { bytes.append(byte) }
          // A line is one line, whatever a name may hold.
          bytes.append(byte == Self.newline ? Self.space : byte)
        }
        bytes.append(Self.quote)
      }
      bytes.append(Self.newline)
    }
    storage = .made(bytes)
  }

  /// Lends the first line whose fields in `columns` are the key; nil when there is none.
  ///
  /// The lines must be in the order of the bytes of these fields, and the columns in theirs.
  func find<Result>(
    _ key: [String], in columns: [Int], _ body: (Line) -> Result
  ) -> Result? {
    var parts: [UInt8] = []
    for part in key {
      parts.append(contentsOf: part.utf8)
      parts.append(Self.newline)
    }
    return withBytes { bytes in
      var low = 0
      var high = bytes.count
      while low < high {
        // The line that the middle lies in.
        let start = lineStart(in: bytes, from: low, before: low + (high - low) / 2)
        if Line(bytes, from: start).order(in: columns, to: parts) < 0 {
          low = lineEnd(in: bytes, from: start) + 1
        } else {
          high = start
        }
      }
      guard low < bytes.count else { return nil }
      let line = Line(bytes, from: low)
      return line.order(in: columns, to: parts) == 0 ? body(line) : nil
    }
  }

  /// Lends every line in turn.
  func forEach(_ body: (Line) -> Void) {
    withBytes { bytes in
      var start = 0
      while start < bytes.count {
        body(Line(bytes, from: start))
        start = lineEnd(in: bytes, from: start) + 1
      }
    }
  }

  private func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    switch storage {
    case .embedded(let address, let size):
      body(UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: size))
    case .made(let bytes): bytes.withUnsafeBytes(body)
    }
  }

  fileprivate static let newline = UInt8(ascii: "\n")
  fileprivate static let comma = UInt8(ascii: ",")
  fileprivate static let quote = UInt8(ascii: "\"")
  fileprivate static let space = UInt8(ascii: " ")
}

/// Whether a text comes before another by its bytes, as the lines of the tables do.
func precedes(_ a: String, _ b: String) -> Bool {
  a.utf8.lexicographicallyPrecedes(b.utf8)
}

extension SortedLines {
  /// One line of a table, while it is lent.
  struct Line {
    private let bytes: UnsafeRawBufferPointer
    private let start: Int

    fileprivate init(_ bytes: UnsafeRawBufferPointer, from start: Int) {
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
    fileprivate func order(in columns: [Int], to key: [UInt8]) -> Int {
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

/// The start of the line that a byte stands in, not before `low`.
private func lineStart(
  in bytes: UnsafeRawBufferPointer, from low: Int, before middle: Int
) -> Int {
  var start = middle
  while start &- 8 >= low, !hasNewline(bytes, at: start &- 8) { start &-= 8 }
  while start > low, bytes[start &- 1] != SortedLines.newline { start &-= 1 }
  return start
}

/// Where the newline of a line stands, else the end.
private func lineEnd(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
  var end = start
  while end &+ 8 <= bytes.count, !hasNewline(bytes, at: end) { end &+= 8 }
  while end < bytes.count, bytes[end] != SortedLines.newline { end &+= 1 }
  return end
}

/// Whether one of eight bytes is a newline.
private func hasNewline(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Bool {
  let word =
    bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) ^ 0x0A0A_0A0A_0A0A_0A0A
  return (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0
}
