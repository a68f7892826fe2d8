import DetainerModel

/// A way to write a listing; each format is one type in one file, named in ``ExportFormats``.
public protocol ExportFormat: Sendable {
  /// Writes everything, and throws whatever the sink throws.
  func write(_ listing: Listing, to sink: inout some ByteSink) throws(WriteError)
}

extension ByteSink {
  /// Writes a listing as `.csv` or any other format.
  public mutating func write(
    _ listing: Listing, as format: some ExportFormat
  ) throws(WriteError) {
    try format.write(listing, to: &self)
  }
}

extension AtomicFile {
  /// Writes a listing as `.csv` or any other format, completely or not at all.
  public func write(_ listing: Listing, as format: some ExportFormat) throws(WriteError) {
    try write { sink throws(WriteError) in try format.write(listing, to: &sink) }
  }
}

extension Listing {
  /// Writes what `append` makes of each row; both buffers are used again and again.
  func writeRows(
    to sink: inout some ByteSink,
    _ append: (_ index: Int, _ cells: borrowing RowBuffer, _ line: inout ByteBuffer) -> Void
  ) throws(WriteError) {
    var line = ByteBuffer()
    var cells = RowBuffer()
    for index in 0..<rowCount {
      fill(&cells, with: index)
      append(index, cells, &line)
      try line.empty(into: &sink)
      try sink.rowsWritten(index + 1)
    }
  }

  /// Writes the names of the columns as a row, what stands below them, and the rows.
  func writeTable(
    to sink: inout some ByteSink, below: String = "", hasHeader: Bool = true,
    _ append: (_ cells: borrowing RowBuffer, _ line: inout ByteBuffer) -> Void
  ) throws(WriteError) {
    if hasHeader {
      var head = ByteBuffer()
      append(RowBuffer(names: columns), &head)
      head.append(below)
      try head.empty(into: &sink)
    }
    try writeRows(to: &sink) { _, cells, line in append(cells, &line) }
  }
}

extension RowBuffer {
  /// The names of columns as a row.
  init(names columns: [Listing.Column]) {
    self.init()
    for column in columns { append(.text(column.name)) }
  }
}
