import DetainerModel
import Screen
import Text

/// The last row: what is going on, and the keys that matter here; help and quit are the last to go.
enum StatusLine {
  static func draw(_ state: BrowserState, _ rect: Rect, on canvas: inout Canvas) {
    canvas.fill(rect, style: .normal)
    let hints = hints(state)
    let lastCount = state.dataset.isLoading && state.prompt == nil ? 3 : 2
    let last = rect.width >= 24 ? Array(hints.suffix(lastCount)) : [("?", "help")]
    let texts = texts(state)
    if let message = state.message {
      let lastWidth = width(of: last)
      // An error in what is typed needs the whole line.
      let isAlone = state.prompt != nil && message.isError
      let room = rect.width >= 56 && !isAlone ? rect.width - lastWidth - 2 : rect.width
      canvas.put(
        fitting(message.text, state, to: room), x: rect.x, y: rect.y, width: room,
        style: message.isError ? .error : .strong)
      if room < rect.width { draw(last, at: rect.maxX - lastWidth, rect, on: &canvas) }
      return
    }
    if rect.width < 24 {
      canvas.put("?help", x: rect.x, y: rect.y, width: rect.width, style: .key)
      if state.dataset.isLoading, let text = texts.first(where: { $0.count + 7 <= rect.width }) {
        canvas.put(text, x: rect.x + 7, y: rect.y)
      }
      return
    }
    // As many hints as fit behind the text, the last two always; the text gives way before them.
    var shown = hints
    let least = texts[0].isEmpty ? 0 : TextWidth.of(texts[0]) + 2
    while shown.count > last.count, least + width(of: shown) > rect.width {
      shown.remove(at: shown.count - last.count - 1)
    }
    let room = max(0, rect.width - width(of: shown) - 2)
    let text = texts.first { TextWidth.of($0) <= room } ?? TextWidth.clip(texts[0], to: room)
    let used = canvas.put(text, x: rect.x, y: rect.y, width: room)
    let first = shown.dropLast(last.count)
    if !first.isEmpty {
      draw(Array(first), at: rect.x + used + (used > 0 ? 2 : 0), rect, on: &canvas)
    }
    draw(last, at: max(rect.x, rect.maxX - width(of: last)), rect, on: &canvas)
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
    return ["\(partial)\(problems), gh shows", partial + "gh: problems", partial]
  }

  private static func hints(_ state: BrowserState) -> [(String, String)] {
    if state.prompt != nil {
      return [("Enter", "keep"), ("Esc", "restore"), ("C-n C-p", "move")]
    }
    let following = state.keymap.following
    if !following.isEmpty {
      return following.map { ($0.key, $0.command.words) } + [("?", "help"), ("q", "quit")]
    }
    var hints = state.shown.openView.map { viewHints($0.view, state.keymap) } ?? paneHints(state)
    if state.dataset.isLoading { hints.insert(("C-c", "cancel"), at: hints.count - 2) }
    return hints
  }

  /// The ways to go on, in the order in which they matter to who does not know them; the last two
  /// always stay.
  private static func paneHints(_ state: BrowserState) -> [(String, String)] {
    let open =
      switch state.focus {
      case .weeks: "jurisdictions"
      case .jurisdictions: "crimes"
      case .detainers: "detail"
      }
    func hint(_ command: Command, _ words: String) -> (String, String) {
      (state.keymap.hint(of: command), words)
    }
    return [
      hint(PlacesDialog.command, "is a place listed?"), hint(CountView.frequency, "count"),
      hint(ComparisonView.command, "compare"), hint(NotesView.command, "caveats"),
      hint(.open, open), hint(ExportDialog.command, "export"), ("[ ]", state.shown.unit),
      hint(TrendView.command, "trend"), hint(MapView.command, "map"),
      hint(CountView.pivot, "pivot"), hint(PoliciesView.command, "policies"),
      hint(CorrectionsView.command, "corrections"), hint(PaletteDialog.command, "commands"),
      hint(.detail, "detail and source"), hint(.sort, "sort"),
      hint(HelpDialog.command, "help"), ("q", state.hasOpened ? "back" : "quit"),
    ]
  }

  private static func viewHints(
    _ view: any DataView, _ keymap: Keymap
  ) -> [(String, String)] {
    view.keys.filter { !$0.words.isEmpty }.map {
      ($0.keys ?? keymap.hint(of: $0.command), $0.words)
    }
      + [
        ("[ ]", "week"), (keymap.hint(of: .filter), "filter"),
        (keymap.hint(of: ExportDialog.command), "export"), (keymap.hint(of: .detail), "source"),
        (keymap.hint(of: HelpDialog.command), "help"), ("q", "back"),
      ].filter { hint in
        !view.keys.contains { !$0.words.isEmpty && keymap.hint(of: $0.command) == hint.0 }
      }
  }

  private static func width(of hints: [(String, String)]) -> Int {
    hints.reduce(-2) { $0 + TextWidth.of($1.0) + 1 + TextWidth.of($1.1) + 2 }
  }

  private static func draw(
    _ hints: [(String, String)], at x: Int, _ rect: Rect, on canvas: inout Canvas
  ) {
    var x = x
    for (key, what) in hints {
      x += canvas.put(key, x: x, y: rect.y, style: .key)
      x += canvas.put(" \(what)", x: x, y: rect.y, style: .dim) + 2
    }
  }
}
