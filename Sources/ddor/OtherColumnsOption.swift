import ArgumentParser
import DetainerModel

/// Whether detainers are written with every column that their files have.
struct OtherColumnsOption: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Add the columns of the release that have no name here, after the others (detainers only)."))
  var otherColumns = false

  /// Refuses the option for rows that are not detainers.
  func check(for name: ListingName) throws {
    if otherColumns, name != .detainers {
      throw ValidationError(
        "--other-columns: only detainers have other columns, \(name.rawValue) do not; "
          + "leave the option out.")
    }
  }
}
