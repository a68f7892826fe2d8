import DetainerModel

/// What is read again from a text, as a snapshot keeps it: the text itself only where it is not
/// that of a file.
extension TextRecords {
  func write(to writer: inout ByteWriter, _ sections: inout SectionGatherer) {
    writer.write(text.path)
    for part in [text.identity.device, text.identity.inode] { writer.write(part) }
    for part in [text.identity.size, text.identity.modified] { writer.write(part) }
    writer.write(text.isOriginal ? 1 : 0)
    writer.write(Int(delimiter))
    writer.write(names)
    writer.write(self.sections) { writer, section in
      writer.write(section.line)
      writer.write(section.columns) { $0.write($1) }
      writer.write(section.persons) { $0.write($1) }
    }
    var (lines, offsets) = (index.lines, index.offsets)
    sections.code(&lines)
    sections.code(&offsets)
    if !text.isOriginal { sections.add(text) }
  }

  /// Reads what was written; nil where the file is no longer the one that was read.
  init?(_ reader: inout ByteReader, _ sections: inout SectionReader) {
    let path = reader.text()
    let (device, inode) = (reader.uint64(), reader.uint64())
    let identity = FileIdentity(
      device: device, inode: inode, size: reader.int(), modified: reader.int())
    let isOriginal = reader.int() == 1
    let delimiter = UInt8(truncatingIfNeeded: reader.int())
    let names = reader.texts()
    let parts = reader.list { reader in
      Section(
        line: reader.int(), columns: reader.list { $0.optionalInt() },
        persons: reader.list { $0.int() })
    }
    var (lines, offsets) = (Column<UInt32>(), Column<Int>())
    sections.code(&lines)
    sections.code(&offsets)
    guard lines.count == offsets.count,
      let text = isOriginal
        ? try? FileBytes(path: path, largestInMemory: 0)
        : sections.text(path: path, identity: identity),
      text.identity == identity
    else { return nil }
    self.init(
      names: names, text: text, sections: parts, delimiter: delimiter,
      index: RecordIndex(lines: lines, offsets: offsets))
  }
}
