import DetainerModel
import Screen
import Text

/// The whole detail of the selected row, and where it comes from.
struct DetailDialog: TextDialog {
  let origin: Origin?
  var top = 0
  let labelWidth = 16
  private(set) var wrapping = WrappedTexts()

  init(origin: Origin?) { self.origin = origin }

  func title(_ state: BrowserState) -> String {
    state.shown.openView == nil ? DetailPane.title(state) : "Detail of the row"
  }

  func lines(_ state: BrowserState) -> [Line] {
    var wrapping = wrapping
    return lines(state, &wrapping)
  }

  private func lines(_ state: BrowserState, _ wrapping: inout WrappedTexts) -> [Line] {
    let room = Self.textWidth(state, labelWidth: labelWidth)
    func lines(_ facts: [Fact]) -> [Line] {
      facts.filter { !$0.text.isEmpty }.flatMap { fact in
        let beside =
          state.size.columns < 40
          ? room : Line.room(room, beside: fact.label, labelWidth: labelWidth)
        return Line.labelled(fact.label, wrapping.lines(fact.text, to: beside), fact.style)
      }
    }
    let whole = Origin.parts(of: facts(state), origin).flatMap { heading, facts in
      (heading.isEmpty ? [] : [Line("", ""), Line("", heading, .title)]) + lines(facts)
    }
    return Self.stacked(whole, state) + originals(state, room, &wrapping)
  }

  /// What the row says: of a view, its cells by the names of their columns.
  private func facts(_ state: BrowserState) -> [Fact] {
    guard let open = state.shown.openView else { return DetailPane.facts(state) }
    guard let row = open.selected else { return [] }
    if let fact = open.selectedFact { return [fact] }
    return zip(open.table.columns, row.cells).compactMap { column, cell in
      column.kind == .bar || cell.isEmpty ? nil : Fact(column.title, cell)
    }
  }

  mutating func prepare(_ state: BrowserState) {
    wrapping = state.wrapping
    _ = lines(state, &wrapping)
  }

  mutating func take(_ key: Key, _ state: BrowserState) -> DialogStep {
    if key == .character("o") { return .act { $0.openLinks() } }
    _ = lines(state, &wrapping)
    return scroll(key, state)
  }

  /// How many columns of text have to be left beside the names; with fewer they stand above.
  private static let leastRoom = 20

  /// What the release says in its other columns: each value beside its name, or below it where
  /// there is no room.
  private func originals(
    _ state: BrowserState, _ textRoom: Int, _ wrapping: inout WrappedTexts
  ) -> [Line] {
    if state.shown.openView != nil { return [] }
    let facts = OriginalFacts.facts(state)
    if facts.isEmpty { return [] }
    let room = Self.textWidth(state, labelWidth: 0)
    let names = max(labelWidth - 1, Facts.labelWidth(facts) + 1)
    let isBeside = room - names > Self.leastRoom
    return [Line("", ""), Line("", OriginalFacts.heading, .title)]
      + facts.flatMap { fact -> [Line] in
        guard isBeside else {
          return wrapped(fact.label, to: room).map { Line($0, "") }
            + Line.labelled("", wrapping.lines(fact.text, to: textRoom))
        }
        let texts = wrapping.lines(fact.text, to: room - names - 1)
        return texts.enumerated().map { index, text in
          Line(TextWidth.pad(index == 0 ? fact.label : "", to: names), text)
        }
      }
  }
}

extension BrowserState {
  /// Opens the detail of what is under the cursor, once it is known where that comes from.
  mutating func openDetail() { openDialog(with: .origin(focus)) }
}
