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

/// The words of a text, which spaces stand between.
private func words(_ text: String) -> [String] {
  // Letters of ASCII are bytes, and need not be put together from scalars.
  text.isPrintableASCII
    ? text.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    : text.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
}

/// A text over several lines, broken at spaces; a word too long for a line is broken where it ends.
package func wrapped(_ text: String, to width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var used = 0
  for word in words(text) {
    var word = word
    var columns = TextWidth.of(word)
    if !line.isEmpty, used + 1 + columns > width {
      lines.append(line)
      line = ""
      used = 0
    }
    if columns > width, line.isEmpty, word.isPrintableASCII {
      let length = max(1, width)
      var rest = word.utf8[...]
      while rest.count > length {
        lines.append(String(Substring(rest.prefix(length))))
        rest = rest.dropFirst(length)
      }
      (word, columns) = (String(Substring(rest)), rest.count)
    } else if columns > width, line.isEmpty {
      // Once through the word, however long it is: a cell may be a megabyte without a blank.
      let letters = harmless(word)
      (word, columns) = ("", 0)
      for letter in letters {
        let size = TextWidth.measure(letter)
        if columns + size > width, !word.isEmpty {
          lines.append(word)
          (word, columns) = ("", 0)
        }
        word.append(letter)
        columns += size
      }
    }
    used += (line.isEmpty ? 0 : 1) + columns
    line += (line.isEmpty ? "" : " ") + word
  }
  if !line.isEmpty || lines.isEmpty { lines.append(line) }
  return lines
}
