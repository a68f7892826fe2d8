import DetainerModel
import Screen
import Text

/// The last row: what is going on, and the keys that matter here; help and quit are the last to go.
enum StatusLine {
  static func draw(_ state: BrowserState, _ rect: Rect, on canvas: inout Canvas) {
    canvas.fill(rect, style: .normal)
    let hints = hints(state)
    let lastCount = state.dataset.isLoading ? 3 : 2
    let last = rect.width >= 24 ? Array(hints.suffix(lastCount)) : [("?", "help")]
    let texts = texts(state)
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
      if state.dataset.isLoading, let text = texts.first(where: { $0.count + 7 <= rect.width }) {
        canvas.put(text, x: rect.x + 7, y: rect.y)
      }
      return
    }
    // As many hints as fit behind the text, the last two always; the text gives way before them.
    var shown = hints
    while shown.count > last.count, TextWidth.of(texts[0]) + 2 + width(of: shown) > rect.width {
      shown.remove(at: shown.count - last.count - 1)
    }
    let room = max(0, rect.width - width(of: shown) - 2)
    let fitting = texts.first { TextWidth.of($0) <= room }
    canvas.put(fitting ?? TextWidth.clip(texts[0], to: room), x: rect.x, y: rect.y, width: room)
    draw(shown, at: max(rect.x, rect.maxX - width(of: shown)), rect, on: &canvas)
  }

  /// What is going on, in forms from the widest to the shortest.
  private static func texts(_ state: BrowserState) -> [String] {
    if !state.keymap.pendingText.isEmpty { return [state.keymap.pendingText + " …"] }
    if state.pending != nil, state.prompt == nil { return ["FINDING …  Esc stops", "FINDING …"] }
    let data = state.dataset
    if data.isLoading { return ProgressText.forms(state.progress) }
    let partial = data.isPartial ? "PARTIAL  " : ""
    if let open = state.openView {
      let rows = open.table.rows.count
      let place = rows == 0 ? "READY" : "\(open.position.cursor + 1) of \(grouped(rows))"
      return [partial + place, place]
    }
    let marked = state.marks[state.focus]?.count ?? 0
    if marked > 0 {
      let rows = "\(counted(marked, "row")) marked"
      return [partial + rows, rows]
    }
    let problems = state.problemCount.map { " · \($0), gh shows" } ?? ""
    let rows = counted(data.table.rowCount, "row")
    let weeks = counted(state.weeks.count, "week")
    return [
      "\(partial.isEmpty ? "READY  " : partial)\(weeks) · \(rows)\(problems)", partial + weeks,
    ]
  }

  private static func hints(_ state: BrowserState) -> [(String, String)] {
    if state.prompt != nil {
      return [("Enter", "keep"), ("Esc", "restore"), ("C-n C-p", "move")]
    }
    var hints = state.openView.map(viewHints) ?? paneHints(state)
    if state.dataset.isLoading { hints.insert(("C-c", "cancel"), at: hints.count - 2) }
    return hints
  }

  private static func paneHints(_ state: BrowserState) -> [(String, String)] {
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
      case .trend:
        [("Enter", "rows"), ("Tab", "span"), ("a", "everything or place"), ("%", "measure")]
      case .map: [("Enter", "filter by it"), ("hjkl", "move"), ("%", "measure")]
      case .pivot:
        [("Enter", "rows"), ("Tab", "across"), ("f", "down"), ("} {", "column"), ("%", "measure")]
      case .place, .side: [("Enter", "the week")]
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
  /// Whether the filter has the term that the browser starts with.
  var showsDeclinedOnly: Bool { filter.terms.contains(Self.startFilter.terms[0]) }
}
