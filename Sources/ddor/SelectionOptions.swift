import ArgumentParser
import DetainerFormats
import DetainerModel
import Text

/// What every command takes: the data, and which part of it.
struct SelectionOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "A data directory, or release files; $DDOR_DATA or the sample data when none is given.",
      valueName: "path"),
    completion: .file())
  var paths: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "A filter, such as 'crime:dui -state:tx days:>30'; all its terms must hold.",
      valueName: "expr"))
  var filter = ""

  @Option(
    help: ArgumentHelp("States by code or name; commas mean or.", valueName: "state"),
    completion: DataCompletion.states)
  var state: [String] = []

  @Option(
    help: ArgumentHelp("Counties by name or FIPS code.", valueName: "county"),
    completion: DataCompletion.counties)
  var county: [String] = []

  @Option(
    help: ArgumentHelp(
      "Weeks by a day in them, or a range as 2017-01..2017-03.", valueName: "week"),
    completion: DataCompletion.weeks)
  var week: [String] = []

  @Option(
    help: ArgumentHelp("Sources by name, as “ddor list weeks” shows them."),
    completion: DataCompletion.sources)
  var source: [String] = []

  @Flag(help: "Leave out the rows that a release itself marks as likely duplicates.")
  var dropDuplicates = false

  @Flag(
    help: "Take what errata void from its place: it stands under (not attributable) of its state.")
  var asCorrected = false

  @OptionGroup var caching: CacheOptions

  /// The whole filter.
  func parsedFilter() throws -> Filter {
    let options = Filter(terms: try optionTerms().map(\.term))
    return try FilterParser.parse(filter).and(options)
  }

  /// The paths to open: those given, else where data is found without being named.
  func pathsToOpen() throws(CommandError) -> [String] {
    try DefaultData.paths(orGiven: paths)
  }

  /// Holds the options against the data that they choose from.
  func select(in dataset: Dataset, measuring measure: Measure = .declined) throws -> Selection {
    // On their own first, so that the message names the option and not a column of the filter.
    for (name, term) in try optionTerms() {
      let selection: Selection
      do throws(FilterError) {
        selection = try Selection(Query(Filter(terms: [term])), in: dataset)
      } catch {
        throw CommandError.badOption(name: name, value: error.token, reason: error.message)
      }
      if name == "source", selection.chosenReports.isEmpty {
        let sources = Set(dataset.table.reports.map(\.source)).sorted()
        let error = NameError(
          source.joined(separator: ","), "there is no source of this name", among: sources)
        throw CommandError.badOption(name: name, value: error.name, reason: error.reason)
      }
    }
    return try Selection(query(try parsedFilter()).measuring(measure), in: dataset)
  }

  /// A filter as it is asked of the data, with all that is chosen beside it.
  func query(_ filter: Filter) -> Query {
    Query(filter, dropsDuplicates: dropDuplicates, isAsCorrected: asCorrected)
  }

  /// The terms of the short options, each with the option that it came from.
  private func optionTerms() throws(CommandError) -> [(option: String, term: FilterTerm)] {
    var terms: [(option: String, term: FilterTerm)] = []
    for (name, given) in [
      ("state", state), ("county", county), ("week", week), ("source", source),
    ] where !given.isEmpty {
      let values = given.flatMap { text in
        name == "county"
          ? ReferenceTables.places.names(inList: text).map(quoted)
          : text.split(separator: ",").map { quoted(String($0)) }
      }
      do throws(FilterError) {
        let filter = try FilterParser.parse("\(name):" + values.joined(separator: ","))
        terms += filter.terms.map { (name, $0) }
      } catch {
        throw .badOption(name: name, value: given.joined(separator: ","), reason: error.message)
      }
    }
    return terms
  }

  /// A value without blanks around it, and in quotes where it has blanks inside.
  private func quoted(_ value: String) -> String {
    let value = singleSpaced(value)
    guard value.contains(" ") || value.contains(","), !value.hasPrefix("\""), !value.hasPrefix("/")
    else { return value }
    return value.hasPrefix("=")
      ? "=" + FilterTerm.quoted(String(value.dropFirst())) : FilterTerm.quoted(value)
  }
}
