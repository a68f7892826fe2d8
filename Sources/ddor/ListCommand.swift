import ArgumentParser
import DetainerFormats
import DetainerModel

/// `ddor list`: the rows of a pane.
struct ListCommand: SelectingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", _superCommandName: Ddor.name,
    abstract: "Print weeks, jurisdictions, detainers, policies or corrections.",
    discussion: """
      Prints a table on a terminal and CSV in a pipe. Policies and corrections take terms on \
      state, county and week only. Where two sources cover one week, jurisdictions are listed \
      of one --source at a time.

      EXAMPLES:
        ddor list weeks
        ddor list jurisdictions --week 2017-01-28 --sort -issued
        ddor list detainers --county travis --filter crime:assault --format json
        ddor list detainers releases/fy2026.csv --other-columns -o all.csv
        ddor list corrections --state ia,ny -o corrections.csv
      """)

  @Argument(help: "What to list.")
  var what: ListingName

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var others: OtherColumnsOption

  /// Checks what needs no data.
  func validate() throws { try others.check(for: what) }

  /// Prints the rows.
  func run() throws {
    var output = output
    if output.shape.columns.isEmpty {
      output.shape.columns =
        UserConfiguration.ofCommands(writing: output.output).columns[what] ?? []
    }
    let keys: [GroupKey]? = what == .detainers ? nil : []
    try output.answer(from: selection, countingBy: keys) { dataset in
      let chosen = try selection.select(in: dataset)
      var listing = try what.listing(
        of: chosen, by: output.order, otherColumns: others.otherColumns)
      if what == .jurisdictions || what == .detainers { listing.remark = chosen.longerSentence }
      return listing
    }
  }

  func head(in dataset: Dataset) throws -> Listing {
    what.head(of: try selection.select(in: dataset), otherColumns: others.otherColumns)
  }
}

extension ListingName: ExpressibleByArgument {}
