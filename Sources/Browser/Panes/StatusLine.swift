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
      // An error in what is typed needs the whole line.
      let isAlone = state.prompt != nil && message.isError
      let room = rect.width >= 56 && !isAlone ? rect.width - lastWidth - 2 : rect.width
      canvas.put(
        fitting(message.text, state, to: room), x: rect.x, y: rect.y, width: room,
        style: message.isError ? .error : .strong)
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

  /// A message, its middle left out where it is too long: its end is what to do, or the path of a
  /// command line. All of it is a key away, where no text is typed.
  private static func fitting(_ text: String, _ state: BrowserState, to room: Int) -> String {
    guard TextWidth.of(text) > room else { return text }
    let all = "  \(state.keymap.hint(of: MessagesDialog.command)) shows all"
    guard state.prompt == nil, state.dialog?.isTyped != true, room >= 56 else {
      return TextWidth.clip(text, to: room)
    }
    return TextWidth.clippedInside(text, to: room - TextWidth.of(all)) + all
  }

  /// What is going on, in forms from the widest to the shortest.
  private static func texts(_ state: BrowserState) -> [String] {
    if !state.keymap.pendingText.isEmpty { return [state.keymap.pendingText + " …"] }
    if state.waiting != nil, state.prompt == nil { return ["FINDING …  Esc stops", "FINDING …"] }
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
