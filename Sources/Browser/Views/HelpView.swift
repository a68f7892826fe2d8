import DetainerModel
import Screen
import Text

/// The help, made from the list of commands, and the filter language in short.
enum HelpView {
  static func lines(width: Int) -> [(label: String, text: String, style: Style)] {
    let room = OverlayView.room(width, labelWidth: OverlayView.helpLabel)
    var lines: [(label: String, text: String, style: Style)] = [
      ("", "Keys", .title)
    ]
    for command in Command.allCases {
      for (index, text) in wrapped(command.help, to: room).enumerated() {
        lines.append((index == 0 ? command.shownKeys : "", text, .normal))
      }
    }
    lines.append(("", "", .normal))
    lines.append(("", "Filter", .title))
    let language: [(String, String)] = [
      ("travis", "A word looks in places, facility, crime, citizenship, lift reason."),
      ("\"los angeles\"", "Several words together."),
      ("state:tx,ca", "A field; commas are OR, spaces are AND."),
      ("-county:clark", "A minus leaves out."),
      ("crime:=Assault", "The whole value; crime:/pattern/ is a regular expression."),
      ("citizenship:none", "What is not known."),
      ("week:2017-01-28", "Dates: 2017, 2017-01, 2017-Q1, FY2017, 2017-01..2017-03, >=2017-02-01."),
      ("days:>30", "Days from issue to decline."),
      ("fields", FilterField.allCases.map(\.rawValue).joined(separator: " ")),
    ]
    for (label, text) in language {
      for (index, line) in wrapped(text, to: room).enumerated() {
        lines.append((index == 0 ? label : "", line, .normal))
      }
    }
    lines.append(("", "", .normal))
    lines.append(("", "Words", .title))
    for text in [
      "P is a report that ICE published, B one built from released records: by issue date, or by lift date where the release gives it.",
      "A ! before a count: a correction or dispute names the place in this week.",
      "(not itemised): stated in a total, but in no part that is known. A – is not stated.",
      "crime: knows these as one: "
        + CrimeSynonyms.table.map { $0.joined(separator: " = ") }.joined(separator: "; ") + ".",
    ] {
      lines += wrapped(text, to: OverlayView.room(width, labelWidth: 0)).map { ("", $0, .normal) }
    }
    return OverlayView.stacked(lines, width: width)
  }
}
