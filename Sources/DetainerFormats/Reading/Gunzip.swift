import Text

extension FileBytes {
  /// Whether the contents, not the name, say that this is a gzip file.
  var isGzip: Bool { withBytes { $0.starts(with: [0x1F, 0x8B]) } }

  /// The contents of a gzip file, all its members one after the other.
  ///
  /// Contents beyond 64 MiB go to an unnamed temporary file in `$TMPDIR` or `/tmp`.
  /// - Throws: `FileError.truncated`, `.damaged`, `.bomb`, `.noRoom` or `.cancelled`.
  func gunzipped(progress: Progress = { _, _ in true }) throws(FileError) -> FileBytes {
    try gunzipped(largestInMemory: Spool.largestInMemory, progress: progress)
  }

  func gunzipped(
    largestInMemory: Int, limits: ReadingLimits = .standard, progress: Progress
  ) throws(FileError) -> FileBytes {
    var spool = Spool(largestInMemory: largestInMemory)
    var remarks: [FileRemark] = []
    try withBytes { bytes throws(FileError) in
      let stream = InflateStream(.gzip)
      let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
      defer { room.deallocate() }
      var position = 0
      while position < bytes.count {
        guard progress(position, bytes.count) else { throw .cancelled(path: path) }
        let piece = bytes[position..<min(position + room.count, bytes.count)]
        let most = limits.largest(unpackedFrom: piece.endIndex)
        do throws(SystemError) {
          position += try stream.inflate(
            UnsafeRawBufferPointer(rebasing: piece), into: &spool, upTo: most, by: room)
        } catch {
          throw FileError(unpacking: path, error)
        }
        guard spool.count <= most else { throw .bomb(path: path) }
        switch stream.state {
        case .within: continue
        case .damaged: throw .damaged(path: path, readable: spool.count)
        case .ended:
          let rest = UnsafeRawBufferPointer(rebasing: bytes[position...])
          // Tapes and some servers fill up with zeros.
          if rest.allSatisfy({ $0 == 0 }) { return }
          // What is not a further member was never packed: nothing of this file is lost.
          guard rest.starts(with: [0x1F, 0x8B]) else {
            remarks.append(
              FileRemark(
                code: .trailingBytes,
                text: "has \(counted(rest.count, "byte")) behind its end; they are left out."))
            return
          }
          guard stream.restart() else { throw .damaged(path: path, readable: spool.count) }
        }
      }
      throw .truncated(path: path, readable: spool.count)
    }
    return try FileBytes(from: self, spool, remarks)
  }
}

extension InflateStream {
  /// Unpacks bytes into a spool by way of some room, and says how many were used; fewer than all
  /// only if the state has changed or the spool holds more than it may.
  fileprivate func inflate(
    _ packed: UnsafeRawBufferPointer, into spool: inout Spool,
    upTo most: Int, by room: UnsafeMutableRawBufferPointer
  ) throws(SystemError) -> Int {
    var used = 0
    while true {
      let piece = inflate(UnsafeRawBufferPointer(rebasing: packed[used...]), into: room)
      used += piece.used
      try spool.append(UnsafeRawBufferPointer(rebasing: room[..<piece.made]))
      if spool.count > most { return used }
      if state != .within || piece.made < room.count && used == packed.count { return used }
    }
  }
}
