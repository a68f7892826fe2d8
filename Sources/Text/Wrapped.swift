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
///
/// It goes once through the text, however long its words are: a cell may be a megabyte without a blank.
package func wrapped(_ text: String, to width: Int) -> [String] {
  // The end of the text is the end of the last word too.
  Letters.read(harmless(text) + "\n") { bytes, letters in
    var lines = LinesOfWords(width: max(1, width))
    for (letter, place) in letters {
      lines.take(place, columns: TextWidth.measure(letter), in: bytes)
    }
    return lines.finished()
  }
}

/// Lines that are filled with the words of a text, letter by letter.
private struct LinesOfWords {
  let width: Int
  private var lines: [String] = []
  /// The line before the word that is read, and its columns.
  private var line: [UInt8] = []
  private var used = 0
  /// Where the word stands, or what of it is not in a line yet, and its columns.
  private var word = 0..<0
  private var columns = 0

  init(width: Int) { self.width = width }

  /// Takes the next letter of a text.
  @inline(__always)
  mutating func take(
    _ letter: Range<Int>, columns size: Int, in text: UnsafeBufferPointer<UInt8>
  ) {
    if letter.count == 1, text[letter.lowerBound] <= UInt8(ascii: " ") {
      return endWord(in: text)
    }
    if columns + size > width, !word.isEmpty { breakWord(in: text) }
    word = (word.isEmpty ? letter.lowerBound : word.lowerBound)..<letter.upperBound
    columns += size
  }

  /// Puts as much of a word as is read on a line of its own.
  private mutating func breakWord(in text: UnsafeBufferPointer<UInt8>) {
    if !line.isEmpty { endLine() }
    lines.append(String(decoding: text[word], as: UTF8.self))
    (word, columns) = (0..<0, 0)
  }

  private mutating func endWord(in text: UnsafeBufferPointer<UInt8>) {
    if word.isEmpty { return }
    if !line.isEmpty, used + 1 + columns > width { endLine() }
    if !line.isEmpty {
      line.append(UInt8(ascii: " "))
      used += 1
    }
    line += UnsafeBufferPointer(rebasing: text[word])
    used += columns
    (word, columns) = (0..<0, 0)
  }

  private mutating func endLine() {
    lines.append(String(decoding: line, as: UTF8.self))
    line.removeAll(keepingCapacity: true)
    used = 0
  }

  mutating func finished() -> [String] {
    if !line.isEmpty || lines.isEmpty { endLine() }
    return lines
  }
}
