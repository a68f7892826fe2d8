/// What is odd about the quotes of a text.
struct OddQuotes: Sendable {
  /// The line of the first opening quote that nothing closes.
  var openLine: Int?
  /// The line of the first field with text behind its closing quote, and how many there are.
  var textBehind: (line: Int, count: Int) = (0, 0)
  /// Whether a closing quote was looked for in vain to the end of the text.
  var isMissed = false

  /// Adds those of a later stretch of the text, which counts its lines from 1 behind some others.
  mutating func add(_ later: OddQuotes, behind lines: Int = 0) {
    openLine = openLine ?? later.openLine.map { $0 + lines }
    if textBehind.count == 0 { textBehind.line = later.textBehind.line + lines }
    textBehind.count += later.textBehind.count
    isMissed = isMissed || later.isMissed
  }
}
