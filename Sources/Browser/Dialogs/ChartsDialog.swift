import DetainerModel
import Screen

/// The charts of what the panes list, on screens that have no room for them beside the panes.
struct ChartsDialog: Dialog {
  static let command = Command(
    "charts", "a", "Show the charts: declines by week, most declined, by state."
  ) { state, _ in state.dialog = ChartsDialog() }

  func draw(_ state: BrowserState, _ room: Rect, on canvas: inout Canvas) {
    let week = state.shown.week?.report.label ?? ""
    let inner = Box.draw("Charts \(week)", room, on: &canvas)
    for (panel, rect) in Charts.places(in: inner, weeks: WeeksChart.lines(state.shown)) {
      Charts.draw(panel, state.shown, rect, on: &canvas)
    }
    Box.footer("Esc closes", room, on: &canvas)
    canvas.cursor = Point(x: inner.x, y: inner.y)
  }

  func sentences(_ state: BrowserState) -> [String] {
    ["Charts \(state.shown.week?.report.label ?? "")."]
      + Charts.Panel.allCases.flatMap { Charts.sentences($0, state.shown) }
  }

  mutating func take(_ key: Key, _ state: BrowserState) -> DialogStep {
    key.isLeaving || key == .character("a") || TextKeys.closing.contains(key) ? .close : .stay
  }
}
