import DetainerModel
import Text

/// What the help says beside the keys, for `?`, `ddor help` and the manual.
package enum HelpTexts {
  /// A label and what it means.
  package typealias Fact = (label: String, text: String)

  /// The usual keys, those of a command together.
  package static let keys = keys(Keymap())

  static func keys(_ keymap: Keymap) -> [Fact] {
    Command.all.map { CommandHere($0, keymap).fact }
  }

  /// What the mouse does.
  package static let mouse: [Fact] = [
    (
      "--mouse",
      "The mouse is left to the terminal unless this or browser.mouse of the configuration asks for it. A click selects a row or a tile, two open it, the wheel scrolls, names of columns order by them, and the first line goes back."
    )
  ]

  /// The filter language in examples, and the names of the fields.
  package static let filter: [Fact] = [
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

  /// What may stand between the slashes of a pattern.
  package static let patterns: [Fact] = Pattern.syntax.map { ($0.form, $0.meaning) }

  /// How what is copied reaches a clipboard.
  package static let clipboard: [Fact] = [
    (
      "OSC 52",
      "The sequence by which the terminal is given what is copied, also through ssh, tmux and screen. None tells whether it takes it: some have to be told to, and tmux needs allow-passthrough."
    ),
    (
      "programs",
      "wl-copy, xclip, xsel or pbcopy get it too, where one is found and its display is there, and so does the buffer of tmux."
    ),
    (
      "much",
      "A terminal takes \(grouped(Copying.mostToTerminal / 4 * 3)) bytes at most; an export writes what is more to a file."
    ),
  ]

  /// What stands on the screen for want of room.
  package static let signs: [Fact] =
    Sign.allCases.map { ($0.form, $0.meaning) }
    + Change.allCases.map { ("\($0.glyph) \($0.words)", $0.meaning) }
    + [
      ("↑ ↓", "There are rows above or below those in sight; beside an order, whether it goes up."),
      ("▶", "The row under the cursor."),
    ]

  /// The words of the data.
  package static let words: [Fact] = Glossary.words.map { ($0.word, $0.meaning) }
}
