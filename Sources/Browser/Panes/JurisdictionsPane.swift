import DetainerModel
import Screen
import Text

/// The pane of jurisdictions: state, county, corrections, declined, a bar, and the
/// weeks before where there is room.
enum JurisdictionsPane {
  static func draw(_ state: BrowserState, _ rect: Rect, on canvas: inout Canvas) {
    let rows = state.shown.jurisdictions
    if rows.isEmpty {
      return List.drawEmpty(EmptySentence.jurisdictions(state), rect, on: &canvas)
    }
    let largest = rows.reduce(1) { max($0, $1.group.declined ?? 0) }
    let barWidth = barWidth(state, rect.width)
    let recent = lines(state)
    let lineWidth = recent.map { $0.periods.count + 1 } ?? 0
    state.list(.jurisdictions).draw(rect, on: &canvas) { row, rect, canvas in
      let (row, y) = (rows[row], rect.y)
      let count = row.group.known.text
      let badge = row.corrections > 0 ? "!" : " "
      let tail = rect.width >= 24 ? "\(badge)\(count)" : " \(count)"
      let tailWidth = max(TextWidth.of(tail), rect.width >= 24 ? 6 : 0)
      let nameWidth = rect.width - 1 - tailWidth - barWidth - (barWidth > 0 ? 1 : 0) - lineWidth
      let isPlace = !row.isRemainder && row.jurisdiction.isNamed
      let style: Style = isPlace ? .normal : .dim
      canvas.put(
        TextWidth.clip(row.name, to: max(0, nameWidth - 1)), x: rect.x + 2, y: y,
        width: max(0, nameWidth - 1), style: style)
      let x = rect.x + 1 + nameWidth
      if badge == "!", rect.width >= 24 { canvas.put("!", x: x, y: y, style: .correction) }
      canvas.put(
        count, x: x + 1, y: y, width: max(0, tailWidth - 1), style: style, align: .trailing)
      if barWidth > 0, let declined = row.group.declined {
        let part = Double(declined) / Double(largest)
        let room = min(barWidth, rect.maxX - x - tailWidth - 1)
        Bar.draw(part, Rect(x: x + tailWidth + 1, y: y, width: room, height: 1), on: &canvas)
      }
      if let recent, !row.isRemainder {
        let counts = recent[row.jurisdiction].map { $0.map(Double.init) }
        let most = counts.reduce(0) { max($0, $1 ?? 0) }
        canvas.put(
          Sparkline.lines(counts, height: 1, most: most)[0], x: rect.maxX - lineWidth + 1, y: y,
          width: lineWidth - 1, style: .bar)
      }
    }
  }

  static func heads(_ state: BrowserState) -> ColumnHeads {
    let width = state.layout.panes[.jurisdictions]?.width ?? 0
    let bars = barWidth(state, width)
    let recent = lines(state)
    return ColumnHeads(
      rows: ["jurisdiction", "place"], ends: ["declined", "decl."],
      behind: (bars > 0 ? bars + 1 : 0) + (recent.map { $0.periods.count + 1 } ?? 0),
      last: recent.map { counted($0.periods.count, state.shown.unit) } ?? "")
  }

  private static func barWidth(_ state: BrowserState, _ width: Int) -> Int {
    state.layout.hasBars && width >= 40 ? 9 : 0
  }

  /// The weeks before, where there is room for them and where they are enough for a line.
  private static func lines(_ state: BrowserState) -> RecentDeclines? {
    state.shown.recent.flatMap {
      state.layout.hasSparklines && $0.coveredPeriods >= 4 ? $0 : nil
    }
  }
}
