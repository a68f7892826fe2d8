import DetainerModel
import Screen
import Text

/// What is known of the selected row: a fact a line, every one with its source.
enum DetailView {
  /// A fact: its name and what is known.
  struct Fact {
    let label: String
    let text: String
    var style = Style.normal
  }

  static let labelWidth = 13

  static func title(of state: BrowserState) -> String {
    switch state.focus {
    case .weeks: "Detail of the report"
    case .jurisdictions: "Detail of the jurisdiction"
    case .detainers:
      state.detainers.isEmpty
        ? "Detail"
        : "Detail \((state.positions[.detainers]?.cursor ?? 0) + 1)/\(state.detainers.count)"
    }
  }

  static func facts(of state: BrowserState) -> [Fact] {
    let facts: [Fact] =
      switch state.focus {
      case .weeks: state.week.map { WeekDetail.facts($0, state) } ?? []
      case .jurisdictions: state.jurisdiction.map { JurisdictionDetail.facts($0, state) } ?? []
      case .detainers: state.detainer.map { DetainerDetail.facts($0, state) } ?? []
      }
    return facts.filter { !$0.text.isEmpty }
  }

  /// One line of the pane: one fact, or two short ones side by side.
  struct Line {
    var left: Fact
    var right: Fact?
    var labelWidth = DetailView.labelWidth
  }

  /// In a narrow place one fact a line; short facts share a line where there is room for two.
  static func draw(_ state: BrowserState, _ rect: Rect, on canvas: inout Canvas) {
    let facts = lines(of: facts(of: state), rect)
    let lines = facts + OriginalsView.lines(of: state, below: facts.count, rect)
    if lines.isEmpty {
      canvas.put(
        "Nothing is selected.", x: rect.x + 1, y: rect.y, width: rect.width - 1, style: .dim)
    }
    let isCut = lines.count > rect.height
    let more = isCut ? "  i shows all" : ""
    let half = rect.width / 2
    for (index, line) in lines.prefix(max(0, rect.height)).enumerated() {
      var row = Rect(x: rect.x, y: rect.y + index, width: rect.width, height: 1)
      if isCut, index == rect.height - 1 {
        row.width -= more.count
        canvas.put(more, x: row.maxX, y: row.y, style: .key)
      }
      if let right = line.right {
        put(
          line.left, line.labelWidth, Rect(x: row.x, y: row.y, width: half, height: 1), on: &canvas)
        put(
          right, line.labelWidth,
          Rect(x: row.x + half, y: row.y, width: row.width - half, height: 1), on: &canvas)
      } else {
        put(line.left, line.labelWidth, row, on: &canvas)
      }
    }
  }

  /// Facts as lines of a pane; a long text takes more than one only where there is room for that.
  static func lines(
    of facts: [Fact], _ rect: Rect, labelWidth: Int = DetailView.labelWidth
  ) -> [Line] {
    let half = rect.width / 2
    var lines: [Line] = []
    var index = 0
    while index < facts.count {
      let fact = facts[index]
      if rect.width >= 72, index + 1 < facts.count, fits(fact, half, labelWidth),
        fits(facts[index + 1], rect.width - half - 13, labelWidth)
      {
        lines.append(Line(left: fact, right: facts[index + 1], labelWidth: labelWidth))
        index += 2
        continue
      }
      // A long text takes more lines only where there are enough for the facts that follow.
      let texts = wrapped(fact.text, to: max(1, rect.width - labelWidth - 2))
      let free = rect.height - lines.count - (facts.count - index - 1)
      if texts.count <= max(1, free) {
        for (line, text) in texts.enumerated() {
          lines.append(
            Line(
              left: Fact(label: line == 0 ? fact.label : "", text: text, style: fact.style),
              labelWidth: labelWidth))
        }
      } else {
        lines.append(Line(left: fact, labelWidth: labelWidth))
      }
      index += 1
    }
    return lines
  }

  /// The whole detail as lines of text, for the dialog.
  static func lines(of state: BrowserState, width: Int) -> [(
    label: String, text: String, style: Style
  )] {
    let room = OverlayView.room(width, labelWidth: OverlayView.detailLabel)
    let lines = facts(of: state).flatMap { fact in
      wrapped(fact.text, to: room).enumerated().map { index, text in
        (label: index == 0 ? fact.label : "", text: text, style: fact.style)
      }
    }
    return OverlayView.stacked(lines, width: width)
      + OriginalsView.lines(of: state, width: width)
  }

  private static func fits(_ fact: Fact, _ width: Int, _ labelWidth: Int) -> Bool {
    TextWidth.of(fact.text) <= width - labelWidth - 3
  }

  private static func put(
    _ fact: Fact, _ labelWidth: Int, _ rect: Rect, on canvas: inout Canvas
  ) {
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
