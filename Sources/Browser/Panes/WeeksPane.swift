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
      let line = line(week, width: rect.width)
      let style: Style = week.report.kind == .published ? .strong : .normal
      let used = canvas.put(
        line.date, x: rect.x + 1, y: rect.y, width: rect.width - 1, style: style)
      let room = rect.width - 2 - used
      canvas.put(line.count, x: rect.maxX - room, y: rect.y, width: room, align: .trailing)
    }
  }

  /// The date with the mark of a published report, and the count. Where there is not room for all, the
  /// mark gives way to the count, then the year does; what is known is never left out in silence.
  private static func line(_ week: WeekRow, width: Int) -> (date: String, count: String) {
    let label = week.report.label
    let isWeek = week.report.period.isKnown && week.report.period.length == .week
    let isShort = width < 18 && isWeek
    let date = isShort ? String(label.dropFirst(2)) : label
    let mark = week.report.kind == .published ? "◆" : ""
    let counts = counts(week, isAligned: width >= 18)
    for date in [date + mark, date] + (isWeek ? [String(label.dropFirst(5))] : []) {
      for count in counts where TextWidth.of(date) + TextWidth.of(count) <= width - 2 {
        return (date, count)
      }
    }
    return (TextWidth.clip(date, to: max(1, width - 3)), "…")
  }

  static func heads(_ state: BrowserState) -> ColumnHeads {
    ColumnHeads(rows: [state.shown.areWeeks ? "week" : "report"], ends: ["declined", "decl."])
  }

  /// The count of a week, in the forms that give way to the whole count.
  private static func counts(_ week: WeekRow, isAligned: Bool) -> [String] {
    // A part of a week is marked: its count is not that of a week.
    let part = week.isPart ? "◖" : isAligned && week.group.known.isExact ? " " : ""
    return ["\(week.group.known.text)\(part)"]
      + (week.group.known.exact.map { ["\($0)\(part)"] } ?? [])
  }
}
