import CMinizip

/// The parts of a ZIP archive that is in memory.
///
/// minizip reads it through the functions of `MemoryFile`, so that the file is not opened a second
/// time: it may have an odd name, be the contents of a `.gz`, or be replaced meanwhile.
final class ZipArchive {
  /// A part as the list at the end of the archive states it.
  struct Entry {
    /// The name as it stands in the archive.
    let name: String
    let size: Int
    let packedSize: Int
    let isEncrypted: Bool
    fileprivate let position: unz64_file_pos
  }

  /// More parts than any workbook has.
  private static let largestCount = 1 << 16

  /// The path of the file, for messages.
  let path: String
  private let file: UnsafeMutablePointer<MemoryFile>
  let handle: unzFile
  private var entries: [String: Entry] = [:]

  /// - Parameter bytes: the archive, which outlives this.
  init(_ bytes: UnsafeRawBufferPointer, path: String) throws(FileError) {
    self.path = path
    file = .allocate(capacity: 1)
    file.initialize(to: MemoryFile(bytes))
    var functions = MemoryFile.functions(for: file)
    guard let handle = unzOpen2_64("", &functions) else {
      file.deallocate()
      throw .workbook(path: path, hasEnd(bytes) ? .damagedList : .cutShort)
    }
    self.handle = handle
    guard list(size: bytes.count) else { throw .workbook(path: path, .damagedList) }
  }

  deinit {
    unzClose(handle)
    file.deallocate()
  }

  /// The part of a name in whatever case, without a first slash.
  subscript(name: String) -> Entry? { entries[Self.key(name)] }

  /// The names of all parts, lower case.
  var names: some Collection<String> { entries.keys }

  static func key(_ name: String) -> String {
    let name = name.lowercased().split(separator: "\\", omittingEmptySubsequences: false)
      .joined(separator: "/")
    return String(name.drop { $0 == "/" })
  }

  /// Makes a part the current one of `handle`.
  func open(_ entry: Entry) throws(FileError) {
    guard !entry.isEncrypted else { throw .workbook(path: path, .protected) }
    // minizip gives no more than the stated size, so that this is all there is to check.
    guard entry.size <= 64 << 20 || entry.size / 200 <= entry.packedSize else {
      throw .workbook(path: path, .bomb(part: entry.name))
    }
    var position = entry.position
    guard unzGoToFilePos64(handle, &position) == UNZ_OK, unzOpenCurrentFile(handle) == UNZ_OK
    else { throw .workbook(path: path, .damagedPart(entry.name)) }
  }

  private func list(size: Int) -> Bool {
    var code = unzGoToFirstFile(handle)
    var name = [CChar](repeating: 0, count: 1024)
    var count = 0
    while code == UNZ_OK {
      var info = unz_file_info64()
      var position = unz64_file_pos()
      count += 1
      guard count <= Self.largestCount,
        unzGetCurrentFileInfo64(handle, &info, &name, UInt(name.count - 1), nil, 0, nil, 0)
          == UNZ_OK,
        unzGetFilePos64(handle, &position) == UNZ_OK,
        let unpacked = Int(exactly: info.uncompressed_size)
      else { return false }
      let text = name.withUnsafeBytes {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      let entry = Entry(
        name: text, size: unpacked, packedSize: Int(min(info.compressed_size, UInt64(size))),
        isEncrypted: info.flag & 1 != 0, position: position)
      // Of parts with one name the first counts, as for minizip itself.
      let key = Self.key(text)
      if entries[key] == nil { entries[key] = entry }
      code = unzGoToNextFile(handle)
    }
    return code == UNZ_END_OF_LIST_OF_FILE
  }
}

/// Whether the mark that ends an archive is near the end of the bytes.
private func hasEnd(_ bytes: UnsafeRawBufferPointer) -> Bool {
  let end = bytes.suffix(1 << 16)
  return end.indices.contains { end[$0...].starts(with: [0x50, 0x4B, 0x05, 0x06]) }
}
