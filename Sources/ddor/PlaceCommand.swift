import ArgumentParser
import DetainerFormats
import DetainerModel
import Text

/// `ddor place`: one place across all reports and records.
struct PlaceCommand: SelectingCommand {
  static let configuration = CommandConfiguration(
    commandName: "place", _superCommandName: Ddor.name,
    abstract: "Tell whether a place is on the list, and what every section says of it.",
    discussion: """
      Prints a row for each thing that is said of the place: its rank in Section I and its \
      declines in Section II of each published report, the policies of Section III, corrections \
      and disputes, and what the released records count. A rank that ICE took back says by which \
      correction it is void. Places of one name are all listed, those of the published reports \
      first; a state tells them apart.

      EXAMPLES:
        ddor place franklin
        ddor place "Clark, NV"
        ddor place travis --format json releases
      """)

  @Argument(
    help: "The name of a county or another place, with its state if need be.",
    completion: DataCompletion.counties)
  var name: String

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  /// Checks what needs no data.
  func validate() throws {
    if name.allSatisfy({ $0 == " " || $0 == "," }) {
      throw ValidationError("The name of the place is empty; “ddor list jurisdictions” shows all.")
    }
  }

  /// Prints what is said of the places.
  func run() throws {
    try output.answer(from: selection) { dataset in
      let chosen = try selection.select(in: dataset)
      let pages = try places(in: dataset, under: chosen.query).map {
        try PlacePage(of: $0, under: chosen.query, in: dataset)
      }
      return try pages.ordered().listing.named("place", from: chosen).sorted(by: output.order)
    }
  }

  private func places(
    in dataset: Dataset, under query: Query
  ) throws(CommandError) -> [Jurisdiction] {
    let places: [Jurisdiction]
    do throws(FilterError) {
      places = try dataset.places(named: name, under: query)
    } catch {
      throw .unknownPlace(harmless(error.token), reason: error.message)
    }
    if places.isEmpty {
      throw .unknownPlace(
        harmless(name), reason: "no place of this name is in the data, and no county has it.")
    }
    return places
  }

  func head(in dataset: Dataset) throws -> Listing { [PlacePage]().listing }
}
