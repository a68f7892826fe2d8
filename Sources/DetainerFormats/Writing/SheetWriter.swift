import DetainerModel

/// What stands before a text in a cell, by its style.
private let openingOfText = (0...WorkbookParts.Style.wrapped.rawValue).map {
  "\" t=\"inlineStr\" s=\"\($0)\"><is><t xml:space=\"preserve\">"
}

/// Writes one sheet of a workbook.
struct SheetWriter {
  /// The longest text of a cell, in units of UTF-16.
  private static let longestText = 32_767
  /// The day before the first one that workbooks count without the day that never was (29 February
  /// 1900).
  private static let firstDay = Day(year: 1900, month: 2, day: 28)
  private static let firstSerial = 59

  private let columns: [Listing.Column]
  /// How the cells of each column begin.
  private let openings: [String]
  private let widths: [Int]
  private let wrapsTexts: Bool
  /// How many texts were too long.
  private(set) var cutTexts = 0

  init(columns: [Listing.Column], widths: [Int], wrapsTexts: Bool = false) {
    self.columns = columns
    openings = columns.indices.map { "<c r=\"\(Self.name(ofColumn: $0))" }
    self.widths = widths
    self.wrapsTexts = wrapsTexts
  }

  /// Writes the sheet with some rows of a listing.
  mutating func write(
    _ listing: Listing, _ rows: Range<Int>, to sink: inout some ByteSink
  ) throws(WriteError) {
    var line = ByteBuffer()
    appendHead(rows.count, to: &line)
    var cells = RowBuffer()
    for index in rows {
      listing.fill(&cells, with: index)
      append(cells, at: index - rows.lowerBound + 2, style: nil, to: &line)
      try line.empty(into: &sink)
      try sink.rowsWritten(index + 1)
    }
    line.append("</sheetData>")
    if !columns.isEmpty {
      let last = Self.name(ofColumn: columns.count - 1)
      line.append("<autoFilter ref=\"A1:\(last)\(rows.count + 1)\"/>")
    }
    line.append("</worksheet>")
    try line.empty(into: &sink)
  }

  private mutating func appendHead(_ rows: Int, to line: inout ByteBuffer) {
    line.append(WorkbookParts.declaration)
    line.append("<worksheet xmlns=\"\(WorkbookParts.main)\"><sheetViews>")
    line.append("<sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" ")
    line.append("activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>")
    if !columns.isEmpty {
      line.append("<cols>")
      for (index, width) in widths.enumerated() {
        line.append(
          "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(width)\" customWidth=\"1\"/>")
      }
      line.append("</cols>")
    }
    line.append("<sheetData>")
    append(RowBuffer(names: columns), at: 1, style: .head, to: &line)
  }

  private mutating func append(
    _ cells: borrowing RowBuffer, at row: Int, style: WorkbookParts.Style?,
    to line: inout ByteBuffer
  ) {
    let number = String(row)
    line.append("<row r=\"")
    line.append(number)
    line.append("\">")
    for index in 0..<cells.count {
      append(
        cells.kind(index), cells.bytes(index), columns[index].kind, style, from: openings[index],
        number, to: &line)
    }
    line.append("</row>")
  }

  private mutating func append(
    _ cell: RowBuffer.Kind, _ text: UnsafeRawBufferPointer, _ kind: Listing.Column.Kind,
    _ style: WorkbookParts.Style?,
    from opening: String, _ row: String, to line: inout ByteBuffer
  ) {
    func open(_ attributes: String) {
      line.append(opening)
      line.append(row)
      line.append(attributes)
    }
    // What is missing, and a share that is not a number, has no text.
    if text.isEmpty { return }
    switch cell {
    case .missing: return
    case .integer: open("\"><v>")
    case .fraction: open("\" s=\"\(WorkbookParts.Style.share.rawValue)\"><v>")
    case .text:
      if kind == .date, let serial = Self.serial(ofDate: text) {
        open("\" s=\"\(WorkbookParts.Style.date.rawValue)\"><v>")
        line.append(String(serial))
        line.append("</v></c>")
        return
      }
      open(openingOfText[(style ?? (wrapsTexts ? .wrapped : .text)).rawValue])
      if text.count > Self.longestText {
        line.appendWorkbookText(fitting(String(decoding: text, as: UTF8.self)))
      } else {
        line.appendWorkbookText(text)
      }
      line.append("</t></is></c>")
      return
    }
    line.append(text)
    line.append("</v></c>")
  }

  private mutating func fitting(_ text: String) -> String {
    guard text.utf16.count > Self.longestText else {
      return text
    }
    cutTexts += 1
    var length = 1
    return text.prefix { character in
      length += character.utf16.count
      return length <= Self.longestText
    } + "…"
  }

  /// The number that workbooks count a day by; nil for days that they cannot count.
  private static func serial(ofDate text: UnsafeRawBufferPointer) -> Int? {
    guard let day = Day(iso: text), let first = firstDay, day > first else { return nil }
    return firstSerial + 1 + day.days(since: first)
  }

  /// The letters of a column: A to Z, then AA.
  static func name(ofColumn index: Int) -> String {
    var (name, rest) = ("", index + 1)
    while rest > 0 {
      name = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + name
      rest = (rest - 1) / 26
    }
    return name
  }
}

extension ByteBuffer {
  /// A text of a workbook: what XML cannot hold is written as `_x0000_`, and so is the first
  /// character of a text that would be taken for that (`ST_Xstring` of ECMA-376).
  mutating func appendWorkbookText(_ text: String) {
    var text = text
    text.withUTF8 { appendWorkbookText(UnsafeRawBufferPointer($0)) }
  }

  /// A text of a workbook, as UTF-8.
  mutating func appendWorkbookText(_ text: UnsafeRawBufferPointer) {
    guard text.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "_") || $0 == 0xEF }) else {
      return appendXML(text)
    }
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0x09, 0x0A: append(scalar)
      case 0x5F where Self.isEscape(scalars[index...].prefix(7)): append("_x005F_")
      case 0..<0x20, 0xFFFE, 0xFFFF:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        append("_x\(String(repeating: "0", count: 4 - digits.count))\(digits)_")
      default: appendXML(String(scalar))
      }
    }
  }

  private static func isEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let text = Array(scalars)
    return text.count == 7 && text[1] == "x" && text[6] == "_"
      && text[2..<6].allSatisfy { $0.properties.isASCIIHexDigit }
  }
}
