import DetainerModel
import Screen
import Text

/// The pane of weeks: date, declined, and P for published or B for built.
enum WeeksView {
  static func draw(_ state: BrowserState, _ rect: Rect, on canvas: inout Canvas) {
    let painter = RowPainter(state: state, pane: .weeks, rect: rect)
    if state.weeks.isEmpty {
      painter.drawEmpty(EmptySentence.weeks(state), on: &canvas)
      return
    }
    painter.forEachRow(on: &canvas) { row, y, canvas in
      let week = state.weeks[row]
      let known = week.report.week.isKnown
      let full = known ? week.report.week.iso : "undated"
      let date = rect.width >= 18 ? full : known ? String(full.dropFirst(2)) : full
      canvas.put(date, x: rect.x + 1, y: y, width: rect.width - 1)
      let room = rect.width - 2 - TextWidth.of(date)
      if let tail = tails(week, rect.width).first(where: { TextWidth.of($0) <= room }) {
        canvas.put(tail, x: rect.maxX - room, y: y, width: room, align: .trailing)
      }
    }
  }

  /// The count of a week with its kind, in the forms that give way to the whole count.
  private static func tails(_ week: WeekRow, _ width: Int) -> [String] {
    let kind = week.report.kind == .published ? "P" : "B"
    let count = grouped(week.group.declined)
    let digits = week.group.declined.map(String.init) ?? count
    return (width >= 18 ? ["\(count) \(kind)"] : [])
      + ["\(count)\(kind)", "\(digits)\(kind)", digits]
  }
}
