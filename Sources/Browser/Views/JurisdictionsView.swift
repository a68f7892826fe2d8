import DetainerModel
import Screen

/// The pane of jurisdictions: state, county, corrections, declined, and a bar where there is room.
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
    painter.forEachRow(on: &canvas) { row, y, canvas in
      let jurisdiction = state.jurisdictions[row]
      let count = grouped(jurisdiction.group.declined)
      let badge = jurisdiction.corrections > 0 ? "!" : " "
      let tail = rect.width >= 24 ? "\(badge)\(count)" : " \(count)"
      let tailWidth = max(TextWidth.of(tail), rect.width >= 24 ? 6 : 0)
      let nameWidth = rect.width - 1 - tailWidth - barWidth - (barWidth > 0 ? 1 : 0)
      let isPlace = !jurisdiction.isRemainder && jurisdiction.jurisdiction.isNamed
      let style: Style = isPlace ? .normal : .dim
      canvas.put(
        TextWidth.clip(name(jurisdiction), to: max(0, nameWidth - 1)), x: rect.x + 2, y: y,
        width: max(0, nameWidth - 1), style: style)
      let x = rect.x + 1 + nameWidth
      if badge == "!", rect.width >= 24 { canvas.put("!", x: x, y: y, style: .correction) }
      canvas.put(
        count, x: x + 1, y: y, width: max(0, tailWidth - 1), style: style, align: .trailing)
      if barWidth > 0, let declined = jurisdiction.group.declined {
        let bar = bar(Double(declined) / Double(largest), width: barWidth)
        canvas.put(bar, x: x + tailWidth + 1, y: y, width: barWidth, style: .bar)
      }
    }
  }

  /// A jurisdiction in words: `TX Travis County`, `NY (not itemised)`, `TX (unlocated)`.
  static func name(_ row: JurisdictionRow) -> String {
    let place = row.jurisdiction
    let county =
      row.isRemainder
      ? KeyValue.notItemisedText : place.county.isEmpty ? "(unlocated)" : place.county
    return place.state.isEmpty ? county : "\(place.state) \(county)"
  }

  /// A bar of eighths of a column.
  static func bar(_ part: Double, width: Int) -> String {
    let eighths = Int((max(0, min(1, part)) * Double(width * 8)).rounded())
    let partial = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    return String(repeating: "█", count: eighths / 8) + partial
  }
}
