import ArgumentParser
import DetainerFormats
import DetainerModel

/// `ddor compare`: two spans of time, or two sources of one week, held against each other.
struct CompareCommand: SelectingCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", _superCommandName: Ddor.name,
    abstract: "Compare two spans of time, jurisdiction by jurisdiction or by other keys.",
    discussion: """
      A span is a week, named by a day in it, a month (2015-01), quarter (2015-Q1), year (2015), \
      fiscal year (FY2015), or goes from one date to another (2015-01..2015-03). Records belong to \
      it by their own date, published reports and lines of a weekly tally by the Friday of their \
      week.

      Prints the keys, the count of the first span and of the second with the most that each can \
      be and the days that are covered, by how much they differ, and new, gone, up, down, same or \
      unknown; what changed most comes first. \
      For published reports declined is Section II and issued Section I. Where several sources \
      cover a week, choose one with --source, or compare them: the same week twice, with two \
      sources.

      EXAMPLES:
        ddor compare 2017-01-28 2017-02-04
        ddor compare 2014-11-01 2015-05-02 --by state --measure issued
        ddor compare 2014-11 2015-05 --by state
        ddor compare 2015-05-02 2015-05-02 --source tally,release
      """)

  @Argument(help: "The span before.", completion: DataCompletion.weeks)
  var before: String

  @Argument(help: "The span after.", completion: DataCompletion.weeks)
  var after: String

  @Option(
    help: ArgumentHelp(
      "What to compare by, instead of jurisdictions; several keys with commas.",
      valueName: "key[,key...]"),
    completion: DataCompletion.keys)
  var by: [String] = []

  @Option(
    name: .customLong("measure"), help: "What to compare; shares are not (default: declined).")
  var chosenMeasure: ComparedCount?

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  /// Checks what needs no data.
  func validate() throws {
    _ = try GroupKey.keys(ofOption: by)
  }

  /// Prints the rows.
  func run() throws {
    _ = try output.chosenForm()
    let named = try GroupKey.keys(ofOption: by)
    let keys = named.isEmpty ? [.jurisdiction] : named
    let periods = (before: try period(before), after: try period(after))
    let data = try LoadedData(selection, countingBy: keys)
    let sources = selection.sources(comparing: periods.before, periods.after)
    let earlier = try select(periods.before, sources.before, in: data.dataset)
    let later = try select(periods.after, sources.after, in: data.dataset)
    let rows = try earlier.compared(with: later, by: keys, measure: measure)
    let days = (
      before: earlier.coveredDays(of: periods.before, counting: measure),
      after: later.coveredDays(of: periods.after, counting: measure)
    )
    let listing = try later.comparisonListing(rows, with: earlier, keys: keys, days: days)
      .sorted(by: output.order)
    let unlike = CoveredDays.unlike(
      (days.before, earlier.total(of: measure)), (days.after, later.total(of: measure)),
      of: measure.rawValue)
    try data.answer {
      try output.write(
        listing, of: [data],
        from: [selection.select(in: data.dataset, measuring: measure.measure)])
      if let unlike { complain("The spans are unlike: \(unlike)") }
    }
  }

  private var measure: ComparedCount {
    chosenMeasure ?? UserConfiguration.ofCommands(writing: output.output).usual.compared
  }

  private func period(_ text: String) throws(CommandError) -> Period {
    if let period = Period(naming: text) { return period }
    throw .badSpan(
      text,
      reason:
        "this is not a week, month, quarter, year or fiscal year, nor FROM..TO; write 2015-01-03, 2015-01, 2015-Q1, 2015, FY2015 or 2015-01-03..2015-02-14."
    )
  }

  private func select(
    _ period: Period, _ sources: [String], in dataset: Dataset
  ) throws -> Selection {
    var options = selection
    options.source = sources
    let all = try options.select(in: dataset, measuring: measure.measure)
    let chosen = try all.narrowed(by: Filter(terms: period.terms))
    guard !chosen.chosenReports.isEmpty else {
      throw CommandError.badSpan(
        period.name,
        reason: "no report covers it; “ddor list weeks” shows the weeks that there are.")
    }
    return chosen
  }

  func head(in dataset: Dataset) throws -> Listing {
    let keys = try GroupKey.keys(ofOption: by)
    let nothing = try Selection.ofNothing
    let days = nothing.coveredDays(of: .none, counting: measure)
    return nothing.comparisonListing(
      [], with: nothing, keys: keys.isEmpty ? [.jurisdiction] : keys, days: (days, days))
  }
}

extension SelectionOptions {
  /// The sources of either side: one span is compared between two sources, two spans within them.
  fileprivate func sources(
    comparing before: Period, _ after: Period
  ) -> (before: [String], after: [String]) {
    let names = source.flatMap { $0.split(separator: ",").map(String.init) }
    guard before == after, names.count == 2 else { return (source, source) }
    return ([names[0]], [names[1]])
  }
}

extension ComparedCount: ExpressibleByArgument {}
