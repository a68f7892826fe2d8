import Text

@testable import DetainerFormats

/// The header of a release as it was published, and what each of its columns is filled with.
struct SchemaLayout: Sendable, CustomStringConvertible {
  /// What a record has in a column.
  typealias Fill = @Sendable (PlantedRecord) -> String

  let schema: ReleaseSchema
  let columns: [String]
  /// Columns by their name; all others are filled with what is withheld or not known.
  let cells: [String: Fill]
  /// Whether the columns name the facility, its city and state, or the county itself.
  var places: Places = .facility

  enum Places: Sendable { case facility, facilityWithoutState, county }

  var description: String { schema.rawValue }

  init(
    _ schema: ReleaseSchema, _ header: String, places: Places = .facility,
    _ cells: [String: Fill]
  ) {
    self.schema = schema
    columns = header.split(separator: "|", omittingEmptySubsequences: false).map {
      singleSpaced(String($0))
    }
    self.cells = cells
    self.places = places
    precondition(cells.keys.allSatisfy(columns.contains), "a column is not in the header")
  }

  func cell(_ column: String, _ record: PlantedRecord, _ index: Int) -> String {
    if let cell = cells[column] { return cell(record) }
    return ["NA", "b(6), b(7)c", "(b)(6), (b)(7)(C)", ""][index % 4]
  }

  /// The code of a lift reason, and the reason itself in half of the rows that have a code.
  @Sendable static func code(_ record: PlantedRecord) -> String {
    switch record.reason.outcome {
    case "declined": "A"
    case "booked": "B"
    default: "NA"
    }
  }

  @Sendable static func reasonOrCode(_ record: PlantedRecord) -> String {
    code(record) != "NA" && record.birthYear % 2 == 0 ? "(b)(7)(e)" : record.reason.text
  }

  @Sendable static func flag(_ record: PlantedRecord) -> String {
    record.isDuplicate
      ? ["TRUE", "T", "1", "1.0", "yes"][record.birthYear % 5]
      : ["FALSE", "F", "0", "0.0", "NA"][record.birthYear % 5]
  }

  static func number(_ text: String) -> String { text.isEmpty ? "NA" : text + ".0" }
}
