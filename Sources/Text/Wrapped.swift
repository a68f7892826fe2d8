/// The first lines of a text that is broken as by ``wrapped(_:to:)``; the rest of a long one is not
/// looked at.
package func wrapped(_ text: String, to width: Int, atMost count: Int) -> [String] {
  let enough = (count + 1) * (max(1, width) + 1) * TextWidth.scalarsInColumn
  if let part = text.beginning(of: enough) {
    let lines = wrapped(part, to: width)
    // The last one may go on.
    if lines.count > count { return Array(lines.prefix(count)) }
  }
  return Array(wrapped(text, to: width).prefix(count))
}

/// A text over several lines, broken at spaces; a word too long for a line is broken where it ends.
package func wrapped(_ text: String, to width: Int) -> [String] {
  let space = UInt8(ascii: " ")
  var lines = LinesOfWords(width: width)
  var text = text
  text.withUTF8 { bytes in
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: space) ?? bytes.count
      if end > start { lines.append(bytes[start..<end]) }
      start = end + 1
    }
  }
  return lines.finished()
}

/// Lines that are filled with words.
private struct LinesOfWords {
  let width: Int
  private var lines: [String] = []
  private var line: [UInt8] = []
  /// The columns of the line.
  private var used = 0

  init(width: Int) { self.width = max(1, width) }

  mutating func append(_ word: Slice<UnsafeBufferPointer<UInt8>>) {
    let isPlain = word.allSatisfy { $0 &- 0x20 < 95 }
    let shown = isPlain ? "" : String(decoding: word, as: UTF8.self)
    let columns = isPlain ? word.count : TextWidth.of(shown)
    if !line.isEmpty, used + 1 + columns > width { end() }
    if !line.isEmpty {
      line.append(UInt8(ascii: " "))
      used += 1
    }
    if columns <= width {
      line += isPlain ? ArraySlice(word) : ArraySlice(shown.utf8)
      used += columns
    } else if isPlain {
      // What is left of it for the last line is all that is begun.
      var rest = word
      while rest.count > width {
        lines.append(String(decoding: rest.prefix(width), as: UTF8.self))
        rest = rest.dropFirst(width)
      }
      line += rest
      used += rest.count
    } else {
      // Once through the word, however long it is: a cell may be a megabyte without a blank.
      TextWidth.forEachLetter(of: harmless(shown)) { letter, columns in
        if used + columns > width, !line.isEmpty { end() }
        line += letter
        used += columns
      }
    }
  }

  private mutating func end() {
    lines.append(String(decoding: line, as: UTF8.self))
    line.removeAll(keepingCapacity: true)
    used = 0
  }

  mutating func finished() -> [String] {
    if !line.isEmpty || lines.isEmpty { end() }
    return lines
  }
}
