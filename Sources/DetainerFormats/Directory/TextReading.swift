import DetainerModel

/// A table of a file while its records are read.
struct TextReading: Sendable {
  let file: FoundFile
  let text: RecordText
  var importer: DetainerImporter

  /// The part of the text that is read, from 0 to 1.
  var part: Double { Double(importer.position) / Double(max(1, text.bytes.size)) }

  /// Reads some records more; false at the end, and where the file was cut short meanwhile.
  mutating func step(into builder: inout TableBuilder) -> Bool {
    if text.bytes.hasHole { return false }
    let isMore = text.bytes.withBytes { importer.step($0, into: &builder) }
    text.bytes.forget(upTo: importer.position)
    return isMore
  }

  /// Leaves with the builder what is read again from the text.
  func keepOriginals(in builder: inout TableBuilder) {
    if let records = importer.originals.records(in: text.bytes) { builder.keep(records) }
  }
}
