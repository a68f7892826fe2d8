import DetainerModel

/// Reads the records of one delimited file into a table.
///
/// Each distinct cell is cleaned once: cells go by the bytes of the file into a dictionary, and
/// rows only look numbers up in it.
struct DetainerImporter {
  /// How far the header may stand below a preamble, in records.
  static let headerLimit = 40
  /// The row, and how much of the file has been read; false cancels.
  typealias Progress = (_ bytesDone: Int) -> Bool

  private let header: ReleaseHeader
  private let layout: TextLayout
  private var cells: [CellColumn]
  private var sites: [[UInt32]: Int] = [:]
  private var siteReader: SiteReader
  private var log: DiagnosticLog

  /// What came of a file.
  struct Outcome {
    var rows = 0
    var diagnostics: [Diagnostic] = []
    var isCancelled = false
  }

  /// A column of the file, with what each distinct cell came to.
  private struct CellColumn {
    var field: DetainerField
    var index: Int
    var raw = TextDictionary()
    /// What the cell came to: the number of a text, a packed day, or a plain number; -1 when not
    /// yet known.
    var meaning: [Int] = [0]

    /// A distinct cell as text, whatever its encoding.
    func text(_ code: Int) -> String { raw.withBytes(of: code, decodeText) }
  }

  /// Reads a file's records; nil when no header is found in it.
  static func read(
    _ bytes: UnsafeRawBufferPointer, layout: TextLayout = TextLayout(), source: Source,
    into builder: inout TableBuilder, places: Places, progress: Progress = { _ in true }
  ) -> Outcome? {
    var reader = DelimitedReader(bytes, delimiter: layout.delimiter)
    var record = DelimitedReader.Record()
    guard let header = header(&reader, &record) else { return nil }
    var importer = DetainerImporter(
      header: header, layout: layout, source: source, places: places)
    builder.begin(source)
    return importer.run(&reader, &record, into: &builder, progress: progress)
  }

  /// Whether a header is found in the first rows of a sheet.
  static func recognises(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var reader = DelimitedReader(bytes, delimiter: Byte.comma)
    var record = DelimitedReader.Record()
    return header(&reader, &record) != nil
  }

  private static func header(
    _ reader: inout DelimitedReader, _ record: inout DelimitedReader.Record
  ) -> ReleaseHeader? {
    for _ in 0..<headerLimit {
      guard reader.next(into: &record) else { return nil }
      let names = (0..<record.count).map { singleSpaced(reader.text($0, of: record)) }
      if let header = ReleaseHeader(names: names) { return header }
    }
    return nil
  }

  private init(header: ReleaseHeader, layout: TextLayout, source: Source, places: Places) {
    self.header = header
    self.layout = layout
    cells = header.columns.map { CellColumn(field: $0.key, index: $0.value) }
      .sorted { $0.index < $1.index }
    siteReader = SiteReader(places: places)
    log = DiagnosticLog(file: source.file)
  }

  private mutating func run(
    _ reader: inout DelimitedReader, _ record: inout DelimitedReader.Record,
    into builder: inout TableBuilder, progress: Progress
  ) -> Outcome {
    var outcome = Outcome()
    var records = 0
    var codes = Array(repeating: 0, count: cells.count)
    let steps = RowSteps(cells.map(\.field))
    while reader.next(into: &record) {
      records &+= 1
      if records & 0x3FFF == 0, !progress(record.byteOffset) {
        outcome.isCancelled = true
        break
      }
      var isBlank = true
      // A copy of a column would make its dictionary be copied with each new text.
      for column in cells.indices {
        let index = cells[column].index
        guard index < record.count else {
          codes[column] = 0
          continue
        }
        let code = reader.withField(index, of: &record) { bytes in
          cells[column].raw.code(for: bytes.bindMemory(to: UInt8.self))
        }
        codes[column] = code
        if code != 0 { isBlank = false }
      }
      if isBlank, (0..<record.count).allSatisfy({ record.range($0).isEmpty }) { continue }
      if record.count != header.count { reportRagged(record) }
      guard let row = row(codes, steps, line: record.line, into: &builder) else { continue }
      builder.append(row)
      outcome.rows += 1
    }
    if let line = reader.unterminatedQuoteLine {
      log.add(
        .warning, code: "open-quote", row: line,
        "a quote is opened and never closed; it is read as an ordinary character.")
    }
    outcome.diagnostics = log.diagnostics
    return outcome
  }

  private mutating func reportRagged(_ record: DelimitedReader.Record) {
    let (has, wants) = (record.count, header.count)
    if has < wants, layout.leavesOutEmptyCells { return }
    log.add(
      .warning, code: "ragged-row", row: record.line,
      has < wants
        ? "the row has \(has) of \(wants) cells; the missing ones are read as empty."
        : "the row has \(has) cells where the header has \(wants); those beyond are left out.")
  }

  // MARK: One row

  /// Which columns make what of a row, found once for the file.
  private struct RowSteps {
    var texts: [(column: Int, field: Int)] = []
    var places: [Int] = []
    var issued, lifted, week, count, birthYear, duplicate: Int?

    init(_ fields: [DetainerField]) {
      for (column, field) in fields.enumerated() {
        switch field {
        case .issued: issued = column
        case .lifted: lifted = column
        case .week: week = column
        case .count: count = column
        case .birthYear: birthYear = column
        case .duplicate: duplicate = column
        case .facility, .city, .state, .county, .countyFIPS, .aor: places.append(column)
        default: if let text = field.textIndex { texts.append((column, text)) }
        }
      }
    }
  }

  /// Makes a row of its cells; nil when it cannot be counted.
  private mutating func row(
    _ codes: [Int], _ steps: RowSteps, line: Int, into builder: inout TableBuilder
  ) -> TableBuilder.Row? {
    var row = TableBuilder.Row()
    row.line = line
    if let column = steps.issued { row.issued = day(column, codes[column], line: line) }
    if let column = steps.lifted { row.lifted = day(column, codes[column], line: line) }
    if let column = steps.week {
      row.week = Week(containing: day(column, codes[column], line: line))
    }
    // A record that was exported beside tally lines has no count and is one detainer.
    if let column = steps.count, codes[column] != 0 {
      builder.markTally()
      guard let count = number(column, codes[column]), count >= 0, count <= Int(Int32.max) else {
        log.add(
          .error, code: "unreadable-count", row: line, column: "count",
          "“\(cells[column].text(codes[column]))” is not a count; the row is left out.")
        return nil
      }
      row.count = count
    }
    if let column = steps.birthYear, let year = number(column, codes[column]),
      (1800...2100).contains(year)
    {
      row.birthYear = year
    }
    if let column = steps.duplicate {
      row.isDuplicate = ["true", "1", "yes", "t"].contains(
        cells[column].text(codes[column]).lowercased())
    }
    for (column, text) in steps.texts {
      row.texts[text] = textCode(column, codes[column], text: text, into: &builder)
    }
    row.site = site(codes, steps.places, line: line, into: &builder)
    if !row.week.isKnown, !row.issued.isKnown {
      log.add(
        .warning, code: "undated-row", row: line,
        "the row has no readable date; it is counted under no week.")
    }
    return row
  }

  private mutating func day(_ column: Int, _ code: Int, line: Int) -> Day {
    let meaning = meaning(column, code) { [layout] raw in
      switch DateReader.read(raw, countsFrom1904: layout.countsFrom1904) {
      case .day(let day): Int(day.packed)
      case .blank: 0
      case .unreadable: 1 << 20
      }
    }
    guard meaning < 1 << 20 else {
      log.add(
        .warning, code: "unreadable-date", row: line, column: header.names[cells[column].index],
        "“\(cells[column].text(code))” is not a date between 1900 and 2079; it is read as not known."
      )
      return .none
    }
    return Day(packed: UInt16(meaning))
  }

  private mutating func number(_ column: Int, _ code: Int) -> Int? {
    let meaning = meaning(column, code) { CellRules.number(CellRules.value(of: $0)) ?? .max }
    return code == 0 || meaning == .max ? nil : meaning
  }

  private mutating func textCode(
    _ column: Int, _ code: Int, text: Int, into builder: inout TableBuilder
  ) -> Int {
    let field = cells[column].field
    return meaning(column, code) { raw in
      var value = CellRules.value(of: raw)
      // Threat levels and codes arrive as 1.0 from some tools (reading rule 4).
      if field == .threat, let number = CellRules.number(value) { value = "\(number)" }
      return builder.text(value, column: text)
    }
  }

  /// What a distinct cell came to, found on first sight.
  private mutating func meaning(_ column: Int, _ code: Int, _ find: (String) -> Int) -> Int {
    while cells[column].meaning.count < cells[column].raw.count {
      cells[column].meaning.append(find(cells[column].text(cells[column].meaning.count)))
    }
    return cells[column].meaning[code]
  }

  private mutating func site(
    _ codes: [Int], _ places: [Int], line: Int, into builder: inout TableBuilder
  ) -> Int {
    guard !places.isEmpty else { return 0 }
    let key = places.map { UInt32(codes[$0]) }
    if let site = sites[key] { return site }
    var stated = SiteReader.Stated()
    for column in places {
      let value = CellRules.value(of: cells[column].text(codes[column]))
      switch cells[column].field {
      case .facility: stated.facility = value
      case .city: stated.city = value
      case .state: stated.state = value
      case .county: stated.county = value
      case .countyFIPS: stated.fips = value
      default: stated.aor = value
      }
    }
    let site = siteReader.site(stated, in: &builder, row: line, log: &log)
    sites[key] = site
    return site
  }
}
