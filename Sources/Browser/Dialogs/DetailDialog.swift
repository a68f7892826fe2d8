import DetainerModel
import Screen
import Text

/// The whole detail of the selected row.
struct DetailDialog: TextDialog {
  var top = 0
  let labelWidth = 14

  func title(_ state: BrowserState) -> String { DetailPane.title(state) }

  func lines(_ state: BrowserState) -> [Line] {
    let room = Self.textWidth(state, labelWidth: labelWidth)
    let lines = DetailPane.facts(state).flatMap {
      Line.wrapped($0.label, $0.text, $0.style, to: room)
    }
    return Self.stacked(lines, state) + originals(state, room)
  }

  mutating func take(_ key: Key, _ state: BrowserState) -> DialogStep {
    guard key == .character("o") else { return scroll(key, state) }
    var state = state
    let effect = state.openLinks()
    if let links = state.dialog as? LinksDialog { return .choose { $0.dialog = links } }
    return .finish(effect, saying: state.message?.text)
  }

  /// How many columns of text have to be left beside the names; with fewer they stand above.
  private static let leastRoom = 20

  /// What the release says in its other columns: each value beside its name, or below it where
  /// there is no room.
  private func originals(_ state: BrowserState, _ textRoom: Int) -> [Line] {
    let facts = OriginalFacts.facts(state)
    if facts.isEmpty { return [] }
    let room = Self.textWidth(state, labelWidth: 0)
    let names = max(labelWidth - 1, Facts.labelWidth(facts) + 1)
    let isBeside = room - names > Self.leastRoom
    return [Line("", ""), Line("", OriginalFacts.heading, .title)]
      + facts.flatMap { fact -> [Line] in
        guard isBeside else {
          return wrapped(fact.label, to: room).map { Line($0, "") }
            + Line.wrapped("", fact.text, to: textRoom)
        }
        return wrapped(fact.text, to: room - names - 1).enumerated().map { index, text in
          Line(TextWidth.pad(index == 0 ? fact.label : "", to: names), text)
        }
      }
  }
}
