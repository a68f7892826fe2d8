import ArgumentParser
import DetainerFormats
import DetainerModel

/// `ddor compare`: two weeks, or two sources of one week, held against each other.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare two weeks, jurisdiction by jurisdiction or by other keys.",
    discussion: """
      Prints the keys, the count of the first week and of the second with the most that each can \
      be, by how much they differ, and new, gone, up, down, same or unknown; what changed most \
      comes first. A week is named by a day in it. \
      For published reports declined is Section II and issued Section I. Where several sources \
      cover a week, choose one with --source, or compare them: the same week twice, with two \
      sources.

      EXAMPLES:
        ddor compare 2017-01-28 2017-02-04
        ddor compare 2014-11-01 2015-05-02 --by state --measure issued
        ddor compare 2015-05-02 2015-05-02 --source tally,release
      """)

  @Argument(help: "The week before.")
  var before: String

  @Argument(help: "The week after.")
  var after: String

  @Option(
    help: ArgumentHelp(
      "What to compare by, instead of jurisdictions; several keys with commas.",
      valueName: "key[,key...]"),
    completion: .list(GroupKey.names))
  var by: [String] = []

  @Option(help: "What to compare; shares are not.")
  var measure: ComparedCount = .declined

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  /// Checks what needs no data.
  func validate() throws {
    _ = try GroupKey.keys(ofOption: by)
  }

  /// Prints the rows.
  func run() throws {
    let named = try GroupKey.keys(ofOption: by)
    let keys = named.isEmpty ? [.jurisdiction] : named
    try output.answer(from: selection) { dataset in
      let sources = selection.sourcesOfTwo(comparing: before, after)
      let earlier = try week(before, sources.before, in: dataset)
      let later = try week(after, sources.after, in: dataset)
      let rows = try earlier.compared(with: later, by: keys, measure: measure)
      return try later.comparisonListing(rows, keys: keys).sorted(by: output.order)
    }
  }

  private func week(
    _ text: String, _ sources: [String], in dataset: Dataset
  ) throws -> Selection {
    var options = selection
    options.week = [text]
    options.source = sources
    let chosen = try options.select(in: dataset)
    guard !chosen.chosenReports.isEmpty else {
      throw CommandError.badOption(
        name: "week", value: text,
        reason: "no report covers this week; “ddor list weeks” shows those there are.")
    }
    return chosen
  }
}

extension ComparedCount: ExpressibleByArgument {}

extension SelectionOptions {
  /// The sources of either side: one week is compared between two sources, two weeks within them.
  fileprivate func sourcesOfTwo(
    comparing before: String, _ after: String
  ) -> (before: [String], after: [String]) {
    let names = source.flatMap { $0.split(separator: ",").map(String.init) }
    guard Week(naming: before) == Week(naming: after), names.count == 2 else {
      return (source, source)
    }
    return ([names[0]], [names[1]])
  }
}
