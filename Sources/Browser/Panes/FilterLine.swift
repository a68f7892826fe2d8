import DetainerModel
import Screen
import Text

/// The row with the filter, or the filter being typed, and how complete what is shown is.
enum FilterLine {
  static func draw(_ state: BrowserState, _ rect: Rect, on canvas: inout Canvas) {
    canvas.fill(rect, style: .normal)
    if let (name, editor) = state.typedLine {
      let label = rect.width >= 24 ? "\(name): " : "/"
      InputLine.draw(editor, after: label, rect, on: &canvas)
      return
    }
    // The line above says it where there is one.
    let coverage =
      state.layout.note == nil || state.shown.openView != nil
      ? coverage(of: state.shown) : ""
    let filter = state.filter
    let highlight = state.request.highlight
    let sign = rect.width >= 56 ? Sign.match.words + ":" : Sign.match.form
    let text =
      "Filter: " + (filter.terms.isEmpty ? "(none)" : filter.text)
      + (highlight.terms.isEmpty ? "" : "  \(sign) \(highlight.text)")
    let isFree = TextWidth.of(text + coverage) + 2 <= rect.width || state.shown.openView == nil
    let hasCoverage = !coverage.isEmpty && rect.width >= 56 && isFree
    let coverageWidth = hasCoverage ? TextWidth.of(coverage) + 2 : 0
    let room = rect.width - coverageWidth
    let used = canvas.put(
      TextWidth.clip(text, to: room), x: rect.x, y: rect.y, width: room, style: .normal)
    var x = rect.x + used
    let hints = hints(state) + StatusLine.hints(state, width: rect.width).beside
    for hint in Hints.fitting(hints, in: room - used - 2) {
      x += 2 + StatusLine.draw(hint, x: x + 2, y: rect.y, on: &canvas)
    }
    if coverageWidth > 0 {
      canvas.put(
        coverage, x: rect.maxX - TextWidth.of(coverage), y: rect.y, width: TextWidth.of(coverage),
        style: .dim)
    }
  }

  /// How the filter is changed: the fields of which it says nothing yet come first.
  private static func hints(_ state: BrowserState) -> [Hint] {
    let fields: [(command: Command, field: FilterField)] = [
      (.pickState, .state), (.pickCounty, .county), (.pickCrime, .crime),
    ]
    let chosen = Set(state.filter.terms.compactMap(\.field))
    var hints = [(Command.filter, state.isNarrowed ? "filter" : "type to filter")]
    if !state.request.highlight.terms.isEmpty {
      hints = [(.nextMatch, "next"), (.highlight, "hide the rest")]
    }
    hints += fields.filter { !chosen.contains($0.field) }.map { ($0.command, $0.field.rawValue) }
    if !state.history.past.isEmpty { hints.append((.undo, "undo")) }
    hints += fields.filter { chosen.contains($0.field) }.map { ($0.command, $0.field.rawValue) }
    hints.append((.declined, state.showsDeclinedOnly ? "all outcomes" : "declined only"))
    return state.keymap.hints(hints)
  }

  /// How much of what is stated is at hand: `43 of 206 rows`.
  private static func coverage(of shown: Shown) -> String {
    if let table = shown.openView?.table {
      // A table says it below its total; a map has no room for it there.
      return table.map == nil ? "" : table.coverage
    }
    guard let week = shown.week else { return "" }
    let listed = week.group.listed
    if week.report.kind == .published {
      return shown.countsOnlyRows
        ? "of rows listed: \(grouped(listed))"
        : week.group.declined.map { "\(grouped(listed)) of \(grouped($0)) rows" }
          ?? "\(counted(listed, "row")) listed"
    }
    return counted(listed, "detainer") + " shown, \(shown.basisWords)"
  }
}
