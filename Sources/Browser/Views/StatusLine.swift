import DetainerModel
import Screen

/// The last row: what is going on, and the keys that matter here; help and quit are the last to go.
enum StatusLine {
  static func draw(_ state: BrowserState, _ rect: Rect, on canvas: inout Canvas) {
    canvas.fill(rect, style: .normal)
    let hints = hints(state)
    let last = rect.width >= 24 ? Array(hints.suffix(2)) : [("?", "help")]
    let text = text(state)
    if let message = state.message {
      let lastWidth = width(of: last)
      let room = rect.width >= 56 && state.prompt == nil ? rect.width - lastWidth - 2 : rect.width
      canvas.put(
        TextWidth.clip(message.text, to: room), x: rect.x, y: rect.y, width: room,
        style: message.isError ? .error : .strong)
      if room < rect.width { draw(last, at: rect.maxX - lastWidth, rect, on: &canvas) }
      return
    }
    if rect.width < 24 {
      canvas.put("?help", x: rect.x, y: rect.y, width: rect.width, style: .key)
      return
    }
    // As many hints as fit behind the text, the last two always; the text gives way before them.
    var shown = hints
    while shown.count > last.count, TextWidth.of(text) + 2 + width(of: shown) > rect.width {
      shown.remove(at: shown.count - last.count - 1)
    }
    let room = max(0, rect.width - width(of: shown) - 2)
    let fitting = [text, shortText(state)].first { TextWidth.of($0) <= room }
    canvas.put(fitting ?? TextWidth.clip(text, to: room), x: rect.x, y: rect.y, width: room)
    draw(shown, at: max(rect.x, rect.maxX - width(of: shown)), rect, on: &canvas)
  }

  private static func text(_ state: BrowserState) -> String {
    if !state.keymap.pendingText.isEmpty { return state.keymap.pendingText + " …" }
    let data = state.dataset
    if data.isLoading {
      guard let progress = state.progress else { return "READING …" }
      return "READING \(Int(progress.part * 100))% \(progress.file)  C-c cancels"
    }
    if let open = state.openView {
      let rows = open.table.rows.count
      return rows == 0 ? "READY" : "\(open.position.cursor + 1) of \(grouped(rows))"
    }
    let marked = state.marks[state.focus]?.count ?? 0
    if marked > 0 { return "\(counted(marked, "row")) marked" }
    let problems = state.problemCount.map { " · \($0), gh shows" } ?? ""
    let rows = counted(data.table.rowCount, "row")
    return "\(state.readiness)\(counted(state.weeks.count, "week")) · \(rows)\(problems)"
  }

  /// What is said where there is no room for all of it.
  private static func shortText(_ state: BrowserState) -> String {
    if state.dataset.isLoading { return "READING \(Int((state.progress?.part ?? 0) * 100))%" }
    let weeks = state.openView == nil ? counted(state.weeks.count, "week") : ""
    return state.dataset.isPartial ? state.readiness + weeks : weeks
  }

  private static func hints(_ state: BrowserState) -> [(String, String)] {
    if state.prompt != nil {
      return [("Enter", "keep"), ("Esc", "restore"), ("C-n C-p", "move")]
    }
    if let open = state.openView { return viewHints(open) }
    let open: (String, String) =
      switch state.focus {
      case .weeks: ("Enter", "jurisdictions")
      case .jurisdictions: ("Enter", "sample crimes")
      case .detainers: ("Enter", "detail")
      }
    let leave = state.focus == .weeks ? "quit" : "back"
    return [
      open, ("/", "filter"), ("[ ]", "week"),
      ("D", state.showsDeclinedOnly ? "all outcomes" : "declined"),
      ("e", "export"), ("o", "sort"), ("i", "detail"), ("?", "help"), ("q", leave),
    ]
  }

  private static func viewHints(_ open: OpenView) -> [(String, String)] {
    let own: [(String, String)] =
      switch open.view {
      case .frequency: [("Enter", "rows"), ("f", "count by"), ("%", "measure"), ("O", "reverse")]
      case .comparison: [("Enter", "rows"), ("} {", "change"), ("=", "other"), ("%", "measure")]
      }
    return own + [("[ ]", "week"), ("/", "filter"), ("e", "export"), ("?", "help"), ("q", "back")]
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

extension BrowserState {
  /// Whether all is there that was given, in a word.
  fileprivate var readiness: String { dataset.isPartial ? "PARTIAL  " : "READY  " }

  /// Whether the filter has the term that the browser starts with.
  var showsDeclinedOnly: Bool { filter.terms.contains(Self.startFilter.terms[0]) }
}
