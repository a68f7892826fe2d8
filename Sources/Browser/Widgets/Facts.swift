import DetainerModel
import Screen
import Text

/// A fact: its name and what is known, with the week and the place that it speaks of, if any.
struct Fact: Sendable {
  /// What it is to whoever asks whether a number can be trusted.
  enum Role: Sendable { case said, source, correction, more }

  let label: String
  let text: String
  var week: Period?
  var place: Jurisdiction?
  var style = Style.normal
  var role = Role.said
  /// Where it comes from, if that is one row of a table beside the records.
  var origin: Origin?

  init(
    _ label: String, _ text: String, week: Period? = nil, place: Jurisdiction? = nil,
    style: Style = .normal, role: Role = .said, origin: Origin? = nil
  ) {
    self.label = label
    self.text = text
    self.week = week
    self.place = place
    self.style = style
    self.role = role
    self.origin = origin
  }
}

/// Facts in a pane: one a line, or two short ones side by side.
enum Facts {
  static let labelWidth = 13

  /// One line: one fact, or two.
  struct Row {
    var left: Fact
    var right: Fact?
    var labelWidth = Facts.labelWidth
  }

  /// How wide the longest label is.
  static func labelWidth(_ facts: [Fact]) -> Int {
    facts.map { TextWidth.of($0.label) }.max() ?? 0
  }

  /// Facts as rows; a long text takes more than one only where there is room for that.
  static func rows(_ facts: [Fact], in rect: Rect, labelWidth: Int = Facts.labelWidth) -> [Row] {
    func fits(_ fact: Fact, _ width: Int) -> Bool {
      TextWidth.fits(fact.text, in: width - labelWidth - 3)
    }
    let half = rect.width / 2
    var rows: [Row] = []
    var index = 0
    while index < facts.count {
      let fact = facts[index]
      if rect.width >= 72, index + 1 < facts.count, fits(fact, half),
        fits(facts[index + 1], rect.width - half - 13)
      {
        rows.append(Row(left: fact, right: facts[index + 1], labelWidth: labelWidth))
        index += 2
        continue
      }
      // A long text takes more lines only where there are enough for the facts that follow.
      let free = max(1, rect.height - rows.count - (facts.count - index - 1))
      let texts = wrapped(
        fact.text, to: max(1, rect.width - labelWidth - 2), atMost: free + 1)
      if texts.count <= free {
        rows += texts.enumerated().map { line, text in
          Row(
            left: Fact(line == 0 ? fact.label : "", text, style: fact.style),
            labelWidth: labelWidth)
        }
      } else {
        rows.append(Row(left: fact, labelWidth: labelWidth))
      }
      index += 1
    }
    return rows
  }

  /// Draws rows; where not all have room, the last says how to see them.
  static func draw(_ rows: [Row], _ rect: Rect, more: String, on canvas: inout Canvas) {
    let isCut = rows.count > rect.height
    let more = isCut ? "  " + more : ""
    let half = rect.width / 2
    for (index, row) in rows.prefix(max(0, rect.height)).enumerated() {
      var line = Rect(x: rect.x, y: rect.y + index, width: rect.width, height: 1)
      if isCut, index == rect.height - 1 {
        line.width -= TextWidth.of(more)
        canvas.put(more, x: line.maxX, y: line.y, style: .key)
      }
      guard let right = row.right else {
        put(row.left, row.labelWidth, line, on: &canvas)
        continue
      }
      var (first, second) = (line, line)
      first.width = half
      second.x += half
      second.width -= half
      put(row.left, row.labelWidth, first, on: &canvas)
      put(right, row.labelWidth, second, on: &canvas)
    }
  }

  private static func put(_ fact: Fact, _ labelWidth: Int, _ rect: Rect, on canvas: inout Canvas) {
    if fact.label.isEmpty, fact.style == .title {
      canvas.put(
        TextWidth.clip(fact.text, to: max(0, rect.width - 2)), x: rect.x + 1, y: rect.y,
        style: .title)
      return
    }
    let label = TextWidth.clip(fact.label, to: labelWidth)
    canvas.put(
      label, x: rect.x + 1, y: rect.y, width: max(0, min(labelWidth, rect.width - 1)), style: .dim)
    // A label that fills its column would run into its text.
    let before = max(labelWidth, TextWidth.of(label) + 1)
    let room = rect.width - before - 2
    canvas.put(
      TextWidth.clip(fact.text, to: max(0, room)), x: rect.x + before + 1, y: rect.y,
      width: max(0, room), style: fact.style)
  }
}
