import DetainerModel
import Screen
import Text

/// The charts of what the panes list: beside and below them on large screens, in a dialog on others.
///
/// They are drawn from the rows of the panes alone, so that nothing is counted for them.
enum Charts {
  /// One chart.
  enum Panel: CaseIterable, Hashable, Sendable {
    case weeks, jurisdictions, states
  }

  /// How wide the map of states is, with the line to its left.
  static let mapWidth = TileGrid.columns * 3 + 4
  /// How high it has to be: the tiles, their legend, and a line for what is not on it.
  static let mapHeight = TileGrid.rows + 2

  static func title(of panel: Panel) -> String {
    switch panel {
    case .weeks: "Declined by week"
    case .jurisdictions: "Most declined"
    case .states: "Declined by state"
    }
  }

  static func draw(
    _ panel: Panel, _ shown: Shown, _ rect: Rect, on canvas: inout Canvas
  ) {
    guard !rect.isEmpty else { return }
    switch panel {
    case .weeks: WeeksChart.draw(shown, rect, on: &canvas)
    case .jurisdictions: drawJurisdictions(shown, rect, on: &canvas)
    case .states: StatesChart.draw(shown, rect, on: &canvas)
    }
  }

  /// Shares out a room among the charts: side by side, else the map beside the jurisdictions below
  /// the weeks, else the weeks above the jurisdictions. The weeks need at most `weeks` lines.
  static func places(in rect: Rect, weeks: Int = 11) -> [(panel: Panel, rect: Rect)] {
    func part(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> Rect {
      Rect(x: rect.x + x, y: rect.y + y, width: width, height: height)
    }
    let (width, height) = (rect.width, rect.height)
    let above = min(weeks, max(1, (height - TileGrid.rows - 2) / 2))
    if width >= 110, height <= 16 {
      let first = (width - mapWidth) * 3 / 5
      return [
        (.weeks, part(0, 0, first, height)),
        (.jurisdictions, part(first, 0, width - mapWidth - first, height)),
        (.states, part(width - mapWidth, 0, mapWidth, height)),
      ]
    }
    if width >= mapWidth + 24, height >= TileGrid.rows + 4 {
      return [
        (.weeks, part(0, 0, width, above)),
        (.jurisdictions, part(0, above + 1, width - mapWidth, height - above - 1)),
        (.states, part(width - mapWidth, above + 1, mapWidth, height - above - 1)),
      ]
    }
    let lines = min(weeks, (height + 1) / 2)
    return [
      (.weeks, part(0, 0, width, lines)),
      (.jurisdictions, part(0, lines, width, height - lines)),
    ]
  }

  /// The jurisdictions of the week with declines, those with most of them first.
  static func mostDeclined(_ shown: Shown) -> [JurisdictionRow] {
    // The pane may be in another order; what is not itemised comes last.
    shown.jurisdictions.filter { $0.group.declined ?? 0 > 0 }.enumerated().sorted { a, b in
      let isRest = (a.element.group.keys[0].isRemainder, b.element.group.keys[0].isRemainder)
      if isRest.0 != isRest.1 { return isRest.1 }
      let (x, y) = (a.element.group.declined ?? 0, b.element.group.declined ?? 0)
      return x == y ? a.offset < b.offset : x > y
    }.map(\.element)
  }

  /// The jurisdictions of the week with most declines, each with a bar.
  private static func drawJurisdictions(
    _ shown: Shown, _ rect: Rect, on canvas: inout Canvas
  ) {
    let top = mostDeclined(shown).prefix(rect.height)
    if top.isEmpty { empty(rect, on: &canvas) }
    let name = min(28, max(8, rect.width / 2))
    Bar.draw(
      top.map { row in
        Bar(
          label: row.name, value: row.group.declined ?? 0, shownValue: row.group.known.text,
          isSelected: row.identity == shown.jurisdiction?.identity)
      }, labelWidth: name, rect, on: &canvas)
  }

  static func empty(_ rect: Rect, on canvas: inout Canvas) {
    canvas.put("No declines here.", x: rect.x + 1, y: rect.y, width: rect.width - 1, style: .dim)
  }
}
