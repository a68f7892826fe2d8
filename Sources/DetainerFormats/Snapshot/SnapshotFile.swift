import DetainerModel

/// A snapshot on the disk: a header, the columns, and the description of both at the end.
///
/// The columns are used where they are mapped, so that opening costs no memory of our own, and only
/// once every byte of all of them was found to be as it was written: damage that showed up later,
/// amid an answer, could not be made good.
struct SnapshotFile {
  private let mapping: Mapping
  private let sections: [SnapshotSection]
  /// What it was made of.
  let keyText: String
  /// What was opened.
  let paths: [String]
  /// Where the description goes on behind these.
  private let recordsOffset: Int

  /// How many bytes it has.
  var size: Int { mapping.count }

  /// Opens a file; nil unless its header and its description are whole.
  init?(path: String) {
    guard let file = try? OpenFile(reading: path), let status = try? file.status(),
      status.kind == .file, status.isOwn, status.identity.size >= SnapshotHeader.length,
      let mapping = try? Mapping(file, count: status.identity.size, isReadInOrder: false),
      let header = SnapshotHeader(mapping.bytes, fileSize: mapping.count)
    else { return nil }
    let description = UnsafeRawBufferPointer(
      rebasing: mapping.bytes[header.descriptionOffset...])
    guard checksum(description) == header.descriptionChecksum else { return nil }
    var reader = ByteReader(mapping.bytes, from: header.descriptionOffset)
    keyText = reader.text()
    paths = reader.texts()
    sections = reader.list { reader in
      SnapshotSection(
        offset: reader.int(), length: reader.int(), width: reader.int(), checksum: reader.uint64(),
        isZero: reader.int() == 1)
    }
    let isInside = sections.allSatisfy { section in
      section.length >= 0 && section.offset >= 0
        && (section.isZero
          || section.offset % SnapshotSection.alignment == 0
            && section.offset <= header.descriptionOffset
            && section.length <= header.descriptionOffset - section.offset)
    }
    guard isInside, !reader.isBroken else { return nil }
    recordsOffset = reader.position
    self.mapping = mapping
  }

  /// Lays out the columns; nil where anything is not as it was written.
  /// - Parameters:
  ///   - published: the published reports as the data directory states them.
  ///   - threads: how many look at the columns.
  func records(published: [Report], threads: Int = 1) -> StoredRecords? {
    // The description was checked when the file was opened; it is read while others check the rest.
    let isIntact = isIntact(threads)
    var reader = ByteReader(mapping.bytes, from: recordsOffset)
    var columns = SectionReader(sections, of: mapping)
    var records = StoredRecords(&reader, published: published)
    guard isIntact.answer() else { return nil }
    records.table.code(with: &columns)
    for source in records.table.sources.indices {
      let originals: (any OriginalRecords)?
      switch reader.int() {
      case 0: continue
      case 1: originals = TextRecords(&reader, &columns)
      default: originals = ParquetRecords(&reader, &columns)
      }
      guard let originals else { return nil }
      records.table.originals[source] = originals
    }
    guard reader.isAtEnd, columns.isAtEnd, !mapping.wasCutShort, records.table.hasAllRows,
      records.sums.fit(records.table)
    else { return nil }
    return records
  }

  /// Whether every byte of the columns is as it was written.
  private func isIntact(_ threads: Int) -> SharedQuestion {
    // The longest first, so that no thread has one left when the others are done.
    let sections = sections.filter { !$0.isZero }.sorted { $0.length > $1.length }
    let size = sections.reduce(0) { $0 + $1.length }
    return SharedQuestion(
      sections.count, threads: size < Self.worthAThread ? 1 : threads
    ) { [mapping] number in
      let section = sections[number]
      let bytes = mapping.bytes[section.offset..<section.offset + section.length]
      return checksum(UnsafeRawBufferPointer(rebasing: bytes)) == section.checksum
    }
  }

  /// What is smaller is looked at before another thread has started.
  private static let worthAThread = 2 << 20

  /// How much is written between two questions whether it is still wanted.
  private static let pieceSize = 4 << 20

  /// Writes a file, which appears whole or not at all.
  static func write(
    _ records: StoredRecords, of key: SnapshotKey, to path: String, isWanted: () -> Bool
  ) throws(WriteError) {
    var records = records
    var columns = SectionGatherer()
    records.table.code(with: &columns)
    var texts = ByteWriter()
    for original in records.table.originals {
      switch original {
      case let text as TextRecords:
        texts.write(1)
        text.write(to: &texts, &columns)
      case let table as ParquetRecords:
        texts.write(2)
        table.write(to: &texts, &columns)
      default: texts.write(0)
      }
    }
    var description = ByteWriter()
    description.write(key.text)
    description.write(key.paths)
    description.write(columns.sections.map(\.section)) { writer, section in
      for number in [section.offset, section.length, section.width] { writer.write(number) }
      writer.write(section.checksum)
      writer.write(section.isZero ? 1 : 0)
    }
    records.write(to: &description)
    let bytes = description.bytes + texts.bytes
    let header = SnapshotHeader(descriptionOffset: columns.end, bytes)
    try AtomicFile(path: path, replacing: true, isPrivate: true).write {
      sink throws(WriteError) in
      try sink.write(header.bytes)
      for (section, lend) in columns.sections where !section.isZero {
        try lend { bytes throws(WriteError) in
          for start in stride(from: 0, to: bytes.count, by: pieceSize) {
            guard isWanted() else { throw .cancelled }
            let end = min(start + pieceSize, bytes.count)
            try sink.write(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
          }
        }
        let end = section.offset + section.length
        try sink.write([UInt8](repeating: 0, count: -end & (SnapshotSection.alignment - 1)))
      }
      try sink.write(bytes)
    }
  }
}
