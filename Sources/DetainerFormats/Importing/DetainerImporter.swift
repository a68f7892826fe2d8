import DetainerModel
import Text

/// Reads the records of one table into the store, some thousands at a step.
///
/// Each distinct cell is cleaned once: cells go by the bytes of the file into a dictionary, and
/// rows only look numbers up in it.
struct DetainerImporter: Sendable {
  /// Says what a file with a certain header is called; what was read before may take another name.
  typealias Naming = (_ header: ReleaseHeader, _ builder: inout TableBuilder) -> Source

  let layout: TextLayout
  /// Where the columns without a canonical name, and the records, are.
  private(set) var originals: OriginalColumns
  /// How many rows were added to the table.
  private(set) var rows = 0
  var header: ReleaseHeader
  var source: any RecordSource
  var cells: [CellColumn] = []
  /// The codes of the cells of a step, column by column, each with room for so many rows.
  var codes: [UInt32] = []
  private(set) var capacity = 0
  var steps = RowSteps()
  var sites = CodeTuples(width: 0)
  var periods = CodeTuples(width: 0)
  /// The packed dates of the rows of a step, and the codes of their places row by row.
  var issuedDays: [UInt16] = []
  var liftedDays: [UInt16] = []
  var placesOfRows: [UInt32] = []
  /// The codes of the place columns of the row that is looked at.
  var placeCodes: [UInt32] = []
  var siteReader: SiteReader
  var block = RowBlock(capacity: 0)
  /// The records of a step that become rows.
  var kept: [Int] = []
  /// Whose rows are marked as likely duplicates, where all of them are.
  var marked: Set<MarkedPerson> = []
  /// Whether a cell withholds a lift reason.
  var withholdsReasons = false
  /// The places that stand above the rows they are of.
  var headings = GroupHeadings()
  /// How many headers the columns went by.
  private(set) var headers = 0
  var log: DiagnosticLog
  /// A header that was found among the records, and its line.
  var pendingHeader: (header: ReleaseHeader, line: Int)?
  /// Where the file cannot be read any further.
  private(set) var problem: ParquetProblem?
  /// The fields of text that are asked for; nil for all.
  let texts: Set<DetainerField>?
  /// Whether the rows are those of published reports, which are declines.
  let isPublished: Bool
  /// Whether the file is one of those that the program writes, where records have no count.
  let isListing: Bool
  /// The columns of places in which a word for all of them marks a total.
  var totals: [Int] = []
  /// The columns of the file that have no other word: it then names the whole, and nothing else
  /// does.
  private let wholes: Set<Int>
  /// Whether a row has a count, so that one without says nothing.
  var isTally: Bool
  /// The columns that only detainers fill, and how many rows have none of them filled.
  private(set) var evidence: [Int] = []
  private var rowsWithoutDetainer = (first: 0, count: 0)
  /// The line of the first record.
  private var firstLine: Int?
  private var isFinished = false

  /// Finds the header and begins the file in the builder; nil when there is none, or when the
  /// table that it is the header of is refused.
  init?(
    _ bytes: UnsafeRawBufferPointer, layout: TextLayout = TextLayout(), source naming: Naming,
    into builder: inout TableBuilder, places: Places, userPlaces: UserPlaces = UserPlaces(),
    added: Set<DetainerField> = [], part: Int = TextParts.usualSize,
    texts: Set<DetainerField>? = nil,
    accepting: (ReleaseHeader, [[String]]) -> Bool = { _, _ in true }
  ) {
    let (found, records): (ReleaseHeader, any RecordSource)
    let firstRows: [[String]]
    var above: (line: Int, count: Int)?
    if let table = layout.table {
      guard var source = ParquetSource(table, size: bytes.count, bytes) else { return nil }
      firstRows = source.firstRows(in: bytes)
      (found, records) = (source.header, source)
    } else {
      guard let search = HeaderSearch(bytes, delimiter: layout.delimiter, line: layout.firstLine)
      else { return nil }
      (found, records, firstRows) = (
        search.header, TextSource(search, part: part), search.firstRows
      )
      above = search.above
    }
    guard accepting(found, firstRows) else { return nil }
    let source = naming(found, &builder)
    // What an import added from the reference tables is found in them again, so that how a row
    // was placed stays known.
    let left = Set(found.columns.filter { added.contains($0.key) }.values.joined())
    header = ReleaseHeader(found, without: left)
    self.source = records
    self.layout = layout
    self.texts = texts
    originals = OriginalColumns(without: left)
    siteReader = SiteReader(places: places, userPlaces: userPlaces)
    log = DiagnosticLog(file: source.file)
    isPublished = builder.isPublished(source.name)
    isListing = ReleaseHeader.isListing(found.names)
    isTally = found.isOfTally(firstRows)
    wholes = found.wholes(in: firstRows)
    builder.begin(source)
    adopt(header, from: 0, size: bytes.count)
    if let (line, count) = above {
      log.add(
        .recordsAboveHeader, row: line,
        "\(counted(count, "row")) above the header \(count == 1 ? "looks like a record and is" : "look like records and are") not read; put the header first."
      )
    }
    for column in layout.table?.passed ?? [] {
      log.add(
        .skippedColumn, column: column.name,
        "the column “\(excerpt(column.name))” \(column.reason); it is passed over.")
    }
  }

  /// Reads by a header: the first of the file, or another one further down.
  private mutating func adopt(_ header: ReleaseHeader, from line: Int, size: Int) {
    self.header = header
    originals.adopt(header, from: line)
    let columns = header.columns.flatMap { field, indices in
      // Identifiers of persons are read again from the text when they are asked for.
      field == .person ? [] : indices.enumerated().map { (field: field, rank: $0, index: $1) }
    }.sorted { $0.index < $1.index }
    cells = columns.map { field, _, index in
      CellColumn(
        field: field, name: header.names[index], period: header.period(of: index),
        isCode: header.codesOfLiftReasons.contains(index),
        takesNumbers: layout.leavesOutEmptyCells
          || ReleaseHeader.key(header.names[index]).contains("date"))
    }
    for (column, place) in columns.indices.map({ ($0, columns[$0].index) }) {
      cells[column].isZoned = layout.table?.columns[place].form.isZoned ?? false
    }
    evidence =
      header.isJoined
      ? header.evidence.compactMap { place in columns.firstIndex { $0.index == place } } : []
    let isAskedFor = columns.indices.map { column in
      let field = columns[column].field
      return texts?.contains(field) ?? true || field.textIndex == nil || evidence.contains(column)
    }
    steps = RowSteps(columns.indices.map { (columns[$0].field, columns[$0].rank, isAskedFor[$0]) })
    totals = steps.places.filter { column in
      [.state, .county, .facility].contains(columns[column].field)
        && !wholes.contains(columns[column].index)
    }
    headers += 1
    headings.open = []
    sites = CodeTuples(width: steps.places.count)
    periods = CodeTuples(width: steps.periods.count)
    placeCodes = Array(repeating: 0, count: steps.places.count)
    source.want(
      zip(columns, isAskedFor).map { WantedColumn(index: $0.index, isAskedFor: $1) }, size: size)
    capacity = source.capacity
    codes = Array(repeating: 0, count: cells.count * capacity)
    block = RowBlock(capacity: capacity)
    if !steps.outcomes.isEmpty { block.outcomes = Array(repeating: 0, count: capacity) }
    for (field, _) in steps.texts {
      block.texts[field] = Array(repeating: 0, count: capacity)
    }
  }

  /// What is read again from the file, as far as it has been read.
  func originalRecords(in file: FileBytes) -> any OriginalRecords {
    source.originals(originals, in: file)
  }

  /// Reads some thousand records more; false at the end of the table.
  mutating func step(_ bytes: UnsafeRawBufferPointer, into builder: inout TableBuilder) -> Bool {
    guard problem == nil, source.step(bytes) else {
      finish(&builder)
      return false
    }
    do throws(ParquetProblem) {
      try source.encode(bytes, &cells, into: &codes)
    } catch {
      problem = error
      finish(&builder)
      return false
    }
    firstLine = firstLine ?? source.records.first?.line
    understandCells()
    kept.removeAll(keepingCapacity: true)
    let records = source.records
    var looked = 0
    for record in oddRows(records) + [records.count] {
      takeHeadings(looked..<record)
      takePlainRows(looked..<record, records, into: &builder)
      looked = min(record + 1, records.count)
      guard record < records.count else { break }
      let place = records[record]
      if !isDated(record) {
        if beginsGroup(record, at: place.line, of: bytes) { continue }
        if leaveOut(record, at: place.line, of: bytes) {
          // Below another header the columns are others.
          if pendingHeader != nil { break }
          continue
        }
      }
      takeHeadings(record..<record + 1)
      if !evidence.isEmpty, !hasDetainer(record) {
        if rowsWithoutDetainer.count == 0 { rowsWithoutDetainer.first = place.line }
        rowsWithoutDetainer.count += 1
        continue
      }
      if place.width != header.count { reportRagged(record, place, of: bytes) }
      takeRow(record, line: place.line, into: &builder)
    }
    source.note(upTo: looked)
    takeColumns(of: bytes, into: &builder)
    block.count = kept.count
    builder.append(block)
    rows += kept.count
    if let other = pendingHeader {
      pendingHeader = nil
      adopt(other.header, from: other.line, size: bytes.count)
    }
    return true
  }

  /// Tells what is left to tell at the end of the text.
  private mutating func finish(_ builder: inout TableBuilder) {
    guard !isFinished else { return }
    isFinished = true
    if !isPublished { forgetWithheldOutcomes(in: &builder) }
    if let line = source.quotes.openLine {
      log.add(
        .openQuote, row: line,
        "a quote is opened and never closed; it is read as an ordinary character.")
    }
    if let (line, lines, width) = source.quotes.swallowed, width == header.count {
      log.add(
        .openQuote, row: line,
        "a quote is opened here and closed far down: \(counted(lines, "line")) between, with as many cells as the header, are read as one cell; look for a stray quote."
      )
    }
    if rowsWithoutDetainer.count > 0 {
      let (first, count) = rowsWithoutDetainer
      log.add(
        .notADetainer, row: first,
        "the file joins detainers to something else: \(counted(count, "row")) of it, here the first, \(count == 1 ? "has" : "have") no column of a detainer filled and \(count == 1 ? "does" : "do") not count."
      )
    }
    if header.columns[.liftReason] == nil, header.columns[.outcome] == nil, !isPublished,
      rows > 0
    {
      log.add(
        .noLiftReasons,
        "the file has no column of lift reasons: which of its detainers were declined or resolved is not known."
      )
    }
    let (line, count) = source.quotes.textBehind
    if count > 0 {
      log.add(
        .textBehindQuote, row: line,
        "\(counted(count, "cell")) of the file, here the first, \(count == 1 ? "has" : "have") text behind the closing quote; the quotes are left out, or stand elsewhere."
      )
    }
    reportMerged()
    reportHeadings()
    siteReader.report(to: &log)
  }

  /// Tells of cells that are shown as one, below the header: there they may be titles.
  private mutating func reportMerged() {
    guard let firstLine else { return }
    let merged = layout.merged.filter { $0.rows.upperBound >= firstLine }
    guard let first = merged.first else { return }
    let more = merged.count > 1 ? " and \(counted(merged.count - 1, "more place")) are" : " are"
    log.add(
      .mergedCells, row: first.rows.lowerBound,
      "the cells \(first.name)\(more) merged: only the first of them has a value, the others are read as empty; unmerge them, fill them, and save the file."
    )
  }

  /// Tells of cells without a value that were first seen in this step.
  mutating func reportErrors(_ column: Int) {
    for code in cells[column].meaning.count..<cells[column].raw.count
    where cells[column].raw.withBytes(of: code, { $0.contains(UInt8(ascii: "#")) })
      && CellRules.isSpreadsheetError(CellRules.cleaned(cells[column].text(code)))
    {
      cells[column].awaitedErrors.insert(code)
    }
    for (record, code) in takeFirst(of: \.awaitedErrors, in: column) {
      let text = CellRules.cleaned(cells[column].text(code))
      log.add(
        .errorCell, row: source.records[record].line, column: cells[column].name,
        text == CellRules.uncalculated
          ? "a formula has no value in the file, as no program has calculated it; all such cells of the column are read as empty; open the file in Excel and save it."
          : "“\(text)” is what a spreadsheet shows where a formula has no value; all such cells of the column are read as empty."
      )
    }
  }

  /// Takes the awaited cells of a column that stand in this step, each with its first record.
  mutating func takeFirst(
    of awaited: WritableKeyPath<CellColumn, Set<Int>>, in column: Int
  ) -> [(record: Int, code: Int)] {
    var found: [(record: Int, code: Int)] = []
    for record in source.records.indices {
      if cells[column][keyPath: awaited].isEmpty { break }
      let code = code(column, record)
      if cells[column][keyPath: awaited].remove(code) != nil { found.append((record, code)) }
    }
    return found
  }
}
