import ArgumentParser
import DetainerFormats
import DetainerModel
import Text

/// `ddor count`: detainers counted by keys.
struct CountCommand: SelectingCommand {
  static let configuration = CommandConfiguration(
    commandName: "count", _superCommandName: Ddor.name,
    abstract: "Count issued, resolved and declined detainers by one key or more.",
    discussion: """
      Prints a table on a terminal and CSV in a pipe: the keys, issued, resolved, declined, and \
      the shares of issued and of resolved that were declined, largest measure first. Shares are \
      empty for published reports. Where two sources cover one week, count with --by source or \
      choose one --source.

      KEYS:
        \(keys)

      EXAMPLES:
        ddor count --by state
        ddor count --by fiscal_year,state --filter crime:dui
        ddor count --by county --state tx --measure share-issued --minimum 500
        ddor count --by month --trend --county travis
      """)

  @Option(
    help: ArgumentHelp("What to count by; several keys with commas.", valueName: "key[,key...]"),
    completion: DataCompletion.keys)
  var by: [String]

  @Option(help: "What to measure, and to order by (default: declined).")
  var measure: Measure?

  @Option(
    help: ArgumentHelp(
      "The smallest total whose share is ranked with the others (default: 100).", valueName: "n"))
  var minimum: Int?

  @Flag(
    help: """
      Of one key of time: a row for each span, also where no report covers it, with the declined \
      of the year before and the days covered.
      """)
  var trend = false

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  /// Checks what needs no data.
  func validate() throws {
    if try GroupKey.keys(ofOption: by).isEmpty {
      throw ValidationError("--by names no key; \(GroupKey.choice)")
    }
    if trend, try span == nil {
      throw ValidationError(
        "--trend goes with one key of time: \(Period.Length.ofTrend.map(\.rawValue).joined(separator: ", "))."
      )
    }
    if let minimum, minimum < 0 {
      throw ValidationError("--minimum, “\(minimum)”: a number of detainers is 0 or more.")
    }
  }

  /// Prints the groups.
  func run() throws {
    let keys = try GroupKey.keys(ofOption: by)
    let usual = UserConfiguration.ofCommands(writing: output.output).usual
    let asked = measure
    let (measure, minimum) = (measure ?? usual.measure, minimum ?? usual.minimum)
    try output.answer(from: selection, countingBy: keys) { dataset in
      let chosen = try selection.select(in: dataset, measuring: trend ? .declined : measure)
        .taking(in: keys)
      if trend, let span = try span {
        // What is usual gives way where it cannot be.
        let measure = asked ?? (chosen.hasOnePersonSource ? measure : .declined)
        if measure == .persons, !chosen.hasOnePersonSource {
          throw ValidationError(
            "Each release has identifiers of persons of its own, and they are never added; choose one with --source."
          )
        }
        return try chosen.trendListing(
          by: span, withPersons: measure == .persons, sortedBy: output.order)
      }
      var listing = try chosen.countListing(
        by: keys, measure: measure, minimum: minimum, sortedBy: output.order)
      listing.remark = chosen.longerSentence
      return listing
    }
  }

  /// The spans of a trend; nil where not one key of time is named.
  private var span: Period.Length? {
    get throws {
      let keys = try GroupKey.keys(ofOption: by)
      return keys.count == 1 ? Period.Length.ofTrend.first { $0.key == keys[0] } : nil
    }
  }

  /// The names of the keys, in lines as wide as the help.
  private static var keys: String {
    wrapped(GroupKey.names.joined(separator: " "), to: 74).joined(separator: "\n  ")
  }

  func head(in dataset: Dataset) throws -> Listing {
    let usual = UserConfiguration.ofCommands(writing: output.output).usual
    let withPersons = (measure ?? usual.measure) == .persons
    if trend, let span = try span {
      return try Selection.ofNothing.trendListing([], by: span, withPersons: withPersons)
    }
    return try Selection.ofNothing.countListing(
      [], keys: try GroupKey.keys(ofOption: by), withPersons: withPersons)
  }
}

extension GroupKey {
  /// The keys that `--by` names.
  static func keys(ofOption texts: [String]) throws -> [GroupKey] {
    do throws(NameError) { return try keys(named: texts) } catch {
      throw ValidationError("--by, \(error)")
    }
  }
}

extension Measure: ExpressibleByArgument {}
