import DetainerModel

/// The layout of a snapshot: a header, a table of sections, and the sections, all in the byte order
/// and the sizes of this machine.
///
/// The header has eight words: a mark, the byte order, the version, the size of the file, its seal,
/// the number of sections, the checksum of the table, and that of the words before. The table has
/// three words for each section: offset, size, and checksum, which is 0 for columns of rows.
///
/// Columns of rows have no checksum because looking at all of them would take longer than the
/// question they are opened for. What vouches for them is the **seal**: the writer sets the time of
/// modification, to the nanosecond, and writes it into the header, so that whoever changes a byte
/// or the size later breaks it; the file is on the disk before it gets its name.
enum SnapshotFile {
  /// Any change of the layout, or of what the model keeps, is another version.
  static let version: UInt64 = 1
  static let mark = UInt64(littleEndian: 0x7061_6E73_726F_6464)  // ddorsnap
  static let byteOrder: UInt64 = 0x0102_0304_0506_0708
  static let headerSize = 64
  static let entrySize = 24
  /// Columns begin where a line of the processor's cache does.
  static let alignment = 64

  static func aligned(_ offset: Int) -> Int { (offset + alignment - 1) & ~(alignment - 1) }
}

/// A snapshot that was opened and found sound: its sections in their order.
struct OpenSnapshot {
  let mapping: Mapping
  private let entries: [(offset: Int, size: Int, sum: UInt64)]
  /// The section that is taken next.
  private var next = 0

  /// Opens a snapshot; any doubt is an error.
  init(path: String) throws(SnapshotDoubt) {
    guard let file = try? OpenFile(reading: path), let status = try? file.status(),
      status.kind == .file, status.identity.size >= SnapshotFile.headerSize,
      let mapping = try? Mapping(file, count: status.identity.size, isReadInOrder: false)
    else { throw SnapshotDoubt() }
    self.mapping = mapping
    let bytes = mapping.bytes
    func word(_ index: Int) -> UInt64 { bytes.load(fromByteOffset: index * 8, as: UInt64.self) }
    let size = status.identity.size
    let room = (size - SnapshotFile.headerSize) / SnapshotFile.entrySize
    guard word(0) == SnapshotFile.mark, word(1) == SnapshotFile.byteOrder,
      word(2) == SnapshotFile.version, word(3) == UInt64(size),
      Int(truncatingIfNeeded: word(4)) == status.identity.modified,
      word(5) <= UInt64(room),
      word(7) == checksum(UnsafeRawBufferPointer(rebasing: bytes[..<56]))
    else { throw SnapshotDoubt() }
    let count = Int(word(5))
    let tableEnd = SnapshotFile.headerSize + count * SnapshotFile.entrySize
    let table = UnsafeRawBufferPointer(rebasing: bytes[SnapshotFile.headerSize..<tableEnd])
    guard word(6) == checksum(table) else { throw SnapshotDoubt() }
    entries = (0..<count).map { entry in
      let first = SnapshotFile.headerSize / 8 + entry * 3
      return (
        Int(truncatingIfNeeded: word(first)), Int(truncatingIfNeeded: word(first + 1)),
        word(first + 2)
      )
    }
    let isInside = entries.allSatisfy { offset, length, _ in
      offset >= tableEnd && offset % SnapshotFile.alignment == 0 && length >= 0
        && offset <= size && length <= size - offset
    }
    guard isInside else { throw SnapshotDoubt() }
  }

  /// Takes the next section.
  mutating func take() throws(SnapshotDoubt) -> Column<UInt8> {
    guard next < entries.count else { throw SnapshotDoubt() }
    let (offset, size, sum) = entries[next]
    next += 1
    let section = Column<UInt8>(
      address: mapping.address + UInt(offset), count: size, owner: mapping)
    guard sum == 0 || section.withUnsafeBytes(checksum) == sum else { throw SnapshotDoubt() }
    return section
  }

  /// Takes the next section as numbers.
  mutating func take<Element>(
    as type: Element.Type = Element.self
  ) throws(SnapshotDoubt) -> Column<Element> {
    let (section, width) = (try take(), MemoryLayout<Element>.size)
    guard section.count % width == 0 else { throw SnapshotDoubt() }
    return section.numbers()
  }

  /// Takes the next section as parts.
  mutating func take<Part: SnapshotPart>() throws(SnapshotDoubt) -> Part {
    let section = try take()
    let part: Result<Part, SnapshotDoubt> = section.withUnsafeBytes { bytes in
      do throws(SnapshotDoubt) {
        var reader = try PartReader(bytes)
        return .success(try reader.read())
      } catch {
        return .failure(error)
      }
    }
    return try part.get()
  }
}
