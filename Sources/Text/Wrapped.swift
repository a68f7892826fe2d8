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
    while columns > width, line.isEmpty {
      let head = TextWidth.clip(word, to: width, ellipsis: false)
      guard !head.isEmpty else { break }
      lines.append(head)
      word = String(word.dropFirst(head.count))
      columns = TextWidth.of(word)
    }
    used += (line.isEmpty ? 0 : 1) + columns
    line += (line.isEmpty ? "" : " ") + word
  }
  if !line.isEmpty || lines.isEmpty { lines.append(line) }
  return lines
}
