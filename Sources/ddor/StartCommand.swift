import ArgumentParser
import DetainerFormats
import DetainerModel

/// `ddor` without a subcommand: the browser, or the start report where there is no terminal.
struct StartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "browse",
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

  @OptionGroup var selection: SelectionOptions

  /// Opens the browser or prints the start report.
  func run() throws {
    if printsToTerminal {
      let filter = try selection.parsedFilter()
      try runBrowser(paths: selection.pathsToOpen(), filter: filter)
    } else {
      try printStartReport()
    }
  }

  private func printStartReport() throws {
    let data = try LoadedData(selection)
    var chosen = try selection.select(in: data.dataset)
    if !chosen.query.filter.terms.contains(where: { $0.field == .week }) {
      chosen = try chosen.ofStartWeek()
    }
    try chosen.checkWeeksDoNotOverlap()
    let listing = chosen.jurisdictionsListing(chosen.jurisdictions())
    var sink = FileSink.standardOutput
    try sink.write(listing, as: .table)
    try sink.flush()
    data.reportProblems()
  }
}

extension Selection {
  /// The part in the week that the data names as its start, else in the newest.
  fileprivate func ofStartWeek() throws -> Selection {
    let weeks = chosenReports.map { dataset.table.reports[$0].week }.filter(\.isKnown)
    guard let newest = weeks.first else { throw CommandError.noReport }
    let start = dataset.start.flatMap { weeks.contains($0) ? $0 : nil } ?? newest
    let term = FilterTerm(.week, [.span(start.start...start.start, start.iso)])
    return try Selection(
      Query(query.filter.and(Filter(terms: [term])), dropsDuplicates: query.dropsDuplicates),
      in: dataset)
  }
}
