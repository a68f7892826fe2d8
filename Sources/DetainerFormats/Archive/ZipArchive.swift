/// The parts of a ZIP archive that is in memory.
///
/// It is read where it lies, so that the file is not opened a second time: it may have an odd name,
/// be the contents of a `.gz`, or be replaced meanwhile.
struct ZipArchive {
  /// A part as the list at the end of the archive states it.
  struct Entry: Sendable {
    /// The name as it stands in the archive.
    let name: String
    let size: Int
    let packedSize: Int
    let isEncrypted: Bool
    /// How it is packed; 99 stands for what is encrypted with AES.
    fileprivate let method: Int
    fileprivate let checksum: UInt32
    /// Where the header before its bytes stands.
    fileprivate let offset: Int
  }

  /// More parts than any workbook has.
  private static let largestCount = 1 << 16

  /// The path of the file, for messages.
  let path: String
  /// The parts in the order of the list.
  private(set) var entries: [Entry] = []
  let bytes: UnsafeRawBufferPointer
  private var places: [String: Int] = [:]

  /// - Parameter bytes: the archive, which outlives this.
  init(_ bytes: UnsafeRawBufferPointer, path: String) throws(FileError) {
    self.path = path
    self.bytes = bytes
    guard let end = ZipEnd(bytes) else { throw .workbook(path: path, .cutShort) }
    guard list(end) else { throw .workbook(path: path, .damagedList) }
  }

  /// The part of a name in whatever case, without a first slash.
  subscript(name: String) -> Entry? { places[Self.key(name)].map { entries[$0] } }

  /// The names of all parts, lower case.
  var names: some Collection<String> { places.keys }

  static func key(_ name: String) -> String {
    let name = name.lowercased().split(separator: "\\", omittingEmptySubsequences: false)
      .joined(separator: "/")
    return String(name.drop { $0 == "/" })
  }

  /// Begins to unpack a part.
  func open(_ entry: Entry) throws(FileError) -> sending ZipUnpacker {
    guard !entry.isEncrypted else { throw .workbook(path: path, .protected) }
    guard !ReadingLimits.standard.isBomb(size: entry.size, packedSize: entry.packedSize) else {
      throw .workbook(path: path, .bomb(part: entry.name))
    }
    if let packing = entry.unknownPacking {
      throw .workbook(path: path, .unknownPacking(part: entry.name, packing))
    }
    guard let unpacker = unpacker(of: entry) else {
      throw .workbook(path: path, .damagedPart(entry.name))
    }
    return unpacker
  }

  /// Begins to unpack a part; nil where its bytes are not where the list says, or are packed in a
  /// way that is not known.
  func unpacker(of entry: Entry) -> sending ZipUnpacker? {
    // The header is as long as in the list, but its name and its extra field need not be.
    let header = bytes[min(entry.offset, bytes.count)...]
    guard header.count >= 30, bytes.number(at: entry.offset, 4) == 0x0403_4B50 else { return nil }
    let start =
      entry.offset + 30 + bytes.number(at: entry.offset + 26, 2)
      + bytes.number(at: entry.offset + 28, 2)
    guard start <= bytes.count, entry.packedSize <= bytes.count - start else { return nil }
    return ZipUnpacker(
      start..<start + entry.packedSize, method: entry.method, size: entry.size,
      checksum: entry.checksum)
  }

  private mutating func list(_ end: ZipEnd) -> Bool {
    var position = end.listStart
    for _ in 0..<end.count {
      guard position + 46 <= end.listEnd, bytes.number(at: position, 4) == 0x0201_4B50,
        entries.count < Self.largestCount
      else { return false }
      let lengths = [28, 30, 32].map { bytes.number(at: position + $0, 2) }
      let next = position + 46 + lengths.reduce(0, +)
      guard next <= end.listEnd else { return false }
      let extra = (position + 46 + lengths[0])..<(position + 46 + lengths[0] + lengths[1])
      // Sizes that do not fit stand in the extra field, in this order.
      var large = LargeNumbers(bytes, in: extra)
      let size = large.number(or: bytes.number(at: position + 24, 4))
      let packed = large.number(or: bytes.number(at: position + 20, 4))
      let offset = large.number(or: bytes.number(at: position + 42, 4))
      guard let size, let packed, let offset, offset <= bytes.count - end.shift else {
        return false
      }
      let flags = bytes.number(at: position + 8, 2)
      let method = bytes.number(at: position + 10, 2)
      let entry = Entry(
        name: name(bytes[(position + 46)..<extra.lowerBound], isUTF8: flags & 0x800 != 0),
        size: size, packedSize: packed,
        isEncrypted: flags & 1 != 0 || method == 99, method: method,
        checksum: UInt32(bytes.number(at: position + 16, 4)), offset: offset + end.shift)
      // Of parts with one name the first counts, as for other programs.
      let key = Self.key(entry.name)
      if places[key] == nil { places[key] = entries.count }
      entries.append(entry)
      position = next
    }
    return true
  }

  private func name(_ bytes: Slice<UnsafeRawBufferPointer>, isUTF8: Bool) -> String {
    if let name = String(validating: bytes, as: UTF8.self) { return name }
    guard !isUTF8 else { return String(decoding: bytes, as: UTF8.self) }
    var name = String.UnicodeScalarView()
    for byte in bytes {
      name.append(byte < 0x80 ? Unicode.Scalar(byte) : TextEncoding.cp437[Int(byte) - 0x80])
    }
    return String(name)
  }
}

extension ZipArchive {
  /// What tells the contents of one part from those of another without unpacking them.
  struct Contents: Hashable, Sendable {
    let size: Int
    let checksum: UInt32
  }
}

extension ZipArchive.Entry {
  /// What is in the part by the list of the archive; nil for one that is empty or that is not
  /// unpacked, of which a copy is no copy.
  var contents: ZipArchive.Contents? {
    guard size > 0, !isEncrypted, unknownPacking == nil else { return nil }
    return ZipArchive.Contents(size: size, checksum: checksum)
  }

  /// The name of the way in which it is packed, where that is not one that is read.
  var unknownPacking: String? {
    switch method {
    case 0, 8: nil
    case 9: "Deflate64"
    case 12: "bzip2"
    case 14: "LZMA"
    case 20, 93: "Zstandard"
    case 95: "xz"
    case 98: "PPMd"
    default: "method \(method)"
    }
  }
}

/// Where the list of the parts of an archive stands.
private struct ZipEnd {
  let count: Int
  let listStart: Int
  let listEnd: Int
  /// How many bytes stand before the archive, as in those that unpack themselves.
  let shift: Int

  /// Finds the mark at the end of an archive; nil where there is none. A list that cannot be where
  /// the mark says has no bytes.
  init?(_ bytes: UnsafeRawBufferPointer) {
    let lowest = max(0, bytes.count - 22 - 0xFFFF)
    guard bytes.count >= 22,
      let end = (lowest...(bytes.count - 22)).last(where: {
        bytes[$0] == 0x50 && bytes.number(at: $0, 4) == 0x0605_4B50
      })
    else { return nil }
    var (count, size) = (bytes.number(at: end + 10, 2), bytes.number(at: end + 12, 4))
    var (offset, listEnd) = (bytes.number(at: end + 16, 4), end)
    // Numbers that do not fit stand in another mark, which a third one leads to.
    if end >= 76, bytes.number(at: end - 20, 4) == 0x0706_4B50 {
      let stated = bytes.number(at: end - 12, 8)
      let isMark = { (at: Int) in
        (0...(end - 76)).contains(at) && bytes.number(at: at, 4) == 0x0606_4B50
      }
      if let mark = [stated, end - 76].first(where: isMark) {
        count = bytes.number(at: mark + 32, 8)
        size = bytes.number(at: mark + 40, 8)
        offset = bytes.number(at: mark + 48, 8)
        listEnd = mark
      }
    }
    let start = listEnd - min(max(0, size), listEnd)
    let isSound = size >= 0 && size <= listEnd && (0...start).contains(offset) && count >= 0
    self.count = isSound ? count : 1
    shift = isSound ? start - offset : 0
    listStart = isSound ? start : listEnd
    self.listEnd = listEnd
  }
}

/// The numbers of a part that need eight bytes.
private struct LargeNumbers {
  private let bytes: UnsafeRawBufferPointer
  private var rest: Range<Int>

  /// Finds them in an extra field, which has more than these.
  init(_ bytes: UnsafeRawBufferPointer, in extra: Range<Int>) {
    self.bytes = bytes
    rest = extra.upperBound..<extra.upperBound
    var position = extra.lowerBound
    while position + 4 <= extra.upperBound {
      let end = position + 4 + bytes.number(at: position + 2, 2)
      guard end <= extra.upperBound else { return }
      if bytes.number(at: position, 2) == 1 {
        rest = (position + 4)..<end
        return
      }
      position = end
    }
  }

  /// A number, or the next of the large ones where it says that it does not fit; nil where that is
  /// missing or makes no sense.
  mutating func number(or small: Int) -> Int? {
    guard small == 0xFFFF_FFFF else { return small }
    guard rest.count >= 8 else { return nil }
    let number = bytes.number(at: rest.lowerBound, 8)
    rest = (rest.lowerBound + 8)..<rest.upperBound
    return number >= 0 ? number : nil
  }
}

extension UnsafeRawBufferPointer {
  /// A number of so many bytes, the lowest first; one of eight may be negative.
  func number(at start: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(self[start + $1]) << (8 * $1) }
  }
}
