import DetainerModel
import Text

/// Aligned plain text to read on a terminal: nothing in a cell can move the cursor or a column.
public struct TableFormat: ExportFormat {
  /// Chooses the format, which has no options.
  public init() {}

  /// The columns that a cell may take of all rows; one long text in a file must not be paid for
  /// with as many spaces in every other row, and stands out on its right instead.
  private static let widest = 1000

  /// Writes a header, a rule and the rows; goes through the rows twice, to measure and to write.
  public func write(
    _ listing: Listing, to sink: inout some ByteSink, progress: ExportProgress?
  ) throws(WriteError) {
    let widths = try measure(listing, progress: half(progress, of: listing, done: 0))
    var head = TextBuffer()
    append(listing.columns.map { .text($0.name) }, listing.columns, widths, to: &head)
    head.append(widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "))
    head.append(Byte.newline)
    try head.empty(into: &sink)
    let second = half(progress, of: listing, done: listing.rowCount)
    try listing.writeRows(to: &sink, progress: second) { _, cells, line in
      append(cells, listing.columns, widths, to: &line)
    }
  }

  private func measure(
    _ listing: Listing, progress: ExportProgress?
  ) throws(WriteError) -> [Int] {
    var widths = listing.columns.map { TextWidth.of($0.name) }
    var pacer = RowPacer(total: listing.rowCount, progress)
    for index in 0..<listing.rowCount {
      for (column, cell) in listing.cells(index).enumerated() {
        widths[column] = max(widths[column], TextWidth.of(cell.plainText))
      }
      try pacer.step()
    }
    return widths.map { min($0, Self.widest) }
  }

  /// Each of the two passes is one half of the work.
  private func half(
    _ progress: ExportProgress?, of listing: Listing, done: Int
  ) -> ExportProgress? {
    guard let progress else { return nil }
    return { progress(done + $0, 2 * $1) }
  }

  private func append(
    _ cells: [Value], _ columns: [Listing.Column], _ widths: [Int], to line: inout TextBuffer
  ) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { line.append("  ") }
      let text = harmless(cell.plainText)
      let slack = String(repeating: " ", count: max(0, widths[index] - TextWidth.of(text)))
      line.append(columns[index].kind == .text ? text + slack : slack + text)
    }
    line.trim()
    line.append(Byte.newline)
  }
}

extension ExportFormat where Self == TableFormat {
  /// Aligned plain text.
  public static var table: TableFormat { TableFormat() }
}
