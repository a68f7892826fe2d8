import DetainerModel

/// A table of a file while its records are read.
struct TextReading: Sendable {
  let file: FoundFile
  let text: RecordText
  var importer: DetainerImporter

  /// The part of the text that is read, from 0 to 1.
  var part: Double { Double(importer.source.position) / Double(max(1, text.bytes.size)) }

  /// Lets threads read ahead.
  mutating func readAhead(on threads: Int) {
    importer.source.readAhead(in: text.bytes, on: threads)
  }

  /// Reads some records more; false at the end.
  mutating func step(into builder: inout TableBuilder) -> Bool {
    let isFirst = importer.rows == 0
    let before = builder.rowCount
    let isMore = text.bytes.withBytes { importer.step($0, into: &builder) }
    text.bytes.forget(upTo: importer.source.settled)
    if isFirst, isMore, importer.rows > 0 { reserve(rowsBefore: before, in: &builder) }
    return isMore
  }

  /// Columns that have room for all rows of the text are not moved to larger memory on the way.
  private func reserve(rowsBefore: Int, in builder: inout TableBuilder) {
    let rows = Double(builder.rowCount - rowsBefore)
    // Rows are not all as long as the first; room that is not needed is not touched.
    builder.reserve(rowsBefore + Int(rows / max(part, 1e-9) * 1.1))
  }

  /// Leaves with the builder what is read again from the text.
  func keepOriginals(in builder: inout TableBuilder) {
    builder.keep(importer.originalRecords(in: text.bytes))
  }
}
