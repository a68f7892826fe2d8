import DetainerModel

/// Reads a column page by page: the page of a row that is asked for becomes the numbers of its
/// texts.
///
/// Only one page of the file is unpacked at a time, and only its numbers are kept.
struct ColumnCursor: Sendable {
  private let table: ParquetTable
  private let number: Int
  /// Whether all cells are wanted; else only those of which a finding may have to be told.
  private let isAskedFor: Bool
  private var coder: ValueCoder

  /// The row group that is read, and where its next page lies.
  private var group = -1
  private var position = 0
  private var end = 0
  private var nextRow = 0
  /// Where the group's dictionary lies, and the numbers of the texts of its entries once a page
  /// has asked for them.
  private var dictionaryPage: Int?
  private var dictionary: [UInt32]?
  /// The last row group of which it was found out whether any cell of it is wanted.
  private var silence = (group: -1, holds: false)

  /// The rows of the page at hand, and the numbers of their texts.
  private(set) var rows = 0..<0
  private(set) var codes: [UInt32] = []

  init(_ table: ParquetTable, column: Int, isAskedFor: Bool = true) {
    self.table = table
    number = column
    self.isAskedFor = isAskedFor
    coder = ValueCoder(table.columns[column].form)
  }

  /// A cursor over the same column that has read nothing.
  var anew: ColumnCursor { ColumnCursor(table, column: number, isAskedFor: isAskedFor) }

  private var column: ParquetTable.Column { table.columns[number] }

  /// Forgets all numbers, so that another dictionary can give them.
  mutating func forget() {
    coder.forget()
    (dictionary, rows, codes, group) = (nil, 0..<0, [], -1)
  }

  /// Makes the page at hand the one that has a row of the table.
  /// - Parameter end: the rows from here on need not be read, where the page lets them be left out.
  mutating func load(
    _ row: Int, before end: Int = .max, of file: UnsafeRawBufferPointer,
    in texts: inout GrowingDictionary
  ) throws(ParquetProblem) {
    if rows.contains(row) { return }
    do throws(ParquetFault) {
      if group < 0 || row < nextRow || !table.groups[group].rows.contains(row) {
        guard let group = table.group(of: row) else { throw .badCount }
        try open(group)
      }
      while !rows.contains(row) { try step(to: row, before: end, in: file, &texts) }
    } catch {
      (rows, codes) = (0..<0, [])
      throw ParquetProblem(error, in: column.name, group: group + 1)
    }
  }

  private mutating func open(_ group: Int) throws(ParquetFault) {
    self.group = group
    let chunk = table.groups[group].chunks[number]
    guard chunk.offset >= 4, chunk.size >= 0, chunk.offset <= table.end,
      chunk.size <= table.end - chunk.offset
    else { throw .outside }
    guard chunk.count == table.groups[group].rows.count else { throw .badCount }
    position = chunk.offset
    end = chunk.offset + chunk.size
    nextRow = table.groups[group].rows.lowerBound
    (dictionary, dictionaryPage, rows) = (nil, nil, 0..<0)
  }

  /// Goes on by a page, which is unpacked only if it has the row.
  private mutating func step(
    to row: Int, before end: Int, in file: UnsafeRawBufferPointer, _ texts: inout GrowingDictionary
  ) throws(ParquetFault) {
    guard position < self.end else { throw .badCount }
    let start = position
    let header = try header(at: start, in: file)
    position = header.end + header.packedSize
    switch header.kind {
    case .index: return
    case .dictionary: dictionaryPage = start
    case .data, .dataV2:
      guard header.count <= table.groups[group].rows.upperBound - nextRow else { throw .badCount }
      let found = nextRow..<nextRow + header.count
      nextRow = found.upperBound
      guard found.contains(row) else { return }
      let wanted = max(row + 1, min(end, found.upperBound)) - found.lowerBound
      let count = header.canBeReadInPart ? wanted : header.count
      try read(header, first: count, in: file, &texts)
      rows = found.prefix(count)
    }
  }

  private func header(
    at offset: Int, in file: UnsafeRawBufferPointer
  ) throws(ParquetFault) -> PageHeader {
    let header = try PageHeader(UnsafeRawBufferPointer(rebasing: file[..<end]), at: offset)
    guard header.packedSize <= end - header.end else { throw .outside }
    return header
  }

  /// Gives the cells of rows of a group their numbers.
  mutating func encode(
    _ rows: Range<Int>, of file: UnsafeRawBufferPointer, in texts: inout GrowingDictionary,
    into codes: UnsafeMutableBufferPointer<UInt32>
  ) throws(ParquetProblem) {
    if isSilent(rows, of: file) { return codes.update(repeating: 0) }
    var row = rows.lowerBound
    while row < rows.upperBound {
      try load(row, of: file, in: &texts)
      let end = min(self.rows.upperBound, rows.upperBound)
      let page = self.rows.lowerBound
      self.codes.withUnsafeBufferPointer { found in
        for row in row..<end { codes[row &- rows.lowerBound] = found[row &- page] }
      }
      row = end
    }
  }

  // MARK: Pages

  private mutating func read(
    _ header: PageHeader, first count: Int, in file: UnsafeRawBufferPointer,
    _ texts: inout GrowingDictionary
  ) throws(ParquetFault) {
    if header.isCoded, dictionary == nil { dictionary = try readDictionary(in: file, &texts) }
    let bytes = try unpacked(header, in: file)
    var codes = codes
    self.codes = []
    if codes.count != count { codes = Array(repeating: 0, count: count) }
    try bytes.withRawBytes { page throws(ParquetFault) in
      try codes.withUnsafeMutableBufferPointer { codes throws(ParquetFault) in
        let levels = try PageLevels(header, column, page, into: codes)
        let values = PageValues(
          column: column, page: page, range: levels.end..<page.count - PageCodec.padding)
        try values.read(
          header.encoding, dictionary, with: &coder, in: &texts,
          into: UnsafeMutableBufferPointer(rebasing: codes[..<levels.present]))
        levels.spread(codes)
      }
    }
    self.codes = codes
  }

  private mutating func readDictionary(
    in file: UnsafeRawBufferPointer, _ texts: inout GrowingDictionary
  ) throws(ParquetFault) -> [UInt32] {
    let (count, bytes) = try unpackedDictionary(in: file)
    var entries = [UInt32](repeating: 0, count: count)
    try bytes.withRawBytes { page throws(ParquetFault) in
      try entries.withUnsafeMutableBufferPointer { entries throws(ParquetFault) in
        try values(of: page).read(
          PageEncoding.plain.rawValue, nil, with: &coder, in: &texts, into: entries)
      }
    }
    return entries
  }

  /// How many entries the dictionary has, and its bytes.
  private func unpackedDictionary(
    in file: UnsafeRawBufferPointer
  ) throws(ParquetFault) -> (count: Int, bytes: [UInt8]) {
    guard let dictionaryPage else { throw .badIndex }
    let header = try header(at: dictionaryPage, in: file)
    // An entry has a byte at the least, four where it stands behind its length.
    guard header.count <= header.size else { throw .shortPage }
    return (header.count, try unpacked(header, in: file))
  }

  /// The values of a page that has nothing else.
  private func values(of page: UnsafeRawBufferPointer) -> PageValues {
    PageValues(column: column, page: page, range: 0..<page.count - PageCodec.padding)
  }

  // MARK: Cells that are not asked for

  /// Whether no cell of the group of these rows is wanted, so that its pages stay packed.
  mutating func isSilent(_ rows: Range<Int>, of file: UnsafeRawBufferPointer) -> Bool {
    guard !isAskedFor, let group = table.group(of: rows.lowerBound) else { return false }
    if silence.group != group {
      var cursor = anew
      // What cannot be read is told where it is read as usual.
      silence = (group, (try? cursor.isSilent(group, in: file)) ?? false)
    }
    return silence.holds
  }

  /// Whether all texts of a group stand in its dictionary and none may be a spreadsheet's error.
  private mutating func isSilent(
    _ group: Int, in file: UnsafeRawBufferPointer
  ) throws(ParquetFault) -> Bool {
    if column.form != .text { return true }
    try open(group)
    while position < end {
      let header = try header(at: position, in: file)
      switch header.kind {
      case .index: break
      case .dictionary: dictionaryPage = position
      case .data, .dataV2: if !header.isCoded { return false }
      }
      position = header.end + header.packedSize
    }
    let (count, bytes) = try unpackedDictionary(in: file)
    return try bytes.withRawBytes { page throws(ParquetFault) in
      let values = values(of: page)
      let cells =
        column.type == .bytes ? try values.plainCells(count) : try values.fixedCells(count)
      return !cells.contains { cell in
        CellRules.mayBeSpreadsheetError(
          UnsafeRawBufferPointer(rebasing: page[cell.start..<cell.start + cell.length]))
      }
    }
  }

  /// The bytes of a page and the padding behind them, once they fit their checksum.
  private func unpacked(
    _ header: PageHeader, in file: UnsafeRawBufferPointer
  ) throws(ParquetFault) -> [UInt8] {
    let stored = UnsafeRawBufferPointer(
      rebasing: file[header.end..<header.end + header.packedSize])
    if let checksum = header.checksum,
      pageChecksum(stored) != UInt32(truncatingIfNeeded: checksum)
    {
      throw .checksum
    }
    let codec = PageCodec(rawValue: table.groups[group].chunks[number].codec) ?? .none
    let isWhole = header.kind != .dataV2
    // Levels of the second kind of pages stand before what is packed.
    let plain = isWhole ? 0 : header.levelSize + header.repetitionSize
    guard plain <= stored.count, plain <= header.size else { throw .damagedHeader }
    return try (header.isPacked ? codec : .none).unpacked(
      UnsafeRawBufferPointer(rebasing: stored[plain...]), size: header.size - plain,
      behind: UnsafeRawBufferPointer(rebasing: stored[..<plain]))
  }
}
