import DetainerModel
import Screen
import Text

/// The dialogs over the panes.
enum OverlayView {
  /// The widths of the labels in the dialogs of text.
  static let helpLabel = 19
  static let detailLabel = 14

  /// How wide the text beside a label may be on a screen of so many columns.
  static func room(_ columns: Int, labelWidth: Int) -> Int {
    let outer = columns >= 60 ? columns - 4 : columns
    return max(4, outer - 3 - (columns >= 40 ? labelWidth : 0))
  }

  /// How many lines of text a dialog shows.
  static func textHeight(_ size: Size) -> Int { max(1, frame(size).height - 2) }

  /// Dialogs leave the filter and the status line free where there is room for that.
  private static func frame(_ size: Size) -> Rect {
    let rows = size.rows >= 7 ? size.rows - 2 : max(1, size.rows - 1)
    return size.columns >= 60 && size.rows >= 16
      ? Rect(x: 2, y: 1, width: size.columns - 4, height: rows - 1)
      : Rect(x: 0, y: 0, width: size.columns, height: rows)
  }

  static func draw(_ overlay: Overlay, _ state: BrowserState, on canvas: inout Canvas) {
    let outer = frame(state.size)
    switch overlay {
    case .help(let top):
      text(
        "Help", HelpView.lines(width: state.size.columns), top, labelWidth: helpLabel, state, outer,
        on: &canvas)
    case .detail(let top):
      let lines = DetailView.lines(of: state, width: state.size.columns)
      text(
        DetailView.title(of: state), lines, top, labelWidth: detailLabel, state, outer, on: &canvas)
    case .health(let health, let top):
      let lines = HealthView.lines(of: health, width: state.size.columns)
      let title = HealthView.title(of: health, width: state.size.columns)
      text(title, lines, top, labelWidth: 0, state, outer, on: &canvas)
    case .messages(let top):
      let lines = MessagesView.lines(of: state, width: state.size.columns)
      text("Messages", lines, top, labelWidth: 0, state, outer, on: &canvas)
    case .charts: drawCharts(state, outer, on: &canvas)
    case .pick(let list): draw(list, outer, on: &canvas)
    case .sort(let cursor):
      drawMenu("Order", state.orderNames, cursor, "Enter  O reverses", outer, on: &canvas)
    case .countBy(let cursor):
      drawMenu(
        "Count by", FrequencyView.keys.map(\.words), cursor, "Enter  Esc", outer, on: &canvas)
    case .export(let dialog): drawExport(dialog, state, outer, on: &canvas)
    }
  }

  private static func drawCharts(_ state: BrowserState, _ outer: Rect, on canvas: inout Canvas) {
    let week = state.week.map { $0.report.label } ?? ""
    let inner = box("Charts \(week)", outer, on: &canvas)
    for (panel, rect) in Charts.places(in: inner, weeks: WeeksChart.lines(state)) {
      Charts.draw(panel, state, rect, on: &canvas)
    }
    footer("Esc closes", outer, on: &canvas)
    canvas.cursor = Point(x: inner.x, y: inner.y)
  }

  // MARK: Parts

  /// Draws a box with a title and gives back the room inside it.
  @discardableResult
  static func box(_ title: String, _ rect: Rect, on canvas: inout Canvas) -> Rect {
    canvas.fill(rect, style: .normal)
    guard rect.width >= 4, rect.height >= 3 else { return rect }
    let line = String(repeating: "─", count: rect.width - 2)
    canvas.put("┌\(line)┐", x: rect.x, y: rect.y, style: .frame)
    canvas.put("└\(line)┘", x: rect.x, y: rect.maxY - 1, style: .frame)
    for y in (rect.y + 1)..<(rect.maxY - 1) {
      canvas.put("│", x: rect.x, y: y, style: .frame)
      canvas.put("│", x: rect.maxX - 1, y: y, style: .frame)
    }
    canvas.put(
      " \(TextWidth.clip(title, to: max(0, rect.width - 6))) ", x: rect.x + 1, y: rect.y,
      style: .title)
    return rect.inset(by: 1)
  }

  /// Words at the bottom edge of a box: where one is in it and how to leave.
  static func footer(_ text: String, _ rect: Rect, on canvas: inout Canvas) {
    guard rect.height >= 3, rect.width >= 12 else { return }
    let clipped = " \(TextWidth.clip(text, to: rect.width - 6)) "
    canvas.put(clipped, x: rect.maxX - 2 - TextWidth.of(clipped), y: rect.maxY - 1, style: .dim)
  }

  /// Lines of a dialog for its width: below forty columns each label has a line of its own.
  static func stacked(
    _ lines: [(label: String, text: String, style: Style)], width: Int
  ) -> [(label: String, text: String, style: Style)] {
    guard width < 40 else { return lines }
    return lines.flatMap { line in
      line.label.isEmpty || line.text.isEmpty
        ? [line] : [(line.label, "", .normal), ("", line.text, line.style)]
    }
  }

  private static func text(
    _ title: String, _ lines: [(label: String, text: String, style: Style)], _ top: Int,
    labelWidth: Int, _ state: BrowserState, _ outer: Rect, on canvas: inout Canvas
  ) {
    let inner = box(title, outer, on: &canvas)
    let top = max(0, min(top, lines.count - inner.height))
    // In a narrow place a label stands above its text, see `stacked`.
    let width = state.size.columns >= 40 ? labelWidth : 0
    for (index, line) in lines.dropFirst(top).prefix(max(0, inner.height)).enumerated() {
      let y = inner.y + index
      // A label without a text has the line for itself; a longer one moves its text to the right.
      let isAlone = width == 0 || line.text.isEmpty
      let width = isAlone ? width : max(width, TextWidth.of(line.label) + 1)
      canvas.put(
        line.label, x: inner.x + 1, y: y, width: isAlone ? inner.width - 1 : width - 1,
        style: .key)
      let x = line.label.isEmpty && line.style == .title ? inner.x + 1 : inner.x + width + 1
      canvas.put(line.text, x: x, y: y, width: max(0, inner.maxX - x), style: line.style)
    }
    let last = min(lines.count, top + inner.height)
    footer("\(min(top + 1, last))–\(last) of \(lines.count)  j k  Esc closes", outer, on: &canvas)
    canvas.cursor = Point(x: inner.x, y: inner.y)
  }

  private static func draw(_ list: PickList, _ outer: Rect, on canvas: inout Canvas) {
    let rect = Rect(
      x: outer.x, y: outer.y, width: min(outer.width, 60),
      height: min(outer.height, list.choices.count + 3))
    let inner = box("\(list.title): type to narrow", rect, on: &canvas)
    let shown = list.shown
    canvas.put("> ", x: inner.x, y: inner.y, style: .prompt)
    let typed = canvas.put(
      list.editor.string, x: inner.x + 2, y: inner.y, width: inner.width - 2, style: .prompt)
    canvas.cursor = Point(x: min(inner.maxX - 1, inner.x + 2 + typed), y: inner.y)
    var position = list.position
    position.settle(rows: shown.count, height: max(1, inner.height - 1))
    for line in 0..<max(0, inner.height - 1) where position.top + line < shown.count {
      let index = position.top + line
      let choice = shown[index]
      let y = inner.y + 1 + line
      let count = grouped(choice.count)
      canvas.put(
        list.chosen.contains(choice.value) ? "*" : " ", x: inner.x + 1, y: y, style: .marked)
      let room = max(0, inner.width - 4 - TextWidth.of(count))
      canvas.put(TextWidth.clip(choice.label, to: room), x: inner.x + 2, y: y, width: room)
      canvas.put(count, x: inner.maxX - TextWidth.of(count) - 1, y: y)
      if index == position.cursor {
        canvas.restyle(Rect(x: inner.x, y: y, width: inner.width, height: 1), style: .cursor)
        canvas.put("▶", x: inner.x, y: y, style: .cursor)
      }
    }
    if shown.isEmpty {
      canvas.put(
        "Nothing here begins or contains that.", x: inner.x + 1, y: inner.y + 1,
        width: inner.width - 1, style: .dim)
    }
    footer("\(shown.count) of \(list.choices.count)  Space several  Enter", rect, on: &canvas)
  }

  private static func drawMenu(
    _ title: String, _ names: [String], _ cursor: Int, _ keys: String, _ outer: Rect,
    on canvas: inout Canvas
  ) {
    let rect = Rect(
      x: outer.x, y: outer.y, width: min(outer.width, 36),
      height: min(outer.height, names.count + 2))
    let inner = box(title, rect, on: &canvas)
    var position = PanePosition(cursor: cursor)
    position.settle(rows: names.count, height: max(1, inner.height))
    for line in 0..<max(0, inner.height) where position.top + line < names.count {
      let index = position.top + line
      canvas.put(names[index], x: inner.x + 2, y: inner.y + line, width: inner.width - 2)
      if index == cursor {
        canvas.restyle(
          Rect(x: inner.x, y: inner.y + line, width: inner.width, height: 1), style: .cursor)
        canvas.put("▶", x: inner.x, y: inner.y + line, style: .cursor)
        canvas.cursor = Point(x: inner.x, y: inner.y + line)
      }
    }
    footer(keys, rect, on: &canvas)
  }
}
