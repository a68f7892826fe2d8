import DetainerModel

/// Comma-separated values as in RFC 4180, with LF line ends and quotes only where they are needed.
public struct CSVFormat: ExportFormat {
  /// Whether texts that a spreadsheet would run as a formula get an apostrophe in front.
  ///
  /// Those start with `=`, `+`, `-`, `@`, a tab or a carriage return, as listed by OWASP under
  /// "CSV injection". The apostrophe changes the value, hence an option.
  public let quotesFormulas: Bool

  /// Chooses what to do with texts that look like formulas.
  public init(quotesFormulas: Bool = false) { self.quotesFormulas = quotesFormulas }

  /// Writes a header row and then the rows.
  public func write(
    _ listing: Listing, to sink: inout some ByteSink, progress: ExportProgress?
  ) throws(WriteError) {
    var header = TextBuffer()
    append(listing.columns.map { .text($0.name) }, to: &header)
    try header.empty(into: &sink)
    try listing.writeRows(to: &sink, progress: progress) { _, cells, line in
      append(cells, to: &line)
    }
  }

  private func append(_ cells: [Value], to line: inout TextBuffer) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { line.append(Byte.comma) }
      let text = quotesFormulas ? cell.textWithoutFormula : cell.plainText
      // Readers skip blank lines, so a row of one empty cell must not become one.
      if needsQuotes(text) || cells.count == 1 && text.isEmpty {
        appendQuoted(text, to: &line)
      } else {
        line.append(text)
      }
    }
    line.append(Byte.newline)
  }

  private func needsQuotes(_ text: String) -> Bool {
    text.utf8.contains { byte in
      switch byte {
      case Byte.comma, Byte.quote, Byte.newline, Byte.return: true
      default: false
      }
    }
  }

  private func appendQuoted(_ text: String, to line: inout TextBuffer) {
    line.append(Byte.quote)
    for byte in text.utf8 {
      if byte == Byte.quote { line.append(byte) }
      line.append(byte)
    }
    line.append(Byte.quote)
  }
}

extension ExportFormat where Self == CSVFormat {
  /// Comma-separated values, exactly as they are.
  public static var csv: CSVFormat { CSVFormat() }

  /// Comma-separated values for a spreadsheet that must not run them.
  public static func csv(quotesFormulas: Bool) -> CSVFormat {
    CSVFormat(quotesFormulas: quotesFormulas)
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
