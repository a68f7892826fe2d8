import CMinizip

/// Bytes in memory with a place to read from, as minizip wants a file to be.
struct MemoryFile {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  fileprivate mutating func read(into buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
    let count = min(count, bytes.count - position)
    guard count > 0 else { return 0 }
    UnsafeMutableRawBufferPointer(start: buffer, count: count)
      .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[position..<(position + count)]))
    position += count
    return count
  }

  /// False for a place outside the file, which stays where it was.
  fileprivate mutating func seek(_ offset: UInt64, from origin: Int32) -> Bool {
    let base =
      switch origin {
      case ZLIB_FILEFUNC_SEEK_CUR: position
      case ZLIB_FILEFUNC_SEEK_END: bytes.count
      default: 0
      }
    let target = base.addingReportingOverflow(Int(truncatingIfNeeded: offset))
    guard !target.overflow, (0...bytes.count).contains(target.partialValue) else { return false }
    position = target.partialValue
    return true
  }

  /// The functions by which minizip reads `file`, which outlives them.
  static func functions(for file: UnsafeMutablePointer<MemoryFile>) -> zlib_filefunc64_def {
    zlib_filefunc64_def(
      zopen64_file: { file, _, _ in file },
      zread_file: { _, file, buffer, count in
        guard let file, let buffer else { return 0 }
        return UInt(
          file.assumingMemoryBound(to: MemoryFile.self).pointee
            .read(into: buffer, Int(clamping: count)))
      },
      zwrite_file: { _, _, _, _ in 0 },
      ztell64_file: { _, file in
        guard let file else { return 0 }
        return UInt64(file.assumingMemoryBound(to: MemoryFile.self).pointee.position)
      },
      zseek64_file: { _, file, offset, origin in
        guard let file else { return -1 }
        let isDone = file.assumingMemoryBound(to: MemoryFile.self).pointee
          .seek(offset, from: origin)
        return isDone ? 0 : -1
      },
      zclose_file: { _, _ in 0 },
      zerror_file: { _, _ in 0 },
      opaque: UnsafeMutableRawPointer(file))
  }
}
