import Browser
import DetainerFormats
import DetainerModel
import Terminal
import Text

/// What `ddor help` explains beside the subcommands, from the same texts as `?` in the browser.
enum HelpTopic: String, CaseIterable {
  case filter, keys, formats, data, words

  /// The topic that the arguments ask for.
  init?(_ arguments: ArraySlice<String>) {
    guard arguments.count == 2, arguments.first == "help", let name = arguments.last else {
      return nil
    }
    self.init(rawValue: name)
  }

  /// Takes a word for a topic or a subcommand that was misspelt, where it is none.
  static func check(_ word: String) throws(CommandError) {
    let known = allCases.map(\.rawValue) + StartCommand.subcommands
    guard !known.contains(word), !word.hasPrefix("-") else { return }
    throw .unknownTopic(word, nearest: nearestName(to: word.lowercased(), among: known))
  }

  /// The names, as they stand in a sentence.
  static let names = allCases.map(\.rawValue).joined(separator: ", ")

  /// The text, as wide as the terminal allows to be read with ease.
  var text: String {
    sections.map { section in
      section.title + "\n" + section.facts.map(Self.lines).joined()
    }.joined(separator: "\n")
  }

  private static let labelWidth = 22
  private static let width = min(max(Terminal.columns ?? 80, 60), 100)

  private static func lines(_ fact: HelpTexts.Fact) -> String {
    let label = TextWidth.of(fact.label)
    var lines = wrapped(fact.text, to: width - labelWidth - 2)
      .map { String(repeating: " ", count: labelWidth + 2) + $0 }
    if label < labelWidth {
      let slack = String(repeating: " ", count: labelWidth - label)
      lines[0] = "  " + fact.label + slack + lines[0].dropFirst(labelWidth + 2)
    } else {
      lines.insert("  " + fact.label, at: 0)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var sections: [(title: String, facts: [HelpTexts.Fact])] {
    switch self {
    case .filter: [("Filter", HelpTexts.filter), ("Patterns", HelpTexts.patterns)]
    case .keys: [("Keys of the browser", HelpTexts.keys), ("Clipboard", HelpTexts.clipboard)]
    case .words: [("Words", HelpTexts.words), ("Signs", HelpTexts.signs)]
    case .formats: [("What is read", Self.readFormats), ("What is written", Self.writtenFormats)]
    case .data:
      [
        ("Where data is found", Self.places),
        ("Tables of a data directory", DataDirectory.tables.map { ($0.name, $0.meaning) }),
        ("Columns of records", Self.columns),
      ]
    }
  }

  private static let readFormats: [HelpTexts.Fact] = [
    (DataDirectory.endings.joined(separator: " "), "By what is in a file, not by its name."),
    ("a directory", "All such files and the tables in it (“ddor help data”)."),
    ("-", "Standard input, and any other pipe: read to its end, then like a file."),
  ]

  private static let writtenFormats: [HelpTexts.Fact] = FileFormat.allCases.map { format in
    let endings = format.endings.map { ".\($0)" }.joined(separator: ", ")
    return (
      "--format \(format.name)",
      format.words + (endings.isEmpty ? "; its path ends in a slash" : "; files end in \(endings)")
    )
  }

  private static let places: [HelpTexts.Fact] = [
    ("PATH …", "A data directory, or release files."),
    ("$DDOR_DATA", "Where no PATH is given."),
    ("sample data", "Where neither is: the three reports of 2017 and a tally of fiscal year 2015."),
  ]

  private static let columns: [HelpTexts.Fact] = [
    (
      "known by many names",
      "The headers of the releases are known; else these names: "
        + DetainerField.allCases.map(\.rawValue).joined(separator: " ") + "."
    ),
    ("count", "How many detainers a row stands for, in a tally."),
    ("places.csv", "Has the columns \(UserPlaces.columns.joined(separator: " "))."),
  ]
}
