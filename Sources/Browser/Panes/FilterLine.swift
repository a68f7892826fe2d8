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
    let outcomes = state.showsDeclinedOnly ? "all outcomes" : "declined only"
    let text = "Filter: " + (filter.terms.isEmpty ? "(none)" : filter.text)
    let isFree = TextWidth.of(text + coverage) + 2 <= rect.width || state.shown.openView == nil
    let coverageWidth = rect.width >= 56 && isFree ? TextWidth.of(coverage) + 2 : 0
    let room = rect.width - coverageWidth
    var x = canvas.put(
      TextWidth.clip(text, to: room), x: rect.x, y: rect.y, width: room, style: .normal)
    for (key, what) in [("/", "type to filter"), ("s", "state"), ("c", "county"), ("D", outcomes)] {
      guard x + 3 + key.count + 1 + what.count <= room else { break }
      x += 3
      x += canvas.put(key, x: x, y: rect.y, style: .key)
      x += canvas.put(" " + what, x: x, y: rect.y, style: .dim)
    }
    if coverageWidth > 0 {
      canvas.put(
        coverage, x: rect.maxX - TextWidth.of(coverage), y: rect.y, width: TextWidth.of(coverage),
        style: .dim)
    }
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
