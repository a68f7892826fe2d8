import ArgumentParser
import DetainerFormats
import DetainerModel

/// How the rows of a command leave the program.
struct OutputOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The column to sort by: up for text, newest first for weeks, down for counts; "
        + "-KEY reverses.",
      valueName: "key"))
  var sort: String?

  @Option(help: ArgumentHelp("How many rows to show at most.", valueName: "n"))
  var limit: Int?

  @Option(
    help: ArgumentHelp(
      "The format: \(FileFormat.allCases.map(\.name).joined(separator: ", ")) "
        + "(default: by the ending of -o; else table on a terminal, csv in a pipe).",
      valueName: "format"),
    completion: .list(FileFormat.allCases.map(\.name)))
  var format: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The file to write instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Replace the file that -o names, or write it into the data directory.")
  var force = false

  /// Checks what needs no data.
  func validate() throws {
    if let limit, limit < 0 {
      throw ValidationError("--limit, “\(limit)”: a number of rows is 0 or more.")
    }
  }

  /// The order that was asked for.
  var order: SortKey? { sort.map(SortKey.init) }

  /// The format that was asked for, else the one that suits where the rows go.
  func chosenFormat() throws(WriteError) -> FileFormat {
    if let format { return try ExportFormats.format(named: format) }
    if let output { return try ExportFormats.format(forFile: output) }
    return printsToTerminal ? .table : .csv
  }

  /// Reads the data that is selected, asks it for rows, and writes them.
  func answer(
    from selection: SelectionOptions, _ listing: (Dataset) throws -> Listing
  ) throws {
    _ = try chosenFormat()
    let data = try LoadedData(selection)
    let listing = try listing(data.dataset)
    try data.answer { try write(listing, besideData: data.directories) }
  }

  /// Says which reports are in no number of a selection, because they are longer than what it counts
  /// (rule 11 of the data).
  func tellOfLonger(_ selection: Selection) {
    guard let first = selection.longerReports.first else { return }
    let name = selection.dataset.table.reports[first].period.name
    complain(
      "Not counted with shorter reports: \(selection.longerWords). "
        + "See one by itself with --week =\(name).")
  }

  /// Writes a listing to where it was asked for.
  /// - Parameter directories: those that are opened as data.
  func write(_ listing: Listing, besideData directories: [String] = []) throws(WriteError) {
    let format = try chosenFormat()
    let writer = ExportFormats.writer(of: format)
    var listing = limit.map { listing.first($0) } ?? listing
    if let output {
      try AtomicFile(path: output, replacing: force, besideData: directories)
        .write { sink throws(WriteError) in try writer.write(listing, to: &sink) }
      return
    }
    // The other formats make their texts harmless themselves.
    if printsToTerminal, [.csv, .tsv].contains(format) { listing = listing.harmlessTexts }
    var sink = FileSink.standardOutput
    try writer.write(listing, to: &sink)
    try sink.flush()
  }
}
