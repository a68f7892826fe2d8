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

  @OptionGroup var shape: ShapeOptions

  /// Checks what needs no data.
  func validate() throws {
    if let format = try? chosenFormat() { try shape.check(for: format) }
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
    return printsToTerminal && reader == nil ? UserConfiguration.ofCommands.format : .csv
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
      if listing.rowCount == 0, complainsToTerminal {
        complain(try selection.select(in: data.dataset).emptySentence)
      }
      // A reader that has seen enough ends the program before.
      if !listing.remark.isEmpty { complain(listing.remark) }
    }
  }

  /// Writes a listing to where it was asked for.
  /// - Parameter directories: those that are opened as data.
  func write(_ listing: Listing, besideData directories: [String] = []) throws {
    let format = try chosenFormat()
    let isColoured = shape.color.isOn(toFile: output != nil)
    let writer: any ExportFormat =
      switch format {
      case .csv where reader == .excel: CSVFormat.csvForExcel
      case .table: TableFormat(isColoured: isColoured)
      default: ExportFormats.writer(of: format)
      }
    let progress = ProgressLine()
    defer { progress.clear() }
    // The other formats make their texts harmless themselves.
    let isHarmless = output == nil && printsToTerminal && [.csv, .tsv].contains(format)
    var listing = try shape.shaped(
      limit.map { listing.first($0) } ?? listing, isHarmless: isHarmless)
    if output != nil || !printsToTerminal { listing = listing.telling(progress) }
    if let output {
      try AtomicFile(path: output, replacing: force, besideData: directories)
        .write { sink throws(WriteError) in try writer.write(listing, to: &sink) }
    } else if format == .table, Pager.isNeeded(columns: TableFormat().width(of: listing)) {
      try Pager.show { sink throws(WriteError) in try writer.write(listing, to: &sink) }
    } else {
      var sink = FileSink.standardOutput
      try writer.write(listing, to: &sink)
      try sink.flush()
    }
  }
}

extension Listing {
  /// The same rows; how many are done is told while they are written.
  fileprivate func telling(_ progress: ProgressLine) -> Listing {
    var listing = telling { [rowCount] index in
      if index & 0xFFF == 0 {
        progress.show("Writing", part: Double(index) / Double(max(1, rowCount)), rows: index)
      }
    }
    listing.hasHeader = hasHeader
    return listing
  }
}
