import DetainerModel
import Screen
import Text

/// The first row: the path to what is selected, and the order of the focused pane.
enum Breadcrumb {
  static func draw(_ state: BrowserState, _ rect: Rect, on canvas: inout Canvas) {
    if showsProgram(state, rect) { return drawProgram(state, rect, on: &canvas) }
    let form = form(state, rect)
    canvas.put(form.text, x: rect.x, y: rect.y, width: form.room, style: .title)
    let width = TextWidth.of(form.order)
    canvas.put(form.order, x: rect.maxX - width, y: rect.y, width: width, style: .dim)
  }

  /// The number of the part of the path that stands at a column; nil where none does.
  static func crumb(at column: Int, _ state: BrowserState, _ rect: Rect) -> Int? {
    guard !showsProgram(state, rect) else { return nil }
    let form = form(state, rect)
    // From the end, which is there however short the path had to be.
    var end = rect.x + TextWidth.of(form.text)
    for (number, part) in form.path.enumerated().reversed() {
      let start = end - TextWidth.of(part)
      if (start..<end).contains(column) { return number }
      end = start - TextWidth.of(between)
    }
    return nil
  }

  private static let between = " › "

  private static func showsProgram(_ state: BrowserState, _ rect: Rect) -> Bool {
    state.isAtStart && rect.width >= 40
  }

  /// The path as it is written, its parts, the room that it has, and what stands at the right.
  private static func form(
    _ state: BrowserState, _ rect: Rect
  ) -> (text: String, path: [String], room: Int, order: String) {
    let view = state.shown.openView?.view
    let whole = view?.path(state.shown) ?? path(state)
    // With no room for both, what changes the counts comes before their order.
    let words = view?.measureWords(state.shown) ?? "sort:\(orderName(state))"
    let query = state.request.query
    let corrected = query.isAsCorrected ? [rect.width >= 30 ? "as corrected" : "corr."] : []
    let order = rect.width >= (query.isAsCorrected ? 56 : 40) ? [words] : []
    let drops = query.dropsDuplicates && rect.width >= 30 ? ["no duplicates"] : []
    // Rows are missing from every count, so that is said wherever there is a count.
    let partial = state.dataset.isPartial ? ["partial"] : []
    let counts = partial + corrected + drops
    // The row under the cursor is on the screen; where no pane of weeks is, the report is nowhere else,
    // and goes before the order.
    let isAlone = view == nil && state.layout.panes[.weeks] == nil
    let paths = isAlone ? [whole, whole.dropLast()] : [whole]
    let forms = (isAlone ? [counts + order, counts] : [counts + order]).flatMap { state in
      paths.map { (path: $0, state: state.joined(separator: "  ")) }
    }
    func room(_ state: String) -> Int {
      max(0, rect.width - (state.isEmpty ? 0 : TextWidth.of(state) + 1))
    }
    let form =
      forms.first { TextWidth.of(written($0.path)) <= room($0.state) } ?? forms[forms.count - 1]
    return (shortened(form.path, to: room(form.state)), form.path, room(form.state), form.state)
  }

  /// What the program is, and the report that it shows, where no pane of weeks tells; else what it has
  /// at hand.
  private static func drawProgram(
    _ state: BrowserState, _ rect: Rect, on canvas: inout Canvas
  ) {
    let reports = state.dataset.table.reports
    let published = reports.count { $0.kind == .published }
    let built = reports.count - published
    let parts = [
      published > 0 ? "\(grouped(published)) published" : "",
      built > 0 ? "\(grouped(built)) built from records" : "",
    ].filter { !$0.isEmpty }
    let hasWeeks = state.layout.panes[.weeks] != nil
    let forms =
      hasWeeks
      ? [parts.joined(separator: " · "), counted(reports.count, "report"), ""]
      : [state.shown.week?.report.label ?? ""]
    let names = ["ddor  Declined Detainer Outcome Reports", "ddor  Declined detainers", "ddor"]
    // The whole name goes before how many reports there are, the report before the whole name.
    let fitting = names.lazy.flatMap { name in forms.map { (name, $0) } }
      .first { TextWidth.of($0 + $1) + ($1.isEmpty ? 0 : 2) <= rect.width }
    guard let (name, text) = fitting else { return }
    canvas.put(name, x: rect.x, y: rect.y, width: rect.width, style: .title)
    let width = TextWidth.of(text)
    canvas.put(
      text, x: rect.maxX - width, y: rect.y, width: width, style: hasWeeks ? .dim : .title)
  }

  private static func path(_ state: BrowserState) -> [String] {
    var path = ["Weeks"]
    if let week = state.shown.week { path.append(week.report.label) }
    if state.focus != .weeks, let row = state.shown.jurisdiction {
      path.append(row.name)
    }
    if state.focus == .detainers, !state.shown.detainers.isEmpty {
      path.append("\(state.shown.cursor(.detainers) + 1)")
    }
    return path
  }

  private static func written(_ path: [String]) -> String {
    "ddor  " + path.joined(separator: between)
  }

  /// A path that is too long loses its beginning, for its end says where the user is.
  private static func shortened(_ path: [String], to width: Int) -> String {
    let whole = written(path)
    if TextWidth.of(whole) <= width { return whole }
    for start in path.indices {
      let text = (start == 0 ? "" : "‹ ") + path[start...].joined(separator: between)
      if TextWidth.of(text) <= width { return text }
    }
    return TextWidth.clip("‹ " + (path.last ?? ""), to: max(0, width))
  }

  private static func orderName(_ state: BrowserState) -> String {
    let order = PaneOrder.all(state.focus)[PaneOrder.current(state.focus, state.request)]
    if state.focus == .weeks { return order.name }
    let isReversed = state.request.reversed.contains(state.focus)
    return order.name + (order.isText != isReversed ? "↑" : "↓")
  }
}
