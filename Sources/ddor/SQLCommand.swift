import ArgumentParser
import DetainerFormats
import DetainerModel

/// `ddor sql`: a count as a question in SQL for another engine.
struct SQLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql", _superCommandName: Ddor.name,
    abstract: "Print a count as SQL, for an engine that holds more than one machine can.",
    discussion: """
      The question is asked of all rows of “ddor list detainers”, exported as Parquet, SQLite or a \
      package. What a term means, such as county:travis, is written out in the texts of the data \
      at hand, so that the answer is that of “ddor count”. Published reports state more than they \
      list, which SQL cannot say: they are left out, and a line of the question says so.

      EXAMPLES:
        ddor list detainers releases -o detainers.parquet
        ddor sql releases --by state --filter crime:dui | duckdb
        ddor sql --by month,aor --dialect sqlite --table detainers | sqlite3 detainers.sqlite
      """)

  @Option(
    help: ArgumentHelp("What to count by; several keys with commas.", valueName: "key[,key...]"),
    completion: DataCompletion.keys)
  var by: [String]

  @Option(help: "What to order by (default: declined).")
  var measure: Measure?

  @Option(help: "The engine that is asked.")
  var dialect: SQLDialect = .duckdb

  @Option(
    help: ArgumentHelp(
      "The exported rows as the engine names them (default: 'detainers.parquet' for duckdb, detainers).",
      valueName: "name"))
  var table: String?

  @OptionGroup var selection: SelectionOptions

  /// Checks what needs no data.
  func validate() throws {
    if try GroupKey.keys(ofOption: by).isEmpty {
      throw ValidationError("--by names no key; \(GroupKey.choice)")
    }
  }

  /// Prints the question.
  func run() throws {
    let keys = try GroupKey.keys(ofOption: by)
    let data = try LoadedData(selection)
    let measure = measure ?? UserConfiguration.ofCommands().usual.measure
    let chosen = try selection.select(in: data.dataset, measuring: measure)
    let question = try SQLCount(chosen, by: keys, dialect: dialect, table: table).text()
    try data.answer {
      var sink = FileSink.standardOutput
      try sink.write(question)
      try sink.flush()
    }
  }
}

extension SQLDialect: ExpressibleByArgument {}
