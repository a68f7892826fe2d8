import DetainerModel
import Screen
import Text

/// The states as small tiles, and what is on none of them, so that all adds up to the week.
enum StatesChart {
  static func draw(_ shown: Shown, _ rect: Rect, on canvas: inout Canvas) {
    guard rect.width >= TileGrid.columns * 3, rect.height >= TileGrid.rows else { return }
    let (sums, notItemised) = sums(shown)
    let onMap = sums.filter { TileGrid.places[$0.key] != nil }
    let map = TileMap(classes: TileClasses(onMap.values.map(Double.init), isShare: false))
    let selected = shown.jurisdiction?.jurisdiction.state
    for (code, place) in TileGrid.places {
      let tile = TileMap.Tile(
        row: 0, label: code, name: "", value: onMap[code].map(Double.init), text: "",
        place: place, isState: true)
      let at = Rect(x: rect.x + place.column * 3, y: rect.y + place.row, width: 3, height: 1)
      map.drawSmall(tile, at, isSelected: code == selected, on: &canvas)
    }
    var y = rect.y + TileGrid.rows
    let others = sums.filter { TileGrid.places[$0.key] == nil && $0.value > 0 }
      .sorted { $0.key > $1.key }
      .map { "\($0.key.isEmpty ? "no state" : $0.key) \(short($0.value))" }
    let parts = others + (notItemised > 0 ? ["not itemised \(short(notItemised))"] : [])
    if y < rect.maxY {
      // Small tiles have no room for a dash: what is not stated is as blank as what is not there.
      map.drawLegend(
        Rect(x: rect.x - 1, y: y, width: rect.width, height: 1), tellsUnknown: false, on: &canvas)
      y += 1
    }
    for text in wrapped(parts.joined(separator: ", "), to: max(1, rect.width)) where y < rect.maxY {
      canvas.put(text, x: rect.x, y: y, width: rect.width, style: .dim)
      y += 1
    }
  }

  /// The declines of the selected week by state, and those of no state, which add up to its total.
  static func sums(_ shown: Shown) -> (states: [String: Int], notItemised: Int) {
    var sums: [String: Int] = [:]
    var notItemised = 0
    for row in shown.jurisdictions {
      guard let declined = row.group.declined else { continue }
      if row.isRemainder, row.jurisdiction.state.isEmpty {
        notItemised += declined
      } else {
        sums[row.jurisdiction.state, default: 0] += declined
      }
    }
    return (sums, notItemised)
  }
}
