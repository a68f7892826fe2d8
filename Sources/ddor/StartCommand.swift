import ArgumentParser
import DetainerFormats
import DetainerModel
import Glibc
import Text

/// `ddor` without a subcommand: the browser, or the start report where there is no terminal.
struct StartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "browse", _superCommandName: Ddor.name,
    abstract: "Open the browser, which is what ddor does when no subcommand is named.",
    usage: "ddor [PATH ...] [<options>]",
    discussion: """
      When the output is not a terminal, the jurisdictions of the start report are printed as a \
      table: of the week that the data names, else of the newest.

      EXAMPLES:
        ddor
        ddor releases --state tx --filter crime:dui
        ddor | less
      """)

  @OptionGroup var options: BrowserOptions
  @OptionGroup var selection: SelectionOptions

  /// Opens the browser or prints the start report.
  func run() throws {
    try Self.check(selection.paths)
    if printsToTerminal {
      let filter = try selection.parsedFilter()
      try Self.browse(
        selection.paths, snapshots: selection.caching.snapshots, selection.query(filter), options)
    } else {
      try printStartReport()
    }
  }

  /// The paths where the arguments are nothing else and the browser can be opened on them at once.
  ///
  /// Reading them as a command line would take longer than reading the data and drawing it.
  static func plainPaths(_ arguments: ArraySlice<String>) -> [String]? {
    guard printsToTerminal, arguments.allSatisfy({ !$0.isEmpty && !$0.hasPrefix("-") }) else {
      return nil
    }
    // No subcommand has a slash or a point in its name, and making all their help takes time too.
    guard let first = arguments.first, !first.contains("/"), !first.contains(".") else {
      return Array(arguments)
    }
    return subcommands.contains(first) ? nil : Array(arguments)
  }

  static var subcommands: [String] {
    Ddor.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
  }

  /// Takes a plain word that is not a path for a subcommand that was misspelt.
  static func check(_ paths: [String]) throws(CommandError) {
    guard let word = paths.first, word.allSatisfy({ $0.isLetter || $0 == "-" }), word != "-",
      access(word, F_OK) != 0
    else { return }
    let listing = ListingName(rawValue: word).map { "list \($0.rawValue)" }
    throw .unknownWord(
      word, nearest: listing ?? nearestName(to: word.lowercased(), among: subcommands))
  }

  /// Opens the browser on paths, else where data is found without being named.
  static func browse(_ paths: [String]) throws {
    try check(paths)
    try browse(paths, snapshots: DefaultData.snapshots, Query(), nil)
  }

  private static func browse(
    _ paths: [String], snapshots: SnapshotDirectory?, _ query: Query, _ options: BrowserOptions?
  ) throws {
    let (configuration, problems) = UserConfiguration.read()
    var query = query
    // What is asked for on the command line comes before what was asked for last.
    let restores = query == Query() && options?.fresh != true
    if query.filter.terms.isEmpty { query.filter = try FilterParser.parse(configuration.filter) }
    try runBrowser(
      paths: paths, snapshots: snapshots, query: query, configuration, options,
      restores: restores, saying: problems)
  }

  private func printStartReport() throws {
    let data = try LoadedData(selection)
    var chosen = try selection.select(in: data.dataset)
    if !chosen.query.filter.terms.contains(where: { $0.field == .week }) {
      chosen = try chosen.ofStartPeriod()
    }
    let listing = chosen.jurisdictionsListing(try chosen.jurisdictions())
    let title = try chosen.title()
    try data.answer {
      var sink = FileSink.standardOutput
      try sink.write(listing, as: .table)
      try sink.flush()
      // Not in the table, so that a pipe gets nothing but its rows.
      complain(title)
    }
  }
}

extension Selection {
  /// The part in the period of the report to open first.
  fileprivate func ofStartPeriod() throws -> Selection {
    guard let period = startRow(among: weeks())?.report.period, period.isKnown else {
      throw CommandError.noReport
    }
    let term = FilterTerm(.week, [period.term])
    return try Selection(query.with(query.filter.and(Filter(terms: [term]))), in: dataset)
  }

  /// Which reports these are, as a sentence.
  fileprivate func title() throws(CommandError) -> String {
    let reports = chosenReports.map { dataset.table.reports[$0] }
    guard let newest = reports.first, let oldest = reports.last else { throw .noReport }
    if reports.count > 1 {
      return "These are \(reports.count) reports, from \(oldest.period.sentenceName) to "
        + "\(newest.period.words); built ones are \(bases(of: reports))."
    }
    return switch newest.kind {
    case .published: "This is the report published for \(newest.period.sentenceName)."
    case .built:
      "This is the report of \(newest.period.sentenceName) built from \(newest.source), "
        + "\(newest.basis.words)."
    }
  }

  private func bases(of reports: [Report]) -> String {
    let bases = Set(reports.filter { $0.kind == .built }.map(\.basis))
    return [Report.Basis.issueDate, .liftDate].filter(bases.contains).map(\.words)
      .joined(separator: " or ")
  }
}
