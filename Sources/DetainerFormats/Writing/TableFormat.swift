import DetainerModel
import Text

/// Aligned plain text to read on a terminal: nothing in a cell can move the cursor or a column.
public struct TableFormat: ExportFormat {
  private let form: ExportForm

  /// Chooses what the form says of it.
  public init(_ form: ExportForm = ExportForm(.table)) { self.form = form }

  /// The columns that a cell may take of all rows; one long text in a file must not be paid for
  /// with as many spaces in every other row, and stands out on its right instead.
  private static let widest = 1000

  /// Writes a header, a rule and the rows; goes through the rows twice, to measure and to write.
  public func write(_ listing: Listing, to sink: inout some ByteSink) throws(WriteError) {
    let widths = widths(of: listing)
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
    let (bold, dim, plain) =
      form.isColoured ? ("\u{1B}[1m", "\u{1B}[2m", "\u{1B}[m") : ("", "", "")
    var isHead = form.hasHeader
    try listing.writeTable(
      to: &sink, below: dim + rule + plain + "\n", hasHeader: form.hasHeader
    ) { cells, line in
      if isHead { line.append(bold) }
      for index in 0..<cells.count {
        if index > 0 { line.append("  ") }
        let text = harmless(cells.text(index))
        let slack = String(repeating: " ", count: max(0, widths[index] - TextWidth.of(text)))
        line.append(listing.columns[index].kind.isNumber ? slack + text : text + slack)
      }
      line.trim()
      if isHead { line.append(plain) }
      isHead = false
      line.append(Byte.newline)
    }
  }

  /// The columns of a terminal that the table takes.
  package func width(of listing: Listing) -> Int {
    let widths = widths(of: listing)
    return widths.reduce(0, +) + 2 * max(0, widths.count - 1)
  }

  private func widths(of listing: Listing) -> [Int] {
    var widths = listing.columns.map { form.hasHeader ? TextWidth.of($0.name) : 0 }
    var cells = RowBuffer()
    for index in 0..<listing.rowCount {
      listing.fill(&cells, with: index)
      for column in 0..<cells.count {
        widths[column] = max(widths[column], TextWidth.of(cells.text(column)))
      }
    }
    return widths.map { min($0, Self.widest) }
  }
}

extension ExportFormat where Self == TableFormat {
  /// Aligned plain text.
  public static var table: TableFormat { TableFormat() }
}
