import Browser
import FoundationEssentials

/// Writes the manual page, from what `ddor --experimental-dump-help` says and the texts of the help.
@main
enum Manual {
  static func main() throws {
    var json: [UInt8] = []
    while let line = readLine(strippingNewline: false) { json += line.utf8 }
    let program = try JSONDecoder().decode(Dump.self, from: Data(json)).command
    print(page(of: program), terminator: "")
  }

  private static func page(of program: Command) -> String {
    var page = Page(name: program.commandName)
    let commands = (program.subcommands ?? []).filter {
      $0.shouldDisplay ?? true && $0.commandName != "help"
    }
    let common = Set(
      Dictionary(grouping: commands.flatMap(\.options), by: \.self)
        .filter { $1.count > 4 }.keys)
    page.section("NAME")
    page.line("\(program.commandName) \\- \(Page.escaped(program.abstract.lowercasedFirst))")
    page.section("SYNOPSIS")
    page.synopsis("ddor", "[PATH ...] [OPTION ...]")
    for command in commands where command.commandName != program.defaultSubcommand {
      page.synopsis("ddor \(command.commandName)", command.synopsis)
    }
    page.synopsis("ddor help", "[COMMAND | TOPIC]")
    page.section("DESCRIPTION")
    page.prose(program.discussion ?? "")
    page.section("COMMANDS")
    for command in commands {
      page.subsection("\(program.commandName) \(command.commandName) \(command.synopsis)")
      page.prose(command.abstract)
      page.prose(command.discussion ?? "")
      for argument in command.arguments ?? [] where argument.isShown && !common.contains(argument) {
        page.item(argument.heading, argument.meaning)
      }
      let shared = command.options.filter(common.contains).map(\.shortHeading)
      if !shared.isEmpty { page.prose("Common options: \(shared.joined(separator: ", ")).") }
    }
    page.section("COMMON OPTIONS")
    var seen: Set<Argument> = []
    for option in commands.flatMap(\.options)
    where common.contains(option) && seen.insert(option).inserted {
      page.item(option.heading, option.meaning)
    }
    for (title, facts) in [
      ("FILTER", HelpTexts.filter), ("PATTERNS", HelpTexts.patterns), ("KEYS", HelpTexts.keys),
      ("SIGNS", HelpTexts.signs), ("WORDS", HelpTexts.words),
      ("ENVIRONMENT", environment), ("FILES", files),
    ] {
      page.section(title)
      for fact in facts { page.item(fact.label, fact.text) }
    }
    return page.text
  }

  private static let environment: [HelpTexts.Fact] = [
    ("DDOR_DATA", "The data that is opened where no PATH is given."),
    (
      "DDOR_THREADS",
      "How many threads read and count, at most 8, where --threads does not say it; as many as there are processors where neither does."
    ),
    ("NO_COLOR", "Any value turns colours off; see --color."),
    ("PAGER", "What shows a table that is wider than the terminal."),
    ("TMPDIR", "Where large files are unpacked, and what comes through a pipe is kept."),
    ("XDG_CACHE_HOME, XDG_CONFIG_HOME", "Where cache and configuration are."),
  ]

  private static let files: [HelpTexts.Fact] = [
    ("~/.cache/ddor", "What was read of large files; “ddor cache” shows and removes it."),
    ("~/.config/ddor/config.json5", "The configuration; “ddor config” says what may stand in it."),
    ("../share/ddor/SampleData", "The sample data, beside the directory of the program."),
  ]
}

extension String {
  fileprivate var lowercasedFirst: String {
    let text = hasSuffix(".") ? dropLast() : self[...]
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
