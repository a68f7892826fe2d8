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

  private static let names = GroupKey.countable.map(\.rawValue)

  @Option(
    help: ArgumentHelp("What to count by; several keys with commas.", valueName: "key[,key...]"),
    completion: .list(names))
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
    _ = try keys()
    if minimum < 0 {
      throw ValidationError("--minimum, “\(minimum)”: a number of detainers is 0 or more.")
    }
  }

  /// Prints the groups.
  func run() throws {
    _ = try output.chosenFormat()
    let keys = try keys()
    let data = try LoadedData(selection)
    let chosen = try selection.select(in: data.dataset)
    if !keys.contains(.source) { try chosen.checkWeeksDoNotOverlap() }
    let order = try order(of: chosen.countListing([], keys: keys))
    let groups = chosen.groups(by: keys)
      .ordered(by: order, keys: keys, isReversed: output.order?.isReversed ?? false)
    try output.write(chosen.countListing(groups, keys: keys))
    data.reportProblems()
  }

  private func keys() throws -> [GroupKey] {
    let choice = "choose of \(Self.names.joined(separator: ", "))."
    var keys: [GroupKey] = []
    for name in by.flatMap({ $0.split(separator: ",").map(String.init) }) {
      guard let key = GroupKey.countable.first(where: { $0.rawValue == name }) else {
        let nearest = nearestName(to: name.lowercased(), among: Self.names)
        throw ValidationError(
          "--by, “\(name)”: nothing can be counted by this; "
            + (nearest.map { "did you mean “\($0)”?" } ?? choice))
      }
      guard !keys.contains(key) else {
        throw ValidationError("--by, “\(name)”: this key is given twice; leave one out.")
      }
      keys.append(key)
    }
    guard !keys.isEmpty else { throw ValidationError("--by names no key; \(choice)") }
    return keys
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
