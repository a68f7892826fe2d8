/// What is the matter with a workbook that cannot be read.
enum WorkbookProblem: Hashable, Sendable {
  /// The archive has no list of its parts, which stands at the end.
  case cutShort
  /// The list of parts makes no sense.
  case damagedList
  /// A part cannot be unpacked, or its checksum differs.
  case damagedPart(String)
  /// A part is packed in a way that is not known.
  case unknownPacking(part: String, String)
  /// A part that others name is not there.
  case missingPart(String)
  /// A part is not well-formed XML from a line on.
  case malformed(part: String, line: Int)
  /// A part declares a document type, by which a small file can grow without end.
  case documentType(part: String)
  /// A part unpacks to far more than any workbook does.
  case bomb(part: String)
  /// A part is encrypted.
  case protected
  /// There is no sheet of cells.
  case noSheets
  /// A shared text is longer than Excel's can be.
  case longText(number: Int)
  /// A cell holds more text than Excel can.
  case longCell(sheet: String, row: Int)
  /// There are more rows than Excel has.
  case tooManyRows(sheet: String)
  /// There are more columns than Excel has.
  case tooManyColumns(sheet: String, row: Int)
  /// Rows or cells do not come in order: they are to be read again and sorted.
  case disorder(sheet: String, row: Int)
  /// A cell refers to a shared text that is not there.
  case missingText(sheet: String, row: Int)

  /// What stands behind the path of the file in the sentence for the user.
  var sentence: String {
    let again = "get the file again"
    let resave = "open it in Excel, check it and save it again"
    switch self {
    case .cutShort:
      return "ends too early: the list of parts at the end of a workbook is missing; \(again)."
    case .damagedList:
      return "is damaged: the list of parts of the workbook cannot be read; \(again)."
    case .damagedPart(let part):
      return "is damaged: \(part) in the workbook cannot be unpacked; \(again)."
    case .unknownPacking(let part, let packing):
      return
        "packs \(part) with \(packing), which ddor does not read; open it in Excel and save it again."
    case .missingPart(let part):
      return "is incomplete: \(part) is not in the workbook; \(again)."
    case .malformed(let part, let line):
      return "is damaged: \(part) in the workbook is not XML from line \(line) on; \(resave)."
    case .documentType(let part):
      return
        "is refused: \(part) in the workbook declares a document type, as no workbook does; \(resave)."
    case .bomb(let part):
      return
        "is refused: \(part) in the workbook \(ReadingLimits.standard.sentenceOfBomb); \(resave)."
    case .protected:
      return
        "is protected by a password; remove it in Excel (File > Info > Protect Workbook) and save it."
    case .noSheets:
      return "is a workbook without a sheet of cells; check that it is the file you meant."
    case .longText(let number):
      return
        "is refused: shared text \(number) of the workbook has more than a million bytes; \(resave)."
    case .longCell(let sheet, let row):
      return
        "is refused: row \(row) of the sheet “\(sheet)” has a cell of more than a million bytes; \(resave)."
    case .tooManyRows(let sheet):
      return "is refused: the sheet “\(sheet)” has more than 1,048,576 rows; \(resave)."
    case .tooManyColumns(let sheet, let row):
      return
        "is refused: row \(row) of the sheet “\(sheet)” has more than 16,384 columns; \(resave)."
    case .disorder(let sheet, let row):
      return
        "has row \(row) of the sheet “\(sheet)”, or cells of it, out of order: cells are put into their columns, and rows that are out of order are counted from the one before."
    case .missingText(let sheet, let row):
      return
        "is damaged: row \(row) of the sheet “\(sheet)” refers to a shared text that is not there; \(resave)."
    }
  }
}
