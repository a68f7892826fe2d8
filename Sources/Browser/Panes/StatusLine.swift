import DetainerModel
import Screen
import Text

/// The last row: what is going on, and the keys that matter here; help and quit are the last to go.
enum StatusLine {
  static func draw(_ state: BrowserState, _ rect: Rect, on canvas: inout Canvas) {
    canvas.fill(rect, style: .normal)
    let hints = hints(state, width: rect.width)
    let lastWidth = Hints.width(of: hints.last)
    if let message = state.message {
      let room = room(for: message, hints, rect.width, state)
      let lines = wrapped(message.text, to: room)
      let isLong = isLong(state, state.layout)
      let text = isLong ? lines.dropFirst().joined(separator: " ") : message.text
      canvas.put(
        fitting(text, state, to: room), x: rect.x, y: rect.y, width: room,
        style: style(of: message))
      if room < rect.width { draw(hints.last, at: rect.maxX - lastWidth, rect, on: &canvas) }
      return
    }
    let texts = texts(state)
    if rect.width < 24 {
      let key = hints.last.first.map { $0.key + $0.words } ?? ""
      let used = canvas.put(key, x: rect.x, y: rect.y, width: rect.width, style: .key)
      let room = rect.width - used - 1
      if state.dataset.isLoading, let text = texts.first(where: { TextWidth.of($0) <= room }) {
        canvas.put(text, x: rect.x + used + 1, y: rect.y)
      }
      return
    }
    // The text gives way before the last hints.
    let room = max(0, rect.width - Hints.width(of: hints.below + hints.last) - 2)
    let text = texts.first { TextWidth.of($0) <= room } ?? TextWidth.clip(texts[0], to: room)
    let used = canvas.put(text, x: rect.x, y: rect.y, width: room)
    draw(hints.below, at: rect.x + used + (used > 0 ? 2 : 0), rect, on: &canvas)
    draw(hints.last, at: max(rect.x, rect.maxX - lastWidth), rect, on: &canvas)
  }

  /// The hints of this line, as many as fit, and those that are left.
  static func hints(_ state: BrowserState, width: Int) -> Hints {
    Hints(state, width: width, besideTextOf: TextWidth.of(texts(state)[0]))
  }

  // MARK: Messages

  /// Whether the message takes a second line, above this one: it has no room in one, and nothing is
  /// typed or open over that line.
  static func isLong(_ state: BrowserState, _ layout: Layout) -> Bool {
    guard let message = state.message, let rect = layout.status, layout.note != nil,
      state.typedLine == nil, state.dialog == nil
    else { return false }
    let hints = hints(state, width: rect.width)
    return TextWidth.of(message.text) > room(for: message, hints, rect.width, state)
  }

  /// Draws the first line of a message of two.
  static func drawBeginning(_ state: BrowserState, _ rect: Rect, on canvas: inout Canvas) {
    guard let message = state.message else { return }
    let hints = hints(state, width: rect.width)
    let lines = wrapped(message.text, to: room(for: message, hints, rect.width, state))
    canvas.fill(rect, style: .normal)
    canvas.put(
      lines.first ?? "", x: rect.x, y: rect.y, width: rect.width, style: style(of: message))
  }

  /// How wide a message may be: beside the last hints, but alone where it is of what is typed.
  private static func room(
    for message: (text: String, isError: Bool), _ hints: Hints, _ width: Int, _ state: BrowserState
  ) -> Int {
    let isAlone = state.prompt != nil && message.isError
    return width >= 56 && !isAlone ? width - Hints.width(of: hints.last) - 2 : width
  }

  private static func style(of message: (text: String, isError: Bool)) -> Style {
    message.isError ? .error : .strong
  }

  /// A message, its beginning left out where it is too long: its end is what to do, or the path of a
  /// command line. All of it is a key away, where no text is typed.
  private static func fitting(_ text: String, _ state: BrowserState, to room: Int) -> String {
    guard TextWidth.of(text) > room else { return text }
    let all = "  \(state.key(MessagesDialog.command)) shows all"
    guard state.prompt == nil, state.dialog?.isTyped != true, room >= 56 else {
      return TextWidth.clippedBefore(text, to: room)
    }
    return TextWidth.clippedBefore(text, to: room - TextWidth.of(all)) + all
  }

  /// What is going on, in forms from the widest to the shortest.
  private static func texts(_ state: BrowserState) -> [String] {
    if !state.keymap.pendingText.isEmpty { return [state.keymap.pendingText + " …"] }
    if state.waiting != nil, state.prompt == nil {
      return ["FINDING …  \(state.key(.escape)) stops", "FINDING …"]
    }
    if let export = state.dialog as? ExportDialog, export.isWriting, export.target == .file {
      let rows = "\(grouped(export.written)) of \(counted(export.listing?.rowCount ?? 0, "row"))"
      return ["WRITING \(rows)  C-c cancels", "WRITING \(grouped(export.written))"]
    }
    let data = state.dataset
    if data.isLoading { return ProgressText.forms(state.progress) }
    let partial = data.isPartial ? "PARTIAL  " : ""
    if let open = state.shown.openView {
      let (row, rows) = open.view.place(in: open)
      let place = rows == 0 ? "" : "\(row) of \(grouped(rows))"
      return [partial + place, place]
    }
    let marked = state.marks[state.focus]?.count ?? 0
    if marked > 0 {
      let rows = "\(counted(marked, "row")) marked"
      return [partial + rows, rows]
    }
    guard let problems = state.problemCount else { return [partial] }
    let health = state.keymap.hint(of: HealthDialog.command)
    return ["\(partial)\(problems), \(health) shows", partial + "\(health): problems", partial]
  }

  private static func draw(
    _ hints: [Hint], at x: Int, _ rect: Rect, on canvas: inout Canvas
  ) {
    var x = x
    for hint in hints { x += draw(hint, x: x, y: rect.y, on: &canvas) + 2 }
  }

  /// Draws a hint, and says how wide it is.
  @discardableResult
  static func draw(_ hint: Hint, x: Int, y: Int, on canvas: inout Canvas) -> Int {
    let width = canvas.put(hint.key, x: x, y: y, style: .key)
    return width + canvas.put(" " + hint.words, x: x + width, y: y, style: .dim)
  }
}
