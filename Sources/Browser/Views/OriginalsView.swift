import DetainerModel
import Screen
import Text

/// What a record says in the columns that have no name of ours, below the facts of its detail.
enum OriginalsView {
  static let heading = "As the release has it"

  /// How many columns of text have to be left beside the names; with fewer they stand above.
  private static let leastRoom = 20

  private static func facts(of state: BrowserState) -> [DetailView.Fact] {
    guard state.focus == .detainers, let row = state.detainer else { return [] }
    return state.dataset.table.otherValues(row).map { .init(label: $0.name, text: $0.value) }
  }

  private static func width(ofNames facts: [DetailView.Fact]) -> Int {
    facts.map { TextWidth.of($0.label) }.max() ?? 0
  }

  /// The lines of the pane, below those of the facts; names take half of it at most.
  static func lines(
    of state: BrowserState, below: Int, _ rect: Rect
  ) -> [DetailView.Line] {
    let facts = facts(of: state)
    if facts.isEmpty { return [] }
    let labelWidth = min(
      width(ofNames: facts) + 1, max(DetailView.labelWidth, rect.width / 2))
    var free = rect
    free.height -= below + 1
    return [DetailView.Line(left: .init(label: "", text: heading, style: .title))]
      + DetailView.lines(of: facts, free, labelWidth: labelWidth)
  }

  /// The lines of the dialog: each value beside its name, or below it where there is no room.
  static func lines(
    of state: BrowserState, width: Int
  ) -> [(label: String, text: String, style: Style)] {
    let facts = facts(of: state)
    if facts.isEmpty { return [] }
    let room = OverlayView.room(width, labelWidth: 0)
    let labelWidth = max(OverlayView.detailLabel - 1, Self.width(ofNames: facts) + 1)
    let isBeside = room - labelWidth > leastRoom
    return [("", "", .normal), ("", heading, .title)]
      + facts.flatMap { fact -> [(label: String, text: String, style: Style)] in
        guard isBeside else {
          let textRoom = OverlayView.room(width, labelWidth: OverlayView.detailLabel)
          return wrapped(fact.label, to: room).map { ($0, "", .normal) }
            + wrapped(fact.text, to: textRoom).map { ("", $0, .normal) }
        }
        return wrapped(fact.text, to: room - labelWidth - 1).enumerated().map { index, text in
          (TextWidth.pad(index == 0 ? fact.label : "", to: labelWidth), text, .normal)
        }
      }
  }
}
