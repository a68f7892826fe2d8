import DetainerModel

/// Comma-separated values as in RFC 4180, with quotes only where they are needed; LF line ends, or those
/// of spreadsheets.
public struct CSVFormat: ExportFormat {
  /// Whether texts that a spreadsheet would run as a formula get an apostrophe in front.
  ///
  /// Those start with `=`, `+`, `-`, `@`, a tab or a carriage return, as listed by OWASP under
  /// "CSV injection". The apostrophe changes the value, hence an option.
  public let quotesFormulas: Bool
  /// Whether a byte order mark says that the text is UTF-8, and lines end with CRLF, as spreadsheets
  /// expect.
  public let isForSpreadsheets: Bool

  /// Chooses what to do with texts that look like formulas, and for whom the text is.
  public init(quotesFormulas: Bool = false, isForSpreadsheets: Bool = false) {
    self.quotesFormulas = quotesFormulas
    self.isForSpreadsheets = isForSpreadsheets
  }

  /// Writes a header row and then the rows.
  public func write(_ listing: Listing, to sink: inout some ByteSink) throws(WriteError) {
    if isForSpreadsheets { try sink.write([0xEF, 0xBB, 0xBF] as [UInt8]) }
    try listing.writeTable(to: &sink) { cells, line in
      for (index, cell) in cells.enumerated() {
        if index > 0 { line.append(Byte.comma) }
        let text = quotesFormulas ? cell.textWithoutFormula : cell.plainText
        // Readers skip blank lines, so a row of one empty cell must not become one.
        if cells.count == 1, text.isEmpty { line.append("\"\"") } else { line.appendCSV(text) }
      }
      if isForSpreadsheets { line.append(Byte.return) }
      line.append(Byte.newline)
    }
  }
}

extension ByteBuffer {
  /// A field of RFC 4180, in quotes only where it needs them.
  mutating func appendCSV(_ field: UnsafeRawBufferPointer) {
    let isPlain = field.allSatisfy {
      $0 != Byte.comma && $0 != Byte.quote && $0 != Byte.newline && $0 != Byte.return
    }
    guard !isPlain else { return append(field) }
    append(Byte.quote)
    for byte in field {
      if byte == Byte.quote { append(byte) }
      append(byte)
    }
    append(Byte.quote)
  }

  /// A field of RFC 4180, in quotes only where it needs them.
  mutating func appendCSV(_ field: String) {
    var field = field
    field.withUTF8 { appendCSV(UnsafeRawBufferPointer($0)) }
  }
}

extension ExportFormat where Self == CSVFormat {
  /// Comma-separated values, exactly as they are.
  public static var csv: CSVFormat { CSVFormat() }

  /// Comma-separated values for a spreadsheet that must not run them.
  public static func csv(quotesFormulas: Bool) -> CSVFormat {
    CSVFormat(quotesFormulas: quotesFormulas)
  }

  /// Comma-separated values as Excel opens them without harm.
  public static var csvForExcel: CSVFormat {
    CSVFormat(quotesFormulas: true, isForSpreadsheets: true)
  }
}

extension Value {
  /// The plain text, with an apostrophe before a text that a spreadsheet would run.
  var textWithoutFormula: String {
    guard case .text(let text) = self, let first = text.unicodeScalars.first else {
      return plainText
    }
    switch first {
    case "=", "+", "-", "@", "\t", "\r": return "'" + text
    default: return text
    }
  }
}
