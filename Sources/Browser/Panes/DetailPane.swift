import DetainerModel
import Screen

/// What is known of the selected row: a fact a line, every one with its source.
enum DetailPane {
  static func title(_ state: BrowserState) -> String {
    switch state.focus {
    case .weeks: "Detail of the report"
    case .jurisdictions: "Detail of the jurisdiction"
    case .detainers:
      state.shown.detainers.isEmpty
        ? "Detail"
        : "Detail \(state.shown.cursor(.detainers) + 1)/\(state.shown.detainers.count)"
    }
  }

  static func facts(_ state: BrowserState) -> [Fact] {
    let shown = state.shown
    let facts: [Fact] =
      switch state.focus {
      case .weeks: shown.week.map { WeekFacts.facts($0, shown) } ?? []
      case .jurisdictions: shown.jurisdiction.map { JurisdictionFacts.facts($0, shown) } ?? []
      case .detainers: shown.detainer.map { DetainerFacts.facts($0, shown) } ?? []
      }
    return facts.filter { !$0.text.isEmpty }
  }

  static func draw(_ state: BrowserState, _ rect: Rect, on canvas: inout Canvas) {
    let facts = Facts.rows(facts(state), in: rect)
    let rows = facts + OriginalFacts.rows(state, below: facts.count, rect)
    if rows.isEmpty {
      canvas.put(
        "Nothing is selected.", x: rect.x + 1, y: rect.y, width: rect.width - 1, style: .dim)
    }
    Facts.draw(
      rows, rect, more: "\(state.key(.detail)) shows all", on: &canvas)
  }
}
