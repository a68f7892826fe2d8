import DetainerModel
import Screen
import Text

/// The pane of jurisdictions: state, county, corrections, declined, a bar, and the
/// weeks before where there is room.
enum JurisdictionsView {
  static func draw(
    _ state: BrowserState, _ rect: Rect, _ layout: Layout, on canvas: inout Canvas
  ) {
    let painter = RowPainter(state: state, pane: .jurisdictions, rect: rect)
    if state.jurisdictions.isEmpty {
      painter.drawEmpty(EmptySentence.jurisdictions(state), on: &canvas)
      return
    }
    let largest = state.jurisdictions.reduce(1) { max($0, $1.group.declined ?? 0) }
    let barWidth = layout.hasBars && rect.width >= 40 ? 9 : 0
    let recent = lines(state)
    let lineWidth = recent.map { $0.weeks.count + 1 } ?? 0
    painter.forEachRow(on: &canvas) { row, y, canvas in
      let jurisdiction = state.jurisdictions[row]
      let count = grouped(jurisdiction.group.declined)
      let badge = jurisdiction.corrections > 0 ? "!" : " "
      let tail = rect.width >= 24 ? "\(badge)\(count)" : " \(count)"
      let tailWidth = max(TextWidth.of(tail), rect.width >= 24 ? 6 : 0)
      let nameWidth = rect.width - 1 - tailWidth - barWidth - (barWidth > 0 ? 1 : 0) - lineWidth
      let isPlace = !jurisdiction.isRemainder && jurisdiction.jurisdiction.isNamed
      let style: Style = isPlace ? .normal : .dim
      canvas.put(
        TextWidth.clip(jurisdiction.name, to: max(0, nameWidth - 1)), x: rect.x + 2, y: y,
        width: max(0, nameWidth - 1), style: style)
      let x = rect.x + 1 + nameWidth
      if badge == "!", rect.width >= 24 { canvas.put("!", x: x, y: y, style: .correction) }
      canvas.put(
        count, x: x + 1, y: y, width: max(0, tailWidth - 1), style: style, align: .trailing)
      if barWidth > 0, let declined = jurisdiction.group.declined {
        let bar = bar(Double(declined) / Double(largest), width: barWidth)
        canvas.put(bar, x: x + tailWidth + 1, y: y, width: barWidth, style: .bar)
      }
      if let recent, !jurisdiction.isRemainder {
        let counts = recent[jurisdiction.jurisdiction].map { $0.map(Double.init) }
        let most = counts.reduce(0) { max($0, $1 ?? 0) }
        canvas.put(
          Sparkline.lines(counts, height: 1, most: most)[0], x: rect.maxX - lineWidth + 1, y: y,
          width: lineWidth - 1, style: .bar)
      }
    }
  }

  /// The weeks before, where there is room for them and where they are enough for a line.
  static func lines(_ state: BrowserState) -> RecentDeclines? {
    state.recent.flatMap { state.layout.hasSparklines && $0.coveredWeeks >= 4 ? $0 : nil }
  }

  /// A bar of eighths of a column.
  static func bar(_ part: Double, width: Int) -> String {
    let eighths = Int((max(0, min(1, part)) * Double(width * 8)).rounded())
    let partial = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    return String(repeating: "█", count: eighths / 8) + partial
  }
}
