import DetainerModel
import Screen
import Text

/// The help, made from the list of commands, and the filter language in short.
struct HelpDialog: TextDialog {
  static let command = Command("help", "? <F1>", "Show this help.") { state, _ in
    state.dialog = HelpDialog()
  }

  var top = 0
  var search: TextSearch? = TextSearch()
  let labelWidth = 19

  func title(_ state: BrowserState) -> String { "Help" }

  func lines(_ state: BrowserState) -> [Line] {
    let room = Self.textWidth(state, labelWidth: labelWidth)
    func facts(_ facts: [(label: String, text: String)]) -> [Line] {
      facts.flatMap { Line.wrapped($0.label, $0.text, to: room) }
    }
    let ofView = state.request.view?.keys.filter { !$0.help.isEmpty } ?? []
    let lines =
      section("Keys of this view", facts(ofView.map { ($0.command.shownKeys, $0.help) }))
      + section("Keys", facts(Command.all.map { ($0.shownKeys, $0.help) }))
      + section("Filter", facts(Self.language))
      + section("Patterns", facts(Pattern.syntax.map { ($0.form, $0.meaning) }))
      + section("Signs", facts(Self.signs))
      + section("Words", facts(Glossary.words.map { ($0.word, $0.meaning) }))
    return Self.stacked(lines.dropLast(), state)
  }

  private func section(_ title: String, _ lines: [Line]) -> [Line] {
    lines.isEmpty ? [] : [Line("", title, .title)] + lines + [Line("", "")]
  }

  private static let language: [(label: String, text: String)] = [
    ("travis", "A word is looked for in places, facility, crime, citizenship, lift reason."),
    ("\"los angeles\"", "Several words together."),
    ("state:tx,ca", "A field; commas are OR, spaces are AND."),
    ("-county:clark", "A minus leaves out."),
    ("crime:=Assault", "The whole value; crime:/pattern/ is a regular expression."),
    ("citizenship:none", "What is not known."),
    ("week:2017-01-28", "Dates: 2017, 2017-01, 2017-Q1, FY2017, 2017-01..2017-03, >=2017-02-01."),
    ("days:>30", "Days from issue to decline."),
    ("count:>10", "The size of a group, for certain; count:none where it is not known exactly."),
    (
      "crime:dui",
      "These are one: "
        + CrimeSynonyms.table.map { $0.joined(separator: " = ") }.joined(separator: "; ") + "."
    ),
    (
      "other:\"Case Status\"=active",
      "A column of the release that is not among the fields, as its detail names it; read again from the file."
    ),
    ("fields", FilterField.allCases.map(\.rawValue).joined(separator: " ")),
  ]

  /// What stands on the screen for want of room.
  private static let signs = [
    (
      "P, B",
      "P is a report that ICE published, B one built from released records: by issue date, or by lift date where the release gives it."
    ),
    ("!", "A correction or dispute names the place in this week."),
    ("(not itemised)", "Stated in a total, but in no part that is known."),
    ("6+", "At least so many: those that the source names; there may be more."),
    ("0–2", "None is named, and the total leaves room for so many."),
    ("?", "Not known: no source at hand says it."),
    ("◖", "The source covers only a part of the period; the days are given beside it."),
    ("–", "Not stated."),
  ]
}
