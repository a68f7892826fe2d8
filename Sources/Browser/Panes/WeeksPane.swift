import DetainerModel
import Screen
import Text

/// The pane of weeks: date, a mark where the report was published, declined.
enum WeeksPane {
  static func draw(_ state: BrowserState, _ rect: Rect, on canvas: inout Canvas) {
    if state.shown.weeks.isEmpty {
      return List.drawEmpty(EmptySentence.weeks(state), rect, on: &canvas)
    }
    state.list(.weeks).draw(rect, on: &canvas) { row, rect, canvas in
      let week = state.shown.weeks[row]
      let label = week.report.label
      let isShort = rect.width < 18 && week.report.period.length == .week
      let tails = tails(week, isAligned: rect.width >= 18)
      let tailWidth = TextWidth.of(tails.last ?? "")
      let date = TextWidth.clip(
        isShort ? String(label.dropFirst(2)) : label, to: max(1, rect.width - 2 - tailWidth))
      let isPublished = week.report.kind == .published
      let used = canvas.put(
        date, x: rect.x + 1, y: rect.y, width: rect.width - 1,
        style: isPublished ? .strong : .normal)
      if isPublished { canvas.put("◆", x: rect.x + 1 + used, y: rect.y, width: 1, style: .strong) }
      let room = rect.width - 2 - used - (isPublished ? 1 : 0)
      if let tail = tails.first(where: { TextWidth.of($0) <= room }) {
        canvas.put(tail, x: rect.maxX - room, y: rect.y, width: room, align: .trailing)
      }
    }
  }

  static func heads(_ state: BrowserState) -> ColumnHeads {
    ColumnHeads(rows: [state.shown.areWeeks ? "week" : "report"], ends: ["declined", "decl."])
  }

  /// The count of a week, in the forms that give way to the whole count.
  private static func tails(_ week: WeekRow, isAligned: Bool) -> [String] {
    // A part of a week is marked: its count is not that of a week.
    let part = week.isPart ? "◖" : isAligned && week.group.known.isExact ? " " : ""
    return ["\(week.group.known.text)\(part)"]
      + (week.group.known.exact.map { ["\($0)\(part)"] } ?? [])
  }
}
