/// Where a record is, and how many cells it has.
struct SplitRecord: Sendable {
  /// The physical line on which it starts, from 1.
  let line: Int
  /// The offset of its first byte.
  let offset: Int
  /// How many cells it has.
  let width: Int
}

/// Where a record begins.
struct RecordStart: Sendable {
  /// The offset of its first byte.
  let offset: Int
  /// Its physical line, from 1.
  let line: Int

  /// Where the next record of a reader begins.
  init(_ reader: DelimitedReader) {
    offset = reader.position
    line = reader.line
  }
}
