import DetainerModel
import Screen
import Text

/// The line above the filter: how complete the selected report is, and what the marks on the screen
/// mean.
enum NoteLine {
  static func draw(_ state: BrowserState, _ rect: Rect, on canvas: inout Canvas) {
    canvas.fill(rect, style: .normal)
    let sentences = sentences(state)
    let signs = signs(state)
    // The longest sentence beside which all marks have room, in few words where not in more; where
    // they never have, that with most marks.
    let room = rect.width - 2
    let forms = [signs.map(\.words), signs.map(\.fewWords)]
    let fitting = (sentences.isEmpty ? [""] : sentences).filter { TextWidth.of($0) <= room }
      .flatMap { sentence in
        forms.map { (sentence, legend($0, in: room - TextWidth.of(sentence) - 2), $0.count) }
      }
    let most = fitting.map(\.1.count).max() ?? 0
    let best = fitting.first { $0.1.count == $0.2 } ?? fitting.first { $0.1.count == most }
    let (sentence, marks, _) = best ?? (TextWidth.clip(sentences.last ?? "", to: room), [], 0)
    canvas.put(sentence, x: rect.x + 1, y: rect.y, style: .normal)
    let text = marks.joined(separator: "  ")
    let width = TextWidth.of(text)
    canvas.put(text, x: rect.maxX - width - 1, y: rect.y, width: width, style: .dim)
  }

  /// The first of some marks with their meaning, as many as fit.
  private static func legend(_ signs: [String], in room: Int) -> [String] {
    signs.reduce(into: []) { words, sign in
      if TextWidth.of((words + [sign]).joined(separator: "  ")) <= room { words.append(sign) }
    }
  }

  // MARK: Completeness

  /// What there is to say of what the panes show, in forms that get shorter.
  static func sentences(_ state: BrowserState) -> [String] {
    guard state.shown.openView == nil else { return [] }
    // Declined or all outcomes: both show all that a report states.
    let isWhole = state.filter.terms.allSatisfy { BrowserState.startFilter.terms.contains($0) }
    return sentences(state.shown, isWhole: isWhole)
  }

  /// What there is to say of the selected report, in forms that get shorter.
  private static func sentences(_ shown: Shown, isWhole: Bool) -> [String] {
    guard let week = shown.week else { return [] }
    let (declined, listed) = (week.group.known, week.group.listed)
    guard week.report.kind == .published else {
      let rows = "\(counted(listed, "detainer")) shown, \(shown.basisWords)"
      return [
        "Built from released records: \(rows).", "\(rows).", rows, counted(listed, "detainer"),
      ]
    }
    if shown.countsOnlyRows {
      return [
        "Of the rows listed, \(grouped(listed)) \(listed == 1 ? "passes" : "pass") the filter.",
        "Of rows listed: \(grouped(listed)).", "\(grouped(listed)) listed",
      ]
    }
    let few = "\(grouped(listed)) of \(declined.text) listed"
    guard isWhole, let stated = declined.exact else {
      return ["Under the filter \(declined.text) declined; \(few).", few]
    }
    let (_, nowhere) = StatesChart.sums(shown)
    let listedWords =
      listed == 0 ? "none is listed" : listed == 1 ? "1 is listed" : "\(grouped(listed)) are listed"
    // A figure of a year is stated by others, too: its caveat tells by whom.
    let who = week.report.hasSections ? "ICE states" : "The source states"
    let start = "\(who) \(grouped(stated)) declined; \(listedWords)"
    let more = nowhere == 0 ? "" : ", \(grouped(nowhere)) name no place"
    return [
      "\(start)\(more).", "\(start).", "\(grouped(stated)) declined; \(grouped(listed)) listed.",
      few,
    ]
  }

  // MARK: Marks

  /// The marks in sight, in the order of their list.
  private static func signs(_ state: BrowserState) -> [Sign] {
    var found: Set<Sign> = []
    if let open = state.shown.openView {
      let rows = open.table.places(in: state.layout.view).rows
      for row in open.table.rows.dropFirst(open.position.top).prefix(rows.height) {
        for (column, cell) in zip(open.table.columns, row.cells) where column.kind == .number {
          found.formUnion(Sign.all(in: cell))
        }
        if row.identity == .hiddenGroups { found.insert(.hidden) }
        if state.shown.matches?.contains(row.identity) == true { found.insert(.match) }
        for sign in [Sign.folded, .unfolded] where row.cells.contains(where: sign.begins) {
          found.insert(sign)
        }
      }
      if let chart = open.table.chart, rows.y > state.layout.view.y + 1 {
        found.insert(.selected)
        if !chart.breaks.isEmpty { found.insert(.gap) }
      }
      return Sign.allCases.filter(found.contains)
    }
    func inSight<Row>(_ rows: [Row], _ pane: Pane) -> ArraySlice<Row> {
      guard let rect = state.layout.panes[pane] else { return [] }
      return rows.dropFirst(state.shown.positions[pane]?.top ?? 0).prefix(rect.height)
    }
    for row in inSight(state.shown.weeks, .weeks) {
      found.formUnion(Sign.all(in: row.group.known.text))
      if row.isPart { found.insert(.part) }
      if row.report.kind == .published { found.insert(.published) }
    }
    for row in inSight(state.shown.jurisdictions, .jurisdictions) {
      found.formUnion(Sign.all(in: row.group.known.text))
      if row.corrections > 0 { found.insert(.correction) }
    }
    for pane in state.layout.panes.keys {
      let list = state.list(pane)
      let rows = inSight(Array(0..<list.rows), pane)
      if rows.contains(where: list.isMatch) { found.insert(.match) }
      if rows.contains(where: list.isMarked) { found.insert(.marked) }
    }
    // Where all are published, that is said above.
    if state.shown.weeks.allSatisfy({ $0.report.kind == .published }) { found.remove(.published) }
    return Sign.allCases.filter(found.contains)
  }
}
