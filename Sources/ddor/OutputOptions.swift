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

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "The program that opens the CSV: excel gets a byte order mark, CRLF line ends, and an "
        + "apostrophe before what a spreadsheet would run as a formula.",
      valueName: "program"))
  var reader: Reader?

  /// The programs for which a format is written otherwise.
  enum Reader: String, ExpressibleByArgument, CaseIterable { case excel }

  @Flag(help: "Replace the file that -o names, or write it into the data directory.")
  var force = false

  /// Checks what needs no data.
  func validate() throws {
    if reader != nil, let format = try? chosenFormat(), format != .csv {
      throw ValidationError("--for excel is of CSV; the format is \(format.name).")
    }
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
    return printsToTerminal && reader == nil ? .table : .csv
  }

  /// Reads the data that is selected, asks it for rows, and writes them.
  func answer(
    from selection: SelectionOptions, _ listing: (Dataset) throws -> Listing
  ) throws {
    _ = try chosenFormat()
    let data = try LoadedData(selection)
    let listing = try listing(data.dataset)
    try data.answer {
      try write(listing, besideData: data.directories)
      // A reader that has seen enough ends the program before.
      if !listing.remark.isEmpty { complain(listing.remark) }
    }
  }

  /// Writes a listing to where it was asked for.
  /// - Parameter directories: those that are opened as data.
  func write(_ listing: Listing, besideData directories: [String] = []) throws(WriteError) {
    let format = try chosenFormat()
    let writer: any ExportFormat =
      reader == .excel && format == .csv ? CSVFormat.csvForExcel : ExportFormats.writer(of: format)
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
