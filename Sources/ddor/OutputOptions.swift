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
      valueName: "key"), completion: DataCompletion.orders)
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
    help: ArgumentHelp(
      "The file to write instead of standard output, which “-” names too.", valueName: "file"),
    completion: .file())
  var outputPath: String?

  /// The file to write; nil for standard output.
  var output: String? { outputPath == "-" ? nil : outputPath }

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "The program that opens the CSV: excel sets --byte-order-mark, --crlf and --quote-formulas.",
      valueName: "program"))
  var reader: Reader?

  /// The programs for which a format is written otherwise.
  enum Reader: String, ExpressibleByArgument, CaseIterable { case excel }

  @Flag(help: "Let CSV begin with a byte order mark, which says that it is UTF-8.")
  var byteOrderMark = false

  @Flag(help: "End the lines of CSV with CRLF.")
  var crlf = false

  @Flag(
    help: "Put an apostrophe before what a spreadsheet would run as a formula, in CSV and TSV.")
  var quoteFormulas = false

  @Flag(help: "Write numbers of CSV with a decimal comma, and a semicolon between fields.")
  var decimalComma = false

  @Flag(
    help: ArgumentHelp(
      "Say where the rows come from: in NAME.about.md beside the file of -o, where the format has "
        + "no room for that."))
  var provenance = false

  @Flag(help: "Replace the file that -o names, or write it into the data directory.")
  var force = false

  @OptionGroup var shape: ShapeOptions

  /// Checks what needs no data.
  func validate() throws {
    if let form = try? chosenForm() {
      try shape.check(for: form.format)
      if let option = csvOption, form.format != .csv,
        !form.format.canQuoteFormulas || option != "--quote-formulas"
      {
        throw ValidationError("\(option) is of CSV; the format is \(form.format.name).")
      }
      if form.format == .package, output == nil {
        throw ValidationError("\(WriteError.packageWithoutName)")
      }
      if provenance, output == nil, !form.format.holdsProvenance {
        throw ValidationError("--provenance writes a file beside another one; name that with -o.")
      }
    }
    if let limit, limit < 0 {
      throw ValidationError("--limit, “\(limit)”: a number of rows is 0 or more.")
    }
  }

  /// The order that was asked for.
  var order: SortKey? { sort.map(SortKey.init) }

  /// The first option that is given and that only CSV has.
  private var csvOption: String? {
    [
      ("--for", reader != nil), ("--byte-order-mark", byteOrderMark), ("--crlf", crlf),
      ("--decimal-comma", decimalComma), ("--quote-formulas", quoteFormulas),
    ].first(where: \.1)?.0
  }

  /// The format that was asked for, else the one that suits where the rows go, and what was chosen
  /// in it.
  func chosenForm() throws(WriteError) -> ExportForm {
    let suiting: ExportForm
    if let output, format == nil || ExportForm(path: output)?.isPacked == true {
      suiting = try ExportFormats.form(forFile: output)
    } else {
      suiting = ExportForm(
        printsToTerminal && csvOption == nil ? UserConfiguration.ofCommands().format : .csv)
    }
    var form = suiting
    if let format { form.format = try ExportFormats.format(named: format) }
    form.isPacked = form.isPacked && form.format.isText
    if reader == .excel { form.suitsExcel = true }
    form.hasByteOrderMark = form.hasByteOrderMark || byteOrderMark
    form.endsLinesWithReturn = form.endsLinesWithReturn || crlf
    form.quotesFormulas = form.quotesFormulas || quoteFormulas
    form.hasDecimalComma = decimalComma
    form.hasHeader = !shape.noHeader
    form.isColoured = shape.color.isOn(toFile: output != nil)
    form.hasProvenanceBeside = provenance
    return form
  }

  /// Reads the data that is selected, asks it for rows, and writes them.
  /// - Parameter keys: what alone the rows are counted by; nil where they show any field.
  func answer(
    from selection: SelectionOptions, countingBy keys: [GroupKey]? = nil,
    _ listing: (Dataset) throws -> Listing
  ) throws {
    _ = try chosenForm()
    let data = try LoadedData(selection, countingBy: keys)
    let listing = try listing(data.dataset)
    try data.answer {
      try write(listing, of: [data], from: [selection.select(in: data.dataset)])
      // A reader that has seen enough ends the program before.
      if !listing.remark.isEmpty { complain(listing.remark) }
    }
  }

  /// Writes a listing to where it was asked for, and says why where it is empty.
  /// - Parameters:
  ///   - data: all that it was taken from.
  ///   - selections: what was asked for, of all data that could have a row.
  func write(
    _ listing: Listing, of data: [LoadedData] = [],
    from selections: @autoclosure () throws -> [Selection] = []
  ) throws {
    try write(listing, of: data)
    if listing.rowCount == 0 {
      let selections = try selections()
      if !selections.isEmpty { complain(selections.emptySentence) }
    }
  }

  private func write(_ listing: Listing, of data: [LoadedData]) throws {
    let form = try chosenForm()
    let progress = ProgressLine()
    defer { progress.clear() }
    // The other formats make their texts harmless themselves.
    let isHarmless = output == nil && printsToTerminal && [.csv, .tsv].contains(form.format)
    var listing = try shape.shaped(
      limit.map { listing.first($0) } ?? listing, isHarmless: isHarmless)
    if form.format.holdsProvenance || form.hasProvenanceBeside {
      listing = listing.traced(
        program: Ddor.nameAndVersion, command: CommandLine.text
      ) { file in data.lazy.compactMap { $0.hash(of: file) }.first }
    }
    let export = Export(listing, as: form) { [count = listing.rowCount] rows in
      if output != nil || !printsToTerminal {
        progress.show("Writing", part: Double(rows) / Double(max(1, count)), rows: rows)
      }
      return output == nil || Interruption.signal == nil
    }
    if let output {
      Interruption.watch()
      try export.write(to: output, replacing: force, besideData: data.flatMap(\.directories))
    } else if form.format == .table, Pager.isNeeded(columns: TableFormat(form).width(of: listing)) {
      try Pager.show { sink throws(WriteError) in
        try export.write(to: &sink, target: .standardOutput)
      }
    } else {
      var sink = FileSink.standardOutput
      try export.write(to: &sink, target: .standardOutput)
      try sink.flush()
    }
  }
}
