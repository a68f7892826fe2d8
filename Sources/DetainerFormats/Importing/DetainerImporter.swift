import DetainerModel
import Text

/// Reads the records of one delimited file into a table, some thousands at a step.
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
  var splitter: RecordSplitter
  var cells: [CellColumn] = []
  /// The codes of the cells of a step, column by column.
  var codes: [UInt32] = []
  var steps = RowSteps()
  var sites = CodeTuples(width: 0)
  /// The codes of the place columns of the row that is looked at.
  var placeCodes: [UInt32] = []
  var siteReader: SiteReader
  var block = RowBlock(capacity: 0)
  /// The records of a step that become rows.
  var kept: [Int] = []
  var log: DiagnosticLog
  /// A header that was found among the records, and where the rows below it begin.
  private var pendingHeader: (header: ReleaseHeader, start: RecordStart, line: Int)?
  private var openQuoteLine: Int?
  /// The columns that only detainers fill, and how many rows have none of them filled.
  private var evidence: [Int] = []
  private var rowsWithoutDetainer = (first: 0, count: 0)
  private var isFinished = false
  private let left: Set<Int>
  private let delimiter: UInt8

  /// Finds the header and begins the file in the builder; nil when there is none, or when the
  /// table that it is the header of is refused.
  init?(
    _ bytes: UnsafeRawBufferPointer, layout: TextLayout = TextLayout(), source naming: Naming,
    into builder: inout TableBuilder, places: Places, userPlaces: UserPlaces = UserPlaces(),
    added: Set<DetainerField> = [],
    accepting: (ReleaseHeader, [[String]]) -> Bool = { _, _ in true }
  ) {
    guard
      let search = HeaderSearch(bytes, delimiter: layout.delimiter, line: layout.firstLine),
      accepting(search.header, search.firstRows)
    else { return nil }
    let source = naming(search.header, &builder)
    // What an import added from the reference tables is found in them again, so that how a row
    // was placed stays known.
    left = Set(search.header.columns.filter { added.contains($0.key) }.values.joined())
    header = ReleaseHeader(search.header, without: left)
    delimiter = search.reader.delimiter
    self.layout = layout
    originals = OriginalColumns(delimiter: delimiter, without: left)
    siteReader = SiteReader(places: places, userPlaces: userPlaces)
    log = DiagnosticLog(file: source.file)
    let start = RecordStart(search.reader)
    splitter = RecordSplitter(delimiter, from: start, size: start.offset, wanted: [])
    builder.begin(source)
    openQuoteLine = search.reader.unterminatedQuoteLine
    adopt(header, from: start, size: bytes.count)
    originals.adopt(header, from: 0)
  }

  /// Reads by a header: the first of the file, or another one further down.
  private mutating func adopt(_ header: ReleaseHeader, from start: RecordStart, size: Int) {
    self.header = header
    let columns = header.columns.flatMap { field, indices in
      // Identifiers of persons are read again from the text when they are asked for.
      field == .person ? [] : indices.enumerated().map { (field, rank: $0, index: $1) }
    }.sorted { $0.index < $1.index }
    cells = columns.map { field, _, index in
      CellColumn(
        field: field, name: header.names[index],
        isCode: header.codesOfLiftReasons.contains(index))
    }
    evidence =
      header.isJoined
      ? header.evidence.compactMap { place in columns.firstIndex { $0.index == place } } : []
    steps = RowSteps(columns.map { ($0.0, $0.rank) })
    sites = CodeTuples(width: steps.places.count)
    placeCodes = Array(repeating: 0, count: steps.places.count)
    openQuoteLine = openQuoteLine ?? splitter.unterminatedQuoteLine
    splitter = RecordSplitter(delimiter, from: start, size: size, wanted: columns.map(\.index))
    codes = Array(repeating: 0, count: cells.count * splitter.capacity)
    block = RowBlock(capacity: splitter.capacity)
    for (field, _) in steps.texts {
      block.texts[field] = Array(repeating: 0, count: splitter.capacity)
    }
  }

  /// How many bytes have been read.
  var position: Int { splitter.position }

  /// Reads some thousand records more; false at the end of the text.
  mutating func step(_ text: UnsafeRawBufferPointer, into builder: inout TableBuilder) -> Bool {
    guard splitter.step(text) else {
      finish()
      return false
    }
    encode(text)
    kept.removeAll(keepingCapacity: true)
    for record in 0..<splitter.count {
      let line = splitter.records[record].line
      originals.note(line: line, offset: splitter.records[record].offset)
      if !isDated(record), leaveOut(record, of: text) {
        // Below another header the columns are others.
        if pendingHeader != nil { break }
        continue
      }
      if !evidence.isEmpty, !hasDetainer(record) {
        if rowsWithoutDetainer.count == 0 { rowsWithoutDetainer.first = line }
        rowsWithoutDetainer.count += 1
        continue
      }
      if splitter.records[record].width != header.count { reportRagged(record, of: text) }
      takeRow(record, line: line, into: &builder)
    }
    takeColumns(into: &builder)
    block.count = kept.count
    builder.append(block)
    rows += kept.count
    if let other = pendingHeader {
      pendingHeader = nil
      adopt(other.header, from: other.start, size: text.count)
      originals.adopt(header, from: other.line)
    }
    return true
  }

  /// Tells what is left to tell at the end of the text.
  private mutating func finish() {
    guard !isFinished else { return }
    isFinished = true
    if let line = openQuoteLine ?? splitter.unterminatedQuoteLine {
      log.add(
        .openQuote, row: line,
        "a quote is opened and never closed; it is read as an ordinary character.")
    }
    if rowsWithoutDetainer.count > 0 {
      let (first, count) = rowsWithoutDetainer
      log.add(
        .notADetainer, row: first,
        "the file joins detainers to something else: \(counted(count, "row")) of it, here the first, \(count == 1 ? "has" : "have") no column of a detainer filled and \(count == 1 ? "does" : "do") not count."
      )
    }
    if header.columns[.liftReason] == nil, header.columns[.week] == nil, rows > 0 {
      log.add(
        .noLiftReasons,
        "the file has no column of lift reasons: which of its detainers were declined or resolved is not known."
      )
    }
    if splitter.textBehindQuotes.count > 0 {
      let (line, count) = splitter.textBehindQuotes
      log.add(
        .textBehindQuote, row: line,
        "\(counted(count, "cell")) of the file, here the first, \(count == 1 ? "has" : "have") text behind the closing quote; the quotes are left out, or stand elsewhere."
      )
    }
    siteReader.report(to: &log)
  }

  /// Gives each cell of the step its number among the distinct cells of its column.
  private mutating func encode(_ text: UnsafeRawBufferPointer) {
    let (capacity, count) = (splitter.capacity, splitter.count)
    for column in 0..<cells.count {
      let range = (column * capacity)..<(column * capacity + count)
      codes.withUnsafeMutableBufferPointer { codes in
        splitter.cells.withUnsafeBufferPointer { ranges in
          cells[column].raw.encode(
            UnsafeBufferPointer(rebasing: ranges[range]), of: text,
            into: UnsafeMutableBufferPointer(rebasing: codes[range]))
        }
      }
    }
    for (column, record, value) in splitter.escaped {
      codes[column * capacity + record] = UInt32(
        truncatingIfNeeded: value.withUnsafeBytes { cells[column].raw.code(for: $0) })
    }
    for column in 0..<cells.count {
      reportErrors(column)
      cells[column].extendMeaning()
    }
  }

  /// Tells of cells without a value that were first seen in this step.
  private mutating func reportErrors(_ column: Int) {
    for code in cells[column].meaning.count..<cells[column].raw.count
    where cells[column].raw.withBytes(of: code, { $0.contains(UInt8(ascii: "#")) }) {
      let text = CellRules.cleaned(cells[column].text(code))
      guard CellRules.isSpreadsheetError(text),
        let record = (0..<splitter.count).first(where: { self.code(column, $0) == code })
      else { continue }
      log.add(
        .errorCell, row: splitter.records[record].line, column: cells[column].name,
        "“\(text)” is what a spreadsheet shows where a formula has no value; all such cells of the column are read as empty."
      )
    }
  }

  // MARK: Rows that are none

  /// Whether any of the columns that only detainers fill says something.
  private func hasDetainer(_ record: Int) -> Bool {
    evidence.contains { column in
      let code = code(column, record)
      return !cells[column].raw.withBytes(of: code, \.isEmpty)
        && !CellRules.value(of: cells[column].text(code)).isEmpty
    }
  }

  /// Looks at a record without a date, and notes it where it is not a record of a detainer; false
  /// where it must be counted.
  private mutating func leaveOut(_ record: Int, of text: UnsafeRawBufferPointer) -> Bool {
    var reader = DelimitedReader(
      text, delimiter: delimiter, from: splitter.records[record].offset,
      line: splitter.records[record].line)
    var cells = DelimitedReader.Record()
    guard reader.next(into: &cells),
      let stray = StrayRow(reader.texts(of: cells), below: header)
    else { return false }
    note(stray, line: cells.line)
    if case .header(let other) = stray {
      pendingHeader = (HeaderSearch(other, reader).header, RecordStart(reader), cells.line)
    }
    return true
  }

  private mutating func note(_ stray: StrayRow, line: Int) {
    switch stray {
    case .blank: break
    case .nothing:
      log.add(
        .blankRow, row: line,
        "the row says nothing but NA or the like; it is left out.")
    case .sameHeader:
      log.add(
        .repeatedHeader, row: line,
        "the header is repeated here; it is not a record and is left out.")
    case .header:
      log.add(
        .anotherHeader, row: line,
        "another header stands here; the rows below it are read by that one.")
    case .beside:
      log.add(
        .notARecord, row: line,
        "the row has cells only beside those of the header; it is left out.")
    case .aside(let text):
      log.add(
        .notARecord, row: line,
        "“\(excerpt(text))” has no date and stands alone or as a total or note; the row is left out."
      )
    }
  }

  private mutating func reportRagged(_ record: Int, of text: UnsafeRawBufferPointer) {
    let (has, wants) = (splitter.records[record].width, header.count)
    // Some programs end every row with a delimiter.
    if has > wants, endsInEmptyCells(record, of: text) { return }
    if has < wants, layout.leavesOutEmptyCells { return }
    log.add(
      .raggedRow, row: splitter.records[record].line,
      has < wants
        ? "the row has \(has) of \(wants) cells; the missing ones are read as empty."
        : "the row has \(has) cells where the header has \(wants); those beyond are left out.")
  }

  private func endsInEmptyCells(_ record: Int, of text: UnsafeRawBufferPointer) -> Bool {
    var reader = DelimitedReader(
      text, delimiter: delimiter, from: splitter.records[record].offset,
      line: splitter.records[record].line)
    var cells = DelimitedReader.Record()
    return reader.next(into: &cells)
      && (header.count..<cells.count).allSatisfy { cells.range($0).isEmpty }
  }
}
