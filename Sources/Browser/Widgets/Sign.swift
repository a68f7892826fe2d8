/// A mark beside a number or a row, which says on the screen what it means.
enum Sign: CaseIterable {
  case match, marked, correction, atLeast, between, unknown, part, published, notStated, gap,
    selected, folded, unfolded, hidden

  /// The mark as it stands, with an example of the number where it stands in one.
  var form: String {
    switch self {
    case .match: "●"
    case .marked: "*"
    case .published: "◆"
    case .correction: "!"
    case .atLeast: "6+, ≥ 5 %"
    case .between: "0–2"
    case .unknown: "?"
    case .part: "◖"
    case .notStated: "–"
    case .gap: "┄"
    case .selected: "▲"
    case .folded: "▸"
    case .unfolded: "▾"
    case .hidden: "(5 hidden)"
    }
  }

  /// The mark with its meaning in a word or two.
  var words: String {
    switch self {
    case .match: "● highlighted"
    case .marked: "* marked"
    case .published: "◆ published"
    case .correction: "! corrected or disputed"
    case .atLeast: "+ at least"
    case .between: "0–2 between"
    case .unknown: "? not known"
    case .part: "◖ part of the period"
    case .notStated: "– not stated"
    case .gap: "┄ a long gap"
    case .selected: "▲ selected"
    case .folded: "▸ folded"
    case .unfolded: "▾ unfolded"
    case .hidden: "(hidden) of other outcomes"
    }
  }

  /// The same in fewer words, for where not all that is in sight has room.
  var fewWords: String {
    switch self {
    case .correction: "! correction"
    case .part: "◖ part"
    default: words
    }
  }

  /// What it means, in a sentence.
  var meaning: String {
    switch self {
    case .published:
      "A report that was published; the others are built from released records, by issue date, or by lift date where the release gives it."
    case .correction: "A correction or dispute names the place in this week."
    case .atLeast: "At least so many: those that the source names; there may be more."
    case .between: "None is named, and the total leaves room for so many."
    case .unknown: "Not known: no source at hand says it."
    case .part: "The source covers only a part of the period; the days are given beside it."
    case .notStated: "Not stated."
    case .match: "What is only highlighted finds this row; the line of the filter names it."
    case .marked: "A row that is marked, to be copied or exported, or chosen from a list."
    case .gap: "Many periods in a row without a report, drawn short; a gap is not a zero."
    case .selected: "The selected row, on the chart."
    case .folded: "An entry of which the headline alone is shown."
    case .unfolded: "An entry that is shown whole."
    case .hidden:
      "So many groups have detainers, and none that a term on the outcome or the lift reason shows; they are in the total."
    }
  }

  /// Whether a text begins with the mark.
  func begins(_ text: String) -> Bool { text.hasPrefix(form + " ") }

  /// The marks in the text of a number.
  static func all(in text: String) -> Set<Sign> {
    var signs: Set<Sign> = []
    if text.contains("◖") { signs.insert(.part) }
    let number = text.filter { $0 != "◖" }
    if number == "?" { signs.insert(.unknown) }
    if number == "–" { signs.insert(.notStated) }
    guard number.contains(where: \.isNumber) else { return signs }
    if number.hasSuffix("+") || number.hasPrefix("≥") { signs.insert(.atLeast) }
    if let dash = number.firstIndex(of: "–"), number[..<dash].last?.isNumber == true {
      signs.insert(.between)
    }
    return signs
  }
}
