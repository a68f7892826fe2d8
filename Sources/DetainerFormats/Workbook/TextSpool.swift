/// A buffer in front of a spool, which is written to in large pieces only.
struct TextSpool: ~Copyable {
  private static let pieceSize = 1 << 18

  var buffer = ByteBuffer(capacity: TextSpool.pieceSize + (1 << 12))
  private var spool = Spool()

  /// How much there is in all.
  var count: Int { spool.count + buffer.count }

  /// Whether all of it is still in the buffer.
  var isInBuffer: Bool { spool.count == 0 }

  /// Empties the buffer into the spool once it is large.
  @inline(__always)
  mutating func settle() throws(SystemError) {
    if buffer.count >= Self.pieceSize { try flush() }
  }

  private mutating func flush() throws(SystemError) {
    try spool.append(buffer.bytes)
    buffer.removeAll()
  }

  /// All of it, in place of the file it was made of.
  consuming func finish(for file: FileBytes) throws(FileError) -> FileBytes {
    do throws(SystemError) {
      try flush()
    } catch {
      throw FileError(unpacking: file.path, error)
    }
    return try FileBytes(from: file, spool)
  }
}
