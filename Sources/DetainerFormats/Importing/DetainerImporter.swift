import DetainerModel

/// Reads the records of one delimited file into a table.
///
/// Each distinct cell is cleaned once: cells go by the bytes of the file into a dictionary, and
/// rows only look numbers up in it.
struct DetainerImporter {
  /// Told how much of the file has been read; false cancels.
  typealias Progress = (_ bytesDone: Int) -> Bool
  /// Says what a file with a certain header is called; what was read before may take another name.
  typealias Naming = (_ header: ReleaseHeader, _ builder: inout TableBuilder) -> Source

  let layout: TextLayout
  private var header: ReleaseHeader
  var cells: [CellColumn] = []
  private var indices: [Int] = []
  var steps = RowSteps()
  var sites: [[UInt32]: Int] = [:]
  var siteReader: SiteReader
  var log: DiagnosticLog

  /// What came of a file.
  struct Outcome {
    var rows = 0
    var diagnostics: [Diagnostic] = []
    var isCancelled = false
    var originals: OriginalColumns
  }

  /// Reads a file's records; nil when no header is found in it.
  static func read(
    _ bytes: UnsafeRawBufferPointer, layout: TextLayout = TextLayout(), source naming: Naming,
    into builder: inout TableBuilder, places: Places, userPlaces: UserPlaces = UserPlaces(),
    added: Set<DetainerField> = [], progress: Progress = { _ in true }
  ) -> Outcome? {
    guard let search = HeaderSearch(bytes, delimiter: layout.delimiter) else { return nil }
    let source = naming(search.header, &builder)
    // What an import added from the reference tables is found in them again, so that how a row
    // was placed stays known.
    let left = Set(search.header.columns.filter { added.contains($0.key) }.values.joined())
    var importer = DetainerImporter(
      header: ReleaseHeader(search.header, without: left), layout: layout, source: source,
      places: places, userPlaces: userPlaces)
    builder.begin(source)
    return importer.run(search.reader, leavingOut: left, into: &builder, progress: progress)
  }

  private init(
    header: ReleaseHeader, layout: TextLayout, source: Source, places: Places,
    userPlaces: UserPlaces
  ) {
    self.header = header
    self.layout = layout
    siteReader = SiteReader(places: places, userPlaces: userPlaces)
    log = DiagnosticLog(file: source.file)
  }

  /// Reads by a header: the first of the file, or another one further down.
  private mutating func adopt(_ header: ReleaseHeader, into builder: inout TableBuilder) {
    self.header = header
    let columns = header.columns.flatMap { field, indices in
      indices.enumerated().map { (field, rank: $0, index: $1) }
    }.sorted { $0.index < $1.index }
    indices = columns.map(\.index)
    cells = columns.map { field, _, index in
      CellColumn(
        field: field, name: header.names[index],
        isCode: header.codesOfLiftReasons.contains(index))
    }
    steps = RowSteps(columns.map { ($0.0, $0.rank) })
    sites = [:]
  }

  private mutating func run(
    _ reader: DelimitedReader, leavingOut left: Set<Int>, into builder: inout TableBuilder,
    progress: Progress
  ) -> Outcome {
    var outcome = Outcome(originals: OriginalColumns(delimiter: reader.delimiter, without: left))
    var reader = reader
    var record = DelimitedReader.Record()
    outcome.originals.adopt(header, from: 0)
    var records = 0
    adopt(header, into: &builder)
    var codes = Array(repeating: 0, count: cells.count)
    while reader.next(into: &record) {
      records &+= 1
      outcome.originals.note(line: record.line, offset: record.byteOffset)
      if records & 0x3FFF == 0, !progress(record.byteOffset) {
        outcome.isCancelled = true
        break
      }
      // By number: a copy of a cell would make its dictionary be copied for each new text.
      for column in 0..<cells.count {
        guard indices[column] < record.count else {
          codes[column] = 0
          continue
        }
        codes[column] = reader.withField(indices[column], of: &record) { bytes in
          cells[column].raw.code(for: bytes.bindMemory(to: UInt8.self))
        }
      }
      if !isDated(codes), let stray = StrayRow(reader.texts(of: record), below: header) {
        leaveOut(stray, line: record.line)
        if case .header(let other) = stray {
          adopt(HeaderSearch(other, reader).header, into: &builder)
          outcome.originals.adopt(self.header, from: record.line)
          codes = Array(repeating: 0, count: cells.count)
        }
        continue
      }
      if record.count != header.count { reportRagged(record) }
      guard let row = row(codes, line: record.line, into: &builder) else { continue }
      builder.append(row)
      siteReader.count(site: row.site)
      outcome.rows += 1
    }
    if let line = reader.unterminatedQuoteLine {
      log.add(
        .warning, code: "open-quote", row: line,
        "a quote is opened and never closed; it is read as an ordinary character.")
    }
    siteReader.report(to: &log)
    outcome.diagnostics = log.diagnostics
    return outcome
  }

  private mutating func leaveOut(_ stray: StrayRow, line: Int) {
    switch stray {
    case .blank: break
    case .nothing:
      log.add(
        .note, code: "blank-row", row: line,
        "the row says nothing but NA or the like; it is left out.")
    case .sameHeader:
      log.add(
        .note, code: "repeated-header", row: line,
        "the header stands here again; it is no record and is left out.")
    case .header:
      log.add(
        .note, code: "another-header", row: line,
        "another header stands here; the rows below it are read by it.")
    case .aside(let text):
      log.add(
        .warning, code: "not-a-record", row: line,
        "“\(text)” has no date and stands alone or as a total or note; the row is left out.")
    }
  }

  private mutating func reportRagged(_ record: DelimitedReader.Record) {
    let (has, wants) = (record.count, header.count)
    // Some programs end every row with a delimiter.
    if has > wants, (wants..<has).allSatisfy({ record.range($0).isEmpty }) { return }
    if has < wants, layout.leavesOutEmptyCells { return }
    log.add(
      .warning, code: "ragged-row", row: record.line,
      has < wants
        ? "the row has \(has) of \(wants) cells; the missing ones are read as empty."
        : "the row has \(has) cells where the header has \(wants); those beyond are left out.")
  }

  // MARK: One row

  /// Makes a row of its cells; nil when it cannot be counted.
  private mutating func row(
    _ codes: [Int], line: Int, into builder: inout TableBuilder
  ) -> TableBuilder.Row? {
    var row = TableBuilder.Row()
    row.line = line
    row.issued = day(steps.issued, codes, line: line)
    row.lifted = day(steps.lifted, codes, line: line)
    row.week = Week(containing: day(steps.week, codes, line: line))
    // A record may say that it is one detainer by having no count.
    if let column = steps.counts.first, !isBlank(column, codes[column]) {
      builder.markTally()
      guard let count = number(column, codes[column]), count >= 0, count <= Int(Int32.max) else {
        log.add(
          .error, code: "unreadable-count", row: line, column: cells[column].name,
          "“\(cells[column].text(codes[column]))” is not a count; the row is left out.")
        return nil
      }
      row.count = count
    }
    if let column = steps.birthYears.first, let year = number(column, codes[column]),
      (1800...2100).contains(year)
    {
      row.birthYear = year
    }
    if let column = steps.duplicates.first {
      row.isDuplicate =
        meaning(column, codes[column]) { CellRules.isTrue(CellRules.value(of: $0)) ? 1 : 0 } == 1
    }
    for (column, text) in steps.texts where row.texts[text] == 0 {
      row.texts[text] = textCode(column, codes[column], text: text, into: &builder)
    }
    row.site = site(codes, line: line, into: &builder)
    if !row.week.isKnown, !row.issued.isKnown {
      log.add(
        .warning, code: "undated-row", row: line,
        "the row has no readable date; it is counted under no week.")
    }
    return row
  }
}
