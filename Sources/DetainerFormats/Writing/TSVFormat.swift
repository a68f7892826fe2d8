import DetainerModel

/// Tab-separated values, one line a row; a tab or line end inside a cell becomes a space.
///
/// A cell that begins with a quote is quoted, as readers of TSV would else take the quote for one of
/// theirs, and all behind it for the cell.
public struct TSVFormat: ExportFormat {
  private let form: ExportForm

  /// Chooses what the form says of it.
  public init(_ form: ExportForm = ExportForm(.tsv)) { self.form = form }

  /// Writes a header row and then the rows.
  public func write(_ listing: Listing, to sink: inout some ByteSink) throws(WriteError) {
    try listing.writeTable(to: &sink, hasHeader: form.hasHeader) { cells, line in
      for index in 0..<cells.count {
        if index > 0 { line.append(Byte.tab) }
        if form.changesCells {
          Self.append(cells.value(index).text(as: form).utf8, to: &line)
        } else {
          Self.append(cells.bytes(index), to: &line)
        }
      }
      line.append(Byte.newline)
    }
  }

  private static func append(_ text: some Sequence<UInt8>, to line: inout ByteBuffer) {
    let isQuoted = text.first { _ in true } == Byte.quote
    if isQuoted { line.append(Byte.quote) }
    var afterReturn = false
    for byte in text {
      if isQuoted, byte == Byte.quote { line.append(Byte.quote) }
      switch byte {
      // CRLF is one line end and one space.
      case Byte.newline where afterReturn: break
      case Byte.tab, Byte.newline, Byte.return: line.append(Byte.space)
      default: line.append(byte)
      }
      afterReturn = byte == Byte.return
    }
    if isQuoted { line.append(Byte.quote) }
  }
}

extension ExportFormat where Self == TSVFormat {
  /// Tab-separated values.
  public static var tsv: TSVFormat { TSVFormat() }
}
