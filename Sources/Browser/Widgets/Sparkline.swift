import Screen
import Text

/// Values over time as one line of columns, oldest first, with what must be known to read it.
struct Sparkline: Hashable, Sendable {
  /// The values; nil where none is known, which is drawn as a gap and not as a zero.
  var values: [Double?] = []
  /// What the values are called.
  var labels: [String] = []
  /// The columns that stand for a long gap, which would push what is known out of sight.
  var breaks: Set<Int> = []
  /// The least, the greatest and the last value in words, in forms that get shorter.
  var captions: [String] = []
  /// The value that each row of the table stands for, if any.
  var valueOfRow: [Int?] = []

  /// A value over time, or a gap in what is at hand.
  struct Moment: Hashable, Sendable {
    let label: String
    let value: Double?
    let isGap: Bool
  }

  /// From so many gaps in a row on they shrink.
  private static let longGap = 6
  /// To so many columns.
  private static let shrunkGap = 3

  /// Moments as a line in which long gaps shrink, and where each of them stands; nil for what a gap
  /// has swallowed.
  static func line(of moments: [Moment]) -> (line: Sparkline, places: [Int?]) {
    var (line, places) = (Sparkline(), [Int?]())
    for run in runs(of: moments.map(\.isGap)) {
      let isLong = run.count >= longGap
      let count = isLong ? shrunkGap : run.count
      let start = line.values.count
      if isLong { line.breaks.formUnion(start..<start + count) }
      line.values += moments[run].prefix(count).map(\.value)
      line.labels += moments[run].prefix(count).map(\.label)
      places += run.indices.map { $0 - run.lowerBound < count ? start + $0 - run.lowerBound : nil }
    }
    return (line, places)
  }

  /// Gaps in a row together, everything else by itself.
  static func runs(of gaps: [Bool]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in gaps.indices {
      if gaps[index], let last = runs.last, gaps[last.lowerBound] {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }

  /// From so many values on a line says more than bars do.
  static let least = 9

  private static let eighths = Array("▁▂▃▄▅▆▇█")

  /// The least, the greatest and the last of some values, in forms that get shorter.
  static func captions(_ values: [(value: Double, words: String, label: String)]) -> [String] {
    let ends = [
      ("min", values.min { $0.value < $1.value }), ("max", values.max { $0.value < $1.value }),
      ("last", values.last),
    ].compactMap { name, end in end.map { (name, $0.words, $0.label) } }
    return [
      ends.map { "\($0) \($1) in \($2)" }.joined(separator: " · "),
      ends.map { "\($0.0) \($0.1)" }.joined(separator: " · "),
    ]
  }

  /// Lines of text, the highest first: a gap is blank, a zero the lowest stroke, and whatever is
  /// more than nothing is higher than that.
  static func lines(_ values: some Sequence<Double?>, height: Int, most: Double) -> [String] {
    let levels = values.map { value -> Int in
      guard let value else { return 0 }
      guard value > 0, most > 0 else { return 1 }
      return max(2, Int((value / most * Double(height * 8)).rounded()))
    }
    return (0..<height).reversed().map { row in
      String(levels.map { $0 <= row * 8 ? " " : eighths[min(8, $0 - row * 8) - 1] })
    }
  }

  /// How many lines the picture, the axis and the caption take of a view; none on small screens.
  static func heights(in height: Int) -> (picture: Int, axis: Int, caption: Int) {
    if height >= 18 { return (min(8, height / 5), 1, 1) }
    return height >= 8 ? (1, 0, 1) : (0, 0, 0)
  }

  /// Draws as many values as there are columns, the one of the selected row always among them.
  func draw(
    _ rect: Rect, heights: (picture: Int, axis: Int, caption: Int)? = nil, selectedRow: Int,
    on canvas: inout Canvas
  ) {
    let (picture, axis, captionHeight) = heights ?? Self.heights(in: rect.height)
    let width = rect.width - 4
    guard picture > 0, width > 0 else { return }
    let selected = valueOfRow.indices.contains(selectedRow) ? valueOfRow[selectedRow] : nil
    // The newest are shown, unless the selected one is older than these.
    let first = max(0, min(values.count - width, (selected ?? values.count) - width / 2))
    let shown = values[first..<min(values.count, first + width)]
    let most = values.reduce(0) { max($0, $1 ?? 0) }
    for (line, text) in Self.lines(shown, height: picture, most: most).enumerated() {
      canvas.put(text, x: rect.x + 2, y: rect.y + line, width: width, style: .bar)
    }
    for index in breaks where shown.indices.contains(index) {
      canvas.put("┄", x: rect.x + 2 + index - first, y: rect.y + picture - 1, style: .dim)
    }
    let column = selected.map { $0 - first }
    if axis > 0 {
      let (left, right) = (labels[first], labels[shown.endIndex - 1])
      drawAxis(
        left, right, width: max(shown.count, left.count + right.count + 3), marked: column,
        at: Point(x: rect.x + 2, y: rect.y + picture), on: &canvas)
    }
    guard captionHeight > 0 else { return }
    let caption = captions.first { TextWidth.of($0) <= width } ?? ""
    canvas.put(caption, x: rect.x + 2, y: rect.y + picture + axis, width: width)
  }

  /// The first and the last label, where the mark of the selected value does not stand.
  private func drawAxis(
    _ left: String, _ right: String, width: Int, marked column: Int?, at point: Point,
    on canvas: inout Canvas
  ) {
    if column.map({ $0 > left.count }) ?? true {
      canvas.put(left, x: point.x, y: point.y, style: .dim)
    }
    let start = width - right.count
    if column.map({ $0 < start - 1 || $0 >= width }) ?? true {
      canvas.put(right, x: point.x + start, y: point.y, style: .dim)
    }
    if let column { canvas.put("▲", x: point.x + column, y: point.y, style: .strong) }
  }
}
