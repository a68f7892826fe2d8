import DetainerModel

/// What is read again from a file, as a snapshot keeps it: the bytes themselves only where they are
/// not those of the file.
extension TextRecords {
  func write(to writer: inout ByteWriter, _ sections: inout SectionGatherer) {
    writer.write(text)
    writer.write(Int(delimiter))
    writer.write(names)
    writer.write(self.sections)
    var (lines, offsets) = (index.lines, index.offsets)
    sections.code(&lines)
    sections.code(&offsets)
    if !text.isOriginal { sections.add(text) }
  }

  /// Reads what was written; nil where the file is no longer the one that was read.
  init?(_ reader: inout ByteReader, _ sections: inout SectionReader) {
    let file = StoredFile(&reader)
    let delimiter = UInt8(truncatingIfNeeded: reader.int())
    let names = reader.texts()
    let parts = reader.sections()
    var (lines, offsets) = (Column<UInt32>(), Column<Int>())
    sections.code(&lines)
    sections.code(&offsets)
    guard lines.count == offsets.count,
      let text = file.bytes(&sections)
    else { return nil }
    self.init(
      names: names, text: text, sections: parts, delimiter: delimiter,
      index: RecordIndex(lines: lines, offsets: offsets))
  }
}

extension ParquetRecords {
  func write(to writer: inout ByteWriter, _ sections: inout SectionGatherer) {
    writer.write(file)
    writer.write(names)
    writer.write(self.sections)
    if !file.isOriginal { sections.add(file) }
  }

  /// Reads what was written; nil where the file is no longer the one that was read.
  convenience init?(_ reader: inout ByteReader, _ sections: inout SectionReader) {
    let stored = StoredFile(&reader)
    let (names, parts) = (reader.texts(), reader.sections())
    guard let file = stored.bytes(&sections) else { return nil }
    self.init(names, parts, nil, file)
  }
}

/// What is kept of a file: where it is, and the state it was in.
private struct StoredFile {
  let path: String
  let identity: FileIdentity
  let isOriginal: Bool

  init(_ reader: inout ByteReader) {
    path = reader.text()
    let (device, inode) = (reader.uint64(), reader.uint64())
    identity = FileIdentity(
      device: device, inode: inode, size: reader.int(), modified: reader.int())
    isOriginal = reader.int() == 1
  }

  /// The file, or the section with what was made of it; nil where it has changed.
  func bytes(_ sections: inout SectionReader) -> FileBytes? {
    let bytes =
      isOriginal
      ? try? FileBytes(path: path, largestInMemory: 0)
      : sections.text(path: path, identity: identity)
    return bytes?.identity == identity ? bytes : nil
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ file: FileBytes) {
    write(file.path)
    for part in [file.identity.device, file.identity.inode] { write(part) }
    for part in [file.identity.size, file.identity.modified] { write(part) }
    write(file.isOriginal ? 1 : 0)
  }

  fileprivate mutating func write(_ sections: [OriginalColumns.Section]) {
    write(sections) { writer, section in
      writer.write(section.line)
      writer.write(section.columns) { $0.write($1) }
      writer.write(section.persons) { $0.write($1) }
      writer.write(section.all.map(\.name))
      writer.write(section.all.map(\.place)) { $0.write($1) }
    }
  }
}

extension ByteReader {
  fileprivate mutating func sections() -> [OriginalColumns.Section] {
    list { reader in
      OriginalColumns.Section(
        line: reader.int(), columns: reader.list { $0.optionalInt() },
        persons: reader.list { $0.int() },
        all: zip(reader.texts(), reader.list { $0.int() }).map {
          OriginalColumns.Named(name: $0, place: $1)
        })
    }
  }
}
