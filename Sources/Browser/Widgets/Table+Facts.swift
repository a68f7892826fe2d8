import DetainerModel
import Screen
import Text

extension Table {
  /// Lays facts out as rows, each in as many lines as it takes, so that a page has a cursor, a
  /// place to come back to and an export.
  init(_ facts: [Fact], width: Int) {
    self.facts = facts
    told = facts.map { ["\($0.label): \($0.text)"] }
    // In a narrow place the label has a line of its own.
    let isNarrow = width < 56
    let labels = min(Facts.labelWidth(facts), max(23, width / 4))
    let room = max(8, width - (isNarrow ? 3 : labels + 5))
    columns = Array(repeating: Column(title: "", kind: .text), count: isNarrow ? 1 : 2)
    for (number, fact) in facts.enumerated() {
      func add(_ cells: [String], _ style: Style) {
        let identity = RowIdentity.line(
          rows.count, fact: number, week: fact.week, place: fact.place)
        rows.append(Row(identity: identity, cells: cells, style: style))
      }
      let names = wrapped(fact.label, to: isNarrow ? room : labels)
      let texts = wrapped(fact.text, to: room)
      if isNarrow {
        for name in names { add([name], .title) }
        for text in texts { add([" " + text], fact.style) }
      } else {
        for line in 0..<max(names.count, texts.count) {
          func part(_ lines: [String]) -> String { line < lines.count ? lines[line] : "" }
          add([part(names), part(texts)], fact.style)
        }
      }
    }
  }
}
