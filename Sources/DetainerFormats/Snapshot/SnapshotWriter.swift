import DetainerModel

/// A section on its way into a snapshot.
private enum Section {
  case bytes([UInt8])
  case column(Column<UInt8>)
  case text(FileBytes)

  var size: Int {
    switch self {
    case .bytes(let bytes): bytes.count
    case .column(let column): column.count
    case .text(let text): text.size
    }
  }

  func withBytes<Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    switch self {
    case .bytes(let bytes): try bytes.withRawBytes(body)
    case .column(let column): try column.withRawBytes(body)
    case .text(let text): try text.withBytes(body)
    }
  }

  /// The sum by which the section is checked whenever it is opened.
  var sum: UInt64 {
    var sum = UInt64(0)
    withBytes { sum = checksum($0) }
    // 0 says that there is none.
    return max(1, sum)
  }
}

/// Lays data out as a snapshot and writes it, column by column from where it lies.
struct SnapshotWriter {
  /// How much is written between two questions whether it is still wanted.
  private static let pieceSize = 4 << 20

  private var sections: [(section: Section, sum: UInt64)] = []
  private let size: Int

  /// Plans a snapshot; nil when a text that belongs into it cannot be had any more.
  init?(_ dataset: Dataset, key: SnapshotKey) {
    for parts in [encoded(key), encoded(DatasetParts(dataset))] {
      sections.append((.bytes(parts), Section.bytes(parts).sum))
    }
    for records in dataset.table.originals {
      guard let records = records as? TextRecords else { continue }
      sections.append((.column(records.index.lines.bytes), 0))
      sections.append((.column(records.index.offsets.bytes), 0))
      guard !records.text.isFileItself else { continue }
      guard let text = records.text.bytes else { return nil }
      sections.append((.text(text), 0))
    }
    var columns = ColumnSections()
    var table = dataset.table
    table.visitColumns(&columns)
    sections += columns.sections
    var end = Self.start(of: sections.count)
    for (section, _) in sections { end = SnapshotFile.aligned(end + section.size) }
    size = end
  }

  /// Writes it to a file that is empty, and seals it.
  /// - Throws: ``WriteError/cancelled`` once it is not wanted any more.
  func write(to file: OpenFile, path: String, isWanted: () -> Bool) throws(WriteError) {
    func reporting<Result>(
      _ step: () throws(SystemError) -> Result
    ) throws(WriteError) -> Result {
      do throws(SystemError) { return try step() } catch { throw WriteError(error, .file(path)) }
    }
    // What the file system makes of the time is what it will say later.
    try reporting { () throws(SystemError) in try file.setModified(OpenFile.now) }
    let seal = try reporting { () throws(SystemError) in try file.status().identity.modified }
    var sink = FileSink(file, target: .file(path))
    let head = head(seal: seal)
    try head.withRawBytes { bytes throws(WriteError) in try sink.write(bytes) }
    for (section, _) in sections {
      try section.withBytes { bytes throws(WriteError) in
        var rest = bytes
        while !rest.isEmpty {
          guard isWanted() else { throw .cancelled }
          try sink.write(UnsafeRawBufferPointer(rebasing: rest.prefix(Self.pieceSize)))
          rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(Self.pieceSize))
        }
      }
      let gap = SnapshotFile.aligned(section.size) - section.size
      try [UInt8](repeating: 0, count: gap).withRawBytes { bytes throws(WriteError) in
        try sink.write(bytes)
      }
    }
    try sink.flush()
    guard isWanted() else { throw .cancelled }
    try reporting { () throws(SystemError) in
      try file.setModified(seal)
      try file.synchronise()
    }
  }

  /// The header and the table of sections.
  private func head(seal: Int) -> [UInt8] {
    var table: [UInt64] = []
    var offset = Self.start(of: sections.count)
    for (section, sum) in sections {
      table += [UInt64(offset), UInt64(section.size), sum]
      offset = SnapshotFile.aligned(offset + section.size)
    }
    var header = [
      SnapshotFile.mark, SnapshotFile.byteOrder, SnapshotFile.version, UInt64(size),
      UInt64(UInt(bitPattern: seal)), UInt64(sections.count), table.withUnsafeBytes(checksum),
    ]
    header.append(header.withUnsafeBytes(checksum))
    var bytes = (header + table).withUnsafeBytes { Array($0) }
    bytes += Array(repeating: 0, count: Self.start(of: sections.count) - bytes.count)
    return bytes
  }

  private static func start(of sections: Int) -> Int {
    SnapshotFile.aligned(SnapshotFile.headerSize + sections * SnapshotFile.entrySize)
  }
}

private func encoded(_ part: some SnapshotPart) -> [UInt8] {
  var writer = PartWriter()
  writer.add(part)
  return writer.contents
}

/// Gathers the columns of a table as sections.
private struct ColumnSections: ColumnVisitor {
  private(set) var sections: [(section: Section, sum: UInt64)] = []

  mutating func visit<Element>(_ column: inout Column<Element>) {
    sections.append((.column(column.bytes), 0))
  }

  mutating func visit(_ codes: inout Codes, below limit: Int) {
    switch codes {
    case .narrow(var column): visit(&column)
    case .medium(var column): visit(&column)
    case .wide(var column): visit(&column)
    }
  }

  /// Dictionaries are small and everything refers into them: they are checked at every opening.
  mutating func visit(_ dictionary: inout TextDictionary) {
    for section in [Section.column(dictionary.arena.bytes), .column(dictionary.ends.bytes)] {
      sections.append((section, section.sum))
    }
  }
}
