import DetainerModel
import Screen
import Text

/// The pane of weeks: date, declined, and P for published or B for built.
enum WeeksPane {
  static func draw(_ state: BrowserState, _ rect: Rect, on canvas: inout Canvas) {
    if state.shown.weeks.isEmpty {
      return List.drawEmpty(EmptySentence.weeks(state), rect, on: &canvas)
    }
    state.list(.weeks).draw(rect, on: &canvas) { row, rect, canvas in
      let week = state.shown.weeks[row]
      let label = week.report.label
      let isShort = rect.width < 18 && week.report.period.length == .week
      let tails = tails(week, rect.width)
      let tailWidth = TextWidth.of(tails.last ?? "")
      let date = TextWidth.clip(
        isShort ? String(label.dropFirst(2)) : label, to: max(1, rect.width - 2 - tailWidth))
      canvas.put(date, x: rect.x + 1, y: rect.y, width: rect.width - 1)
      let room = rect.width - 2 - TextWidth.of(date)
      if let tail = tails.first(where: { TextWidth.of($0) <= room }) {
        canvas.put(tail, x: rect.maxX - room, y: rect.y, width: room, align: .trailing)
      }
    }
  }

  static func title(_ state: BrowserState) -> String {
    "\(state.shown.areWeeks ? "Weeks" : "Reports") \(state.shown.weeks.count)"
  }

  /// The count of a week with its kind, in the forms that give way to the whole count.
  private static func tails(_ week: WeekRow, _ width: Int) -> [String] {
    let kind = week.report.kind == .published ? "P" : "B"
    // A part of a week is marked: its count is not that of a week.
    let part = week.isPart ? "◖" : ""
    let count = week.group.known.text + part
    let digits = week.group.known.exact.map { "\($0)\(part)" } ?? count
    return (width >= 18 ? ["\(count) \(kind)"] : [])
      + ["\(count)\(kind)", "\(digits)\(kind)", digits]
  }
}
