/// What is odd about the quotes of a text.
struct OddQuotes: Sendable {
  /// The line of the first opening quote that nothing closes.
  var openLine: Int?
  /// The line of the first field with text behind its closing quote, and how many there are.
  var textBehind: (line: Int, count: Int) = (0, 0)
  /// A field over many lines that look like records: where it begins, how many lines they are, and
  /// how many cells they have.
  var swallowed: (line: Int, lines: Int, width: Int)?
  /// Whether a closing quote was looked for in vain to the end of the text.
  var isMissed = false

  /// Adds those of a later stretch of the text, which counts its lines from 1 behind some others.
  mutating func add(_ later: OddQuotes, behind lines: Int = 0) {
    openLine = openLine ?? later.openLine.map { $0 + lines }
    if textBehind.count == 0 { textBehind.line = later.textBehind.line + lines }
    textBehind.count += later.textBehind.count
    isMissed = isMissed || later.isMissed
    swallowed =
      swallowed ?? later.swallowed.map { ($0.line + lines, lines: $0.lines, width: $0.width) }
  }

  /// As many lines as a cell may have without a look at them.
  static let fewLines = 20

  /// Looks at a field of more lines than few: a quote that belongs to another cell may have closed
  /// it, and then its lines are records.
  mutating func noteLong(_ field: Slice<UnsafeRawBufferPointer>, _ delimiter: UInt8, line: Int) {
    guard swallowed == nil else { return }
    // The first and the last line are cells of records that go on outside of the field.
    let inner = field.split { $0 == Byte.newline || $0 == Byte.return }.dropFirst().dropLast()
    var widths: [Int: Int] = [:]
    for text in inner { widths[text.reduce(1) { $1 == delimiter ? $0 + 1 : $0 }, default: 0] += 1 }
    guard let (width, lines) = widths.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
      width > 1, lines * 2 > inner.count
    else { return }
    swallowed = (line, lines, width)
  }
}
