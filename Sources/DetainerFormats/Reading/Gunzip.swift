import CZlib
import Text

extension FileBytes {
  /// Whether the contents, not the name, say that this is a gzip file.
  var isGzip: Bool { withBytes { $0.starts(with: [0x1F, 0x8B]) } }

  /// The contents of a gzip file, all its members one after the other.
  ///
  /// Contents beyond 64 MiB go to an unnamed temporary file in `$TMPDIR` or `/tmp`.
  /// - Throws: `FileError.truncated`, `.damaged`, `.noRoom` or `.cancelled`.
  func gunzipped(progress: Progress = { _, _ in true }) throws(FileError) -> FileBytes {
    try gunzipped(largestInMemory: Spool.largestInMemory, progress: progress)
  }

  func gunzipped(largestInMemory: Int, progress: Progress) throws(FileError) -> FileBytes {
    var spool = Spool(largestInMemory: largestInMemory)
    var remarks: [FileRemark] = []
    try withBytes { bytes throws(FileError) in
      let inflater = Inflater()
      var position = 0
      while position < bytes.count {
        guard progress(position, bytes.count) else { throw .cancelled(path: path) }
        let piece = bytes[position..<min(position + Inflater.pieceSize, bytes.count)]
        do throws(SystemError) {
          position += try inflater.inflate(UnsafeRawBufferPointer(rebasing: piece), into: &spool)
        } catch {
          throw FileError(unpacking: path, error)
        }
        switch inflater.state {
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
          guard inflater.restart() else { throw .damaged(path: path, readable: spool.count) }
        }
      }
      throw .truncated(path: path, readable: spool.count)
    }
    return try FileBytes(from: self, spool, remarks)
  }
}

/// One zlib stream. It lives on the heap because zlib remembers the address.
private final class Inflater {
  enum State { case within, ended, damaged }

  static let pieceSize = 1 << 18

  private(set) var state = State.within
  private let stream: UnsafeMutablePointer<z_stream>
  private let output = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 bits of window, and 16 to take gzip files only.
    let code = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    if code != Z_OK { state = .damaged }
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
    output.deallocate()
  }

  func restart() -> Bool {
    state = .within
    return inflateReset(stream) == Z_OK
  }

  /// Returns how many of the bytes were used; fewer than all only if `state` has changed.
  func inflate(
    _ input: UnsafeRawBufferPointer, into spool: inout Spool
  ) throws(SystemError) -> Int {
    // zlib only reads from here; its type lacks the const.
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: input.bindMemory(to: UInt8.self).baseAddress)
    stream.pointee.avail_in = UInt32(input.count)
    repeat {
      stream.pointee.next_out = output.bindMemory(to: UInt8.self).baseAddress
      stream.pointee.avail_out = UInt32(output.count)
      let code = CZlib.inflate(stream, Z_NO_FLUSH)
      let made = output.count - Int(stream.pointee.avail_out)
      try spool.append(UnsafeRawBufferPointer(rebasing: output[..<made]))
      switch code {
      case Z_OK, Z_BUF_ERROR: continue
      case Z_STREAM_END: state = .ended
      default: state = .damaged
      }
      break
    } while stream.pointee.avail_out == 0 || stream.pointee.avail_in > 0
    return input.count - Int(stream.pointee.avail_in)
  }
}
