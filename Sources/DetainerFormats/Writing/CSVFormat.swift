import DetainerModel

/// Comma-separated values as in RFC 4180, with quotes only where they are needed; LF line ends, or those
/// of spreadsheets.
public struct CSVFormat: ExportFormat {
  private let form: ExportForm

  /// Chooses what the form says of CSV.
  public init(_ form: ExportForm = ExportForm(.csv)) { self.form = form }

  /// Writes a header row and then the rows.
  public func write(_ listing: Listing, to sink: inout some ByteSink) throws(WriteError) {
    if form.hasByteOrderMark { try sink.write([0xEF, 0xBB, 0xBF] as [UInt8]) }
    let delimiter = form.hasDecimalComma ? Byte.semicolon : Byte.comma
    try listing.writeTable(to: &sink, hasHeader: form.hasHeader) { cells, line in
      for index in 0..<cells.count {
        if index > 0 { line.append(delimiter) }
        // Readers skip blank lines, so a row of one empty cell must not become one.
        if cells.count == 1, cells.bytes(index).isEmpty {
          line.append("\"\"")
        } else if form.changesCells {
          line.appendCSV(cells.value(index).text(as: form), delimiter: delimiter)
        } else {
          line.appendCSV(cells.bytes(index), delimiter: delimiter)
        }
      }
      if form.endsLinesWithReturn { line.append(Byte.return) }
      line.append(Byte.newline)
    }
  }
}

extension ByteBuffer {
  /// A field of RFC 4180, in quotes only where it needs them.
  mutating func appendCSV(_ field: UnsafeRawBufferPointer, delimiter: UInt8 = Byte.comma) {
    let isPlain = field.allSatisfy {
      $0 != delimiter && $0 != Byte.quote && $0 != Byte.newline && $0 != Byte.return
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
  mutating func appendCSV(_ field: String, delimiter: UInt8 = Byte.comma) {
    var field = field
    field.withUTF8 { appendCSV(UnsafeRawBufferPointer($0), delimiter: delimiter) }
  }
}

extension ExportFormat where Self == CSVFormat {
  /// Comma-separated values, exactly as they are.
  public static var csv: CSVFormat { CSVFormat() }
}

extension ExportForm {
  /// Whether cells of CSV and TSV are not their plain texts.
  var changesCells: Bool { quotesFormulas || hasDecimalComma }
}

extension Value {
  /// The plain text, as the options of CSV and TSV want it.
  func text(as form: ExportForm) -> String {
    switch self {
    case .text(let text) where form.quotesFormulas && text.isFormula: "'" + text
    case .fraction where form.hasDecimalComma:
      String(plainText.map { $0 == "." ? "," : $0 })
    default: plainText
    }
  }
}

extension String {
  /// Whether a spreadsheet would run it.
  fileprivate var isFormula: Bool {
    unicodeScalars.first.map { ["=", "+", "-", "@", "\t", "\r"].contains($0) } ?? false
  }
}
