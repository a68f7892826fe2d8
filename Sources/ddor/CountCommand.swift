import ArgumentParser
import DetainerFormats
import DetainerModel

/// `ddor count`: detainers counted by keys.
struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: "Count issued, resolved and declined detainers by one key or more.",
    discussion: """
      Prints a table on a terminal and CSV in a pipe: the keys, issued, resolved, declined, and \
      the shares of issued and of resolved that were declined, largest measure first. Shares are \
      empty for published reports. Where two sources cover one week, count with --by source or \
      choose one --source.

      KEYS:
        week month quarter year fiscal_year state county facility aor crime
        citizenship basis outcome lift_reason type criminality threat gender source

      EXAMPLES:
        ddor count --by state
        ddor count --by fiscal_year,state --filter crime:dui
        ddor count --by county --state tx --measure share-issued --minimum 500
      """)

  @Option(
    help: ArgumentHelp("What to count by; several keys with commas.", valueName: "key[,key...]"),
    completion: .list(GroupKey.names))
  var by: [String]

  @Option(help: "What to measure, and to order by.")
  var measure: Measure = .declined

  @Option(
    help: ArgumentHelp("The least total whose share is ranked with the others.", valueName: "n"))
  var minimum = 100

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  /// Checks what needs no data.
  func validate() throws {
    if try GroupKey.keys(named: by).isEmpty {
      throw ValidationError("--by names no key; \(GroupKey.choice)")
    }
    if minimum < 0 {
      throw ValidationError("--minimum, “\(minimum)”: a number of detainers is 0 or more.")
    }
  }

  /// Prints the groups.
  func run() throws {
    _ = try output.chosenFormat()
    let keys = try GroupKey.keys(named: by)
    let data = try LoadedData(selection)
    let chosen = try selection.select(in: data.dataset)
    let order = try order(of: chosen.countListing([], keys: keys))
    let groups = try chosen.groups(by: keys)
      .ordered(by: order, keys: keys, isReversed: output.order?.isReversed ?? false)
    try data.answer { try output.write(chosen.countListing(groups, keys: keys)) }
  }

  /// The order of the groups: the column asked for, else the measure.
  private func order(of listing: Listing) throws(CommandError) -> GroupOrder {
    guard let key = output.order else { return .measure(measure, minimum: minimum) }
    let column = try listing.column(key)
    let measures: [Measure] = [.issued, .resolved, .declined, .shareOfIssued, .shareOfResolved]
    let measured = column - (listing.columns.count - measures.count)
    return measured < 0 ? .key(column) : .measure(measures[measured], minimum: minimum)
  }
}

extension Measure: ExpressibleByArgument {}
