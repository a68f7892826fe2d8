import ArgumentParser
import CProgram
import DetainerFormats
import DetainerModel
import Glibc

/// The program: its subcommands, its help, and what it tells the shell when it ends.
@main
struct Ddor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "A terminal browser for Declined Detainer Outcome Reports.",
    usage: """
      ddor [PATH ...] [--state STATE] [--county COUNTY] [--week WEEK] [--filter EXPR]
      ddor <subcommand>
      """,
    discussion: """
      Opens a data directory, or release files (.csv .tsv .txt .xlsx .parquet, also .gz and .zip), \
      and shows which jurisdictions declined detainers, week by week. Without a PATH it opens \
      $DDOR_DATA, else the sample data. When the output is not a terminal, the jurisdictions of the \
      start report are printed instead. A PATH that has the name of a subcommand is given as ./list.

      A places.csv in a data directory says where records without a county belong; its columns \
      are \(UserPlaces.columns.joined(separator: ",")). An empty facility or city means any.

      EXAMPLES:
        ddor
        ddor releases/fy2015.csv.gz --state tx
        ddor list jurisdictions --week 2017-01-28
        ddor count --by state --measure share-issued
        ddor export -o declined.csv --filter outcome:declined

      “ddor help TOPIC” explains \(HelpTopic.names).

      EXIT CODES:
        0  done
        1  no data could be read or imported, or “ddor validate” found an error
        2  the command line or the output is at fault
      """,
    version: nameAndVersion,
    subcommands: [
      StartCommand.self, ListCommand.self, CountCommand.self, CompareCommand.self,
      DiffCommand.self, PlaceCommand.self, ExportCommand.self, SQLCommand.self,
      ValidateCommand.self, ImportCommand.self, FrameCommand.self, CacheCommand.self,
      ConfigCommand.self, TourCommand.self,
    ],
    defaultSubcommand: StartCommand.self)

  /// The name of the program, which each subcommand says that it belongs to: one that does is not
  /// asked whether it is to write a completion script, which takes a third of the start.
  static let name = "ddor"

  /// The program, its version and what it was built of, as it stands in what it writes.
  static let nameAndVersion =
    "\(name) 0.1.0 (commit \(String(cString: cprogram_commit)), \(String(cString: cprogram_kind)))"

  @Flag(help: "Show the licences of all that is in the program.")
  var licences = false

  /// Shows what is asked for in place of any command.
  func validate() throws {
    if licences {
      let notice = UnsafeRawBufferPointer(start: cprogram_notice, count: cprogram_notice_size)
      throw CleanExit.message(String(decoding: notice, as: UTF8.self))
    }
  }

  /// The words that the program was started with, which Swift cannot tell without /proc.
  static let arguments = (0..<cprogram_argument_count()).map {
    cprogram_argument($0).map { String(cString: $0) } ?? ""
  }

  /// Runs the command that the arguments name, and ends the process.
  static func main() {
    // A reader that has seen enough is reported by `write`, and ends the program in silence.
    signal(SIGPIPE, SIG_IGN)
    // A file that may not grow further (ulimit -f) is reported by `write` too.
    signal(SIGXFSZ, SIG_IGN)
    let arguments = withEmptyValues(Self.arguments.dropFirst())
    do {
      // What is plain without the parser does not wait for it.
      if arguments == ["--version"] {
        try say(nameAndVersion)
      } else if let topic = HelpTopic(arguments) {
        try say(topic.text, lineEnd: "")
      } else if let script = CompletionScript.asked(by: arguments) {
        try say(script)
      } else if let paths = StartCommand.plainPaths(arguments) {
        try StartCommand.browse(paths)
      } else {
        var command = try command(Array(arguments))
        (command as? any ConfinedCommand)?.confine()
        try command.run()
      }
    } catch {
      var ending = Ending(error)
      if let text = ending.output {
        do { try say(text) } catch { ending = Ending(error) }
      }
      for sentence in ending.messages { complain(sentence) }
      Interruption.end()
      Glibc.exit(ending.code)
    }
  }

  /// The arguments with `--filter=` as `--filter` and an empty value: the parser would take the next
  /// word for the value, as where a shell had nothing to put in for a variable.
  private static func withEmptyValues(_ arguments: ArraySlice<String>) -> ArraySlice<String> {
    let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
    let words = arguments[..<end].flatMap { word in
      word.hasPrefix("--") && word.firstIndex(of: "=") == word.indices.last
        ? [String(word.dropLast()), ""] : [word]
    }
    return ArraySlice(words + arguments[end...])
  }

  /// The command that the arguments ask for.
  ///
  /// The one that is named first, or the browser where none is, is asked alone: the root asks every
  /// command for all that it takes before it looks at a word, which takes longer than an answer.
  /// Whatever is not as it should be the root hears again, since only it knows all commands.
  private static func command(_ arguments: [String]) throws -> any ParsableCommand {
    let named = configuration.subcommands.first {
      $0.configuration.commandName == arguments.first
    }
    let asked = named ?? StartCommand.self
    if arguments.first != "help",
      let command = try? asked.parseAsRoot(Array(arguments.dropFirst(named == nil ? 0 : 1))),
      // Another one gives help, which is the root's too.
      type(of: command) == asked
    {
      return command
    }
    // The parser would give the help of the root.
    if arguments.first == "help", arguments.count > 1 { try HelpTopic.check(arguments[1]) }
    // The parser would blame the options of what it takes for a path.
    if named == nil, let word = arguments.first, word != "help", !word.hasPrefix("-") {
      try StartCommand.check([word])
    }
    return try parseAsRoot(arguments)
  }
}
