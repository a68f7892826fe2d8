/// Reads the rows of a sheet and writes them as comma-separated text, a line for each row.
///
/// Line N is row N, so that a row can be named as the user's spreadsheet shows it: rows without
/// text are empty lines, and empty cells at the end of a row are left out. It runs for each cell of
/// millions, so that nothing in it allocates.
struct SheetReader: ~Copyable, XMLReader {
  /// Excel's limits.
  static let largestRow = 1_048_576
  static let largestColumn = 16_384
  /// Excel has 32,767 characters of up to three bytes or an escape.
  static let longestCell = 1 << 20
  /// More merged cells are not told of: as many as a sheet has rows.
  private static let mostMerged = 1 << 20

  /// What a sheet is read with.
  struct Settings {
    let name: String
    let path: String
    let texts: SharedTextList
    let areDates: [Bool]
    let countsFrom1904: Bool
    /// How many bytes may become of it.
    let limit: Int
    /// Whether rows and cells may come in any order, which costs more.
    var sortsCells = false
    /// How many rows with text are shown to `isWanted`, which ends the reading by answering false.
    let headRows: Int
    let isWanted: (UnsafeRawBufferPointer) -> Bool
  }

  enum Kind { case number, shared, text, inline, boolean, date }

  let settings: Settings
  var output = TextSpool()
  var cell = ByteBuffer()
  var cellText = CellText()
  var isInData = false
  var isTaking = false
  /// Inside of how Japanese text is pronounced, which is not part of the text.
  var isInPhonetics = false
  /// The row and column being read, from 1; 0 before the first.
  var row = 0
  var column = 0
  var kind = Kind.number
  var style = 0
  /// Whether the cell being read has a formula.
  var hasFormula = false
  /// The line and field that the output has come to.
  var line = 1
  var field = 1
  var writtenRows = 0
  /// What the sheet says behind its rows of cells that are shown as one.
  private(set) var merged: [MergedCells] = []
  /// The cells of a row that are to be sorted: their columns, and where their text is.
  var sorted: [(column: Int, range: Range<Int>)] = []
  var sortedText = ByteBuffer()
  /// Used again for each row that is read without the parser.
  var plainRow = PlainRow()

  init(_ settings: Settings) { self.settings = settings }

  static let events = XMLEvents(
    start: { raw, name, attributes in
      guard let raw, let name, let attributes else { return }
      let context = raw.assumingMemoryBound(to: XMLContext.self)
      context.pointee.enter()
      reader(context).pointee.start(name, attributes, &context.pointee)
    },
    end: { raw, name in
      guard let raw, let name else { return }
      let context = raw.assumingMemoryBound(to: XMLContext.self)
      context.pointee.leave()
      reader(context).pointee.end(name, &context.pointee)
    },
    text: { raw, text, count in
      guard let raw, let text else { return }
      let context = raw.assumingMemoryBound(to: XMLContext.self)
      let reader = reader(context)
      guard reader.pointee.isTaking else { return }
      reader.pointee.cell.append(UnsafeRawBufferPointer(start: text, count: Int(count)))
      if reader.pointee.cell.count > longestCell {
        context.pointee.stop(
          .longCell(sheet: reader.pointee.settings.name, row: reader.pointee.row))
      }
    })

  @inline(__always)
  private static func reader(
    _ context: UnsafeMutablePointer<XMLContext>
  ) -> UnsafeMutablePointer<SheetReader> {
    context.pointee.reader.assumingMemoryBound(to: SheetReader.self)
  }

  /// The text of all rows.
  consuming func finish(for file: FileBytes) throws(FileError) -> FileBytes {
    if output.count > 0 { output.buffer.append(Byte.newline) }
    return try output.finish(for: file)
  }

  // MARK: Elements

  @inline(__always)
  private mutating func start(
    _ name: XMLName, _ attributes: XMLAttributes, _ context: inout XMLContext
  ) {
    let local = name[1] == 0 ? name : name.local
    if local[1] == 0, isInData {
      switch UInt8(bitPattern: local[0]) {
      case UInt8(ascii: "c"): return startCell(attributes, &context)
      case UInt8(ascii: "v"): isTaking = kind != .inline
      case UInt8(ascii: "t"): isTaking = kind == .inline && !isInPhonetics
      case UInt8(ascii: "f"): hasFormula = true
      default: context.note(name)
      }
      if attributes[0] != nil { context.note(attributes) }
    } else if local.equals("row"), isInData {
      startRow(attributes, &context)
    } else {
      if local.equals("sheetData") { isInData = true }
      if local.equals("rPh") { isInPhonetics = isInData }
      if local.equals("mergeCell") { takeMerged(attributes) }
      context.note(name)
      context.note(attributes)
    }
  }

  @inline(__always)
  private mutating func end(_ name: XMLName, _ context: inout XMLContext) {
    guard isInData else { return }
    let local = name[1] == 0 ? name : name.local
    if local[1] == 0 {
      switch UInt8(bitPattern: local[0]) {
      case UInt8(ascii: "c"): endCell(cell.bytes, &context)
      case UInt8(ascii: "v"), UInt8(ascii: "t"): isTaking = false
      default: break
      }
    } else if local.equals("row") {
      endRow(&context)
    } else if local.equals("rPh") {
      isInPhonetics = false
    } else if local.equals("sheetData") {
      isInData = false
    }
  }

  private mutating func takeMerged(_ attributes: XMLAttributes) {
    var index = 0
    while let name = attributes[index], let value = attributes[index + 1] {
      if name.equals("ref"), merged.count < Self.mostMerged,
        let cells = MergedCells(String(cString: value))
      {
        merged.append(cells)
      }
      index += 2
    }
  }

  // MARK: Rows

  private mutating func startRow(_ attributes: XMLAttributes, _ context: inout XMLContext) {
    var stated: Int?
    var index = 0
    while let name = attributes[index], let value = attributes[index + 1] {
      if name.equals("r") { stated = number(value) } else { context.note(name) }
      index += 2
    }
    beginRow(stated, &context)
  }

  /// - Parameter number: what the row says of itself.
  @inline(__always)
  mutating func beginRow(_ number: Int?, _ context: inout XMLContext) {
    let previous = row
    row = number ?? previous + 1
    column = 0
    if row <= previous {
      guard settings.sortsCells else {
        return context.stop(.disorder(sheet: settings.name, row: row))
      }
      // The rows above are written: this one comes where there is room.
      row = previous + 1
    }
    if row > Self.largestRow {
      context.stop(.tooManyRows(sheet: settings.name))
      row = Self.largestRow
    }
  }

  mutating func endRow(_ context: inout XMLContext) {
    if settings.sortsCells { writeSorted(&context) }
    guard line == row, output.count > 0 else { return }
    writtenRows += 1
    guard writtenRows == settings.headRows, output.isInBuffer else { return }
    if !settings.isWanted(output.buffer.bytes) { context.stopWithEnough() }
  }
}

/// A number as in `r="12"`; nil for anything else.
func number(_ text: XMLName) -> Int? {
  var number = 0
  var index = 0
  while text[index] != 0 {
    let digit = Int(text[index]) - 48
    guard digit >= 0, digit <= 9, index < 15 else { return nil }
    number = number &* 10 &+ digit
    index &+= 1
  }
  return index > 0 ? number : nil
}
