import ArgumentParser
import DetainerFormats
import DetainerModel

/// `ddor export`: the selected rows as a file.
struct ExportCommand: SelectingCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", _superCommandName: Ddor.name,
    abstract: "Write the selected rows to a file, in the format of its ending.",
    usage: "ddor export -o FILE [\(names.joined(separator: "|"))] [PATH ...] [<options>]",
    discussion: """
      Writes detainers unless other rows are named. The endings are \
      \(FileFormat.allCases.flatMap(\.endings).map { ".\($0)" }.joined(separator: ", ")). An existing file is \
      replaced only with --force, and the file appears complete or not at all.

      EXAMPLES:
        ddor export -o declined.csv --filter outcome:declined
        ddor export -o weeks.json weeks
        ddor export -o travis.md jurisdictions --county travis --force
      """)

  private static let names = ListingName.allCases.map(\.rawValue)

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var others: OtherColumnsOption

  /// The rows that are named, if they are.
  private var named: ListingName? {
    selection.paths.first.flatMap(ListingName.init(rawValue:))
  }

  /// Checks that a file is named, and what else needs no data.
  func validate() throws {
    try others.check(for: named ?? .detainers)
    if output.output == nil {
      throw ValidationError("No file is named; say where to write with -o FILE.")
    }
  }

  /// Writes the file.
  func run() throws {
    var options = selection
    if named != nil { options.paths.removeFirst() }
    try output.answer(from: options) { dataset in
      try (named ?? .detainers).listing(
        of: options.select(in: dataset), by: output.order, otherColumns: others.otherColumns)
    }
  }

  func head(in dataset: Dataset) throws -> Listing {
    (named ?? .detainers).head(
      of: try selection.select(in: dataset), otherColumns: others.otherColumns)
  }
}
