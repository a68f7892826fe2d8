/// A text over several lines, broken at spaces; a word too long for a line is broken where it ends.
package func wrapped(_ text: String, to width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var used = 0
  for word in text.split(separator: " ", omittingEmptySubsequences: true) {
    var word = String(word)
    var columns = TextWidth.of(word)
    if !line.isEmpty, used + 1 + columns > width {
      lines.append(line)
      line = ""
      used = 0
    }
    if columns > width, line.isEmpty {
      // Once through the word, however long it is: a cell may be a megabyte without a blank.
      let letters = harmless(word)
      (word, columns) = ("", 0)
      for letter in letters {
        let size = TextWidth.of(letter)
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
