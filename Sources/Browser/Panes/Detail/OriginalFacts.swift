import DetainerModel
import Screen
import Text

/// What a record says in the columns that have no name of ours, below the facts of its detail.
enum OriginalFacts {
  static let heading = "As the release has it"

  static func facts(_ state: BrowserState) -> [Fact] {
    guard state.focus == .detainers, let row = state.shown.detainer else { return [] }
    return state.shown.dataset.table.otherValues(row).map { Fact($0.name, $0.value) }
  }

  /// The rows of the pane, below others; names take half of it at most.
  static func rows(_ state: BrowserState, below: Int, _ rect: Rect) -> [Facts.Row] {
    let facts = facts(state)
    if facts.isEmpty { return [] }
    let labelWidth = min(
      Facts.labelWidth(facts) + 1, max(Facts.labelWidth, rect.width / 2))
    var free = rect
    free.height -= below + 1
    return [Facts.Row(left: Fact("", heading, style: .title))]
      + Facts.rows(facts, in: free, labelWidth: labelWidth)
  }
}
