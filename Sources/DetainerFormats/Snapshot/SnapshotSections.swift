import DetainerModel

/// A stretch of a snapshot file: the numbers of one column, or a text.
struct SnapshotSection {
  /// Sections begin at multiples of this, so that numbers of every size are aligned.
  static let alignment = 64

  /// Where it begins in the file; without meaning for zeros.
  var offset: Int
  /// How many bytes it has.
  let length: Int
  /// How many bytes each number has.
  let width: Int
  let checksum: UInt64
  /// Whether all bytes are 0, so that none is in the file.
  let isZero: Bool
}

/// Gathers the columns of a table that go into a file.
struct SectionGatherer: ColumnCoder {
  /// The bytes of a section, lent to whoever asks.
  typealias Lender = ((UnsafeRawBufferPointer) throws(WriteError) -> Void) throws(WriteError) ->
    Void

  private(set) var sections: [(section: SnapshotSection, lend: Lender)] = []
  /// Where the next section begins.
  private(set) var end = SnapshotHeader.length

  mutating func code<Element: FixedWidthInteger & Sendable>(_ column: inout Column<Element>) {
    let column = column
    add(width: MemoryLayout<Element>.stride) { body throws(WriteError) in
      try column.lendingBytes(to: body)
    }
  }

  mutating func code(_ codes: inout Codes) {
    switch codes {
    case .narrow(var codes): code(&codes)
    case .medium(var codes): code(&codes)
    case .wide(var codes): code(&codes)
    }
  }

  /// Adds a text.
  mutating func add(_ text: FileBytes) {
    add(width: 1) { body throws(WriteError) in
      try text.withBytes { bytes throws(WriteError) in try body(bytes) }
    }
  }

  private mutating func add(width: Int, _ lend: @escaping Lender) {
    var section: SnapshotSection?
    // Looking at the bytes cannot fail.
    try? lend { bytes in
      let isZero = bytes.allZero
      section = SnapshotSection(
        offset: isZero ? 0 : end, length: bytes.count, width: width,
        checksum: isZero ? 0 : checksum(bytes), isZero: isZero)
    }
    guard let section else { return }
    sections.append((section, lend))
    if !section.isZero {
      end += (section.length + SnapshotSection.alignment - 1) & -SnapshotSection.alignment
    }
  }
}

/// Lays the columns of a table over the sections of a mapped file.
struct SectionReader: ColumnCoder {
  private var sections: ArraySlice<SnapshotSection>
  private let mapping: Mapping
  /// Whether a section is missing, of another width, or not as long as whole numbers are.
  private(set) var isBroken = false

  init(_ sections: [SnapshotSection], of mapping: Mapping) {
    self.sections = sections[...]
    self.mapping = mapping
  }

  /// Whether every section was laid out.
  var isAtEnd: Bool { !isBroken && sections.isEmpty }

  mutating func code<Element: FixedWidthInteger & Sendable>(_ column: inout Column<Element>) {
    guard let section = sections.popFirst() else {
      isBroken = true
      return
    }
    column = self.column(section)
  }

  mutating func code(_ codes: inout Codes) {
    guard let section = sections.popFirst() else {
      isBroken = true
      return
    }
    switch section.width {
    case 1: codes = .narrow(column(section))
    case 2: codes = .medium(column(section))
    default: codes = .wide(column(section))
    }
  }

  /// Takes the next section as the text of a file.
  mutating func text(path: String, identity: FileIdentity) -> FileBytes? {
    guard let section = sections.popFirst(), !section.isZero else {
      isBroken = true
      return nil
    }
    return FileBytes(
      path: path, identity: identity, section.offset..<section.offset + section.length,
      of: mapping)
  }

  private mutating func column<Element>(_ section: SnapshotSection) -> Column<Element> {
    let stride = MemoryLayout<Element>.stride
    guard section.width == stride, section.length % stride == 0 else {
      isBroken = true
      return Column()
    }
    let count = section.length / stride
    guard section.isZero else {
      return Column(
        address: mapping.address + UInt(section.offset), count: count, owner: mapping)
    }
    guard let zeros = try? Mapping(zeros: section.length) else {
      isBroken = true
      return Column()
    }
    return Column(address: zeros.address, count: count, owner: zeros)
  }
}

extension Column {
  /// As `withUnsafeBytes`, but errors keep their type.
  fileprivate func lendingBytes(
    to body: (UnsafeRawBufferPointer) throws(WriteError) -> Void
  ) throws(WriteError) {
    var failure: WriteError?
    withUnsafeBytes { bytes in
      do throws(WriteError) { try body(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
  }
}
