import CZlib

/// Unpacks one part of an archive, piece by piece. It lives on the heap because zlib remembers the
/// address.
final class ZipUnpacker {
  private let stream: UnsafeMutablePointer<z_stream>
  private let packed: UnsafeRawBufferPointer
  private let isStored: Bool
  private let size: Int
  private let checksum: UInt32
  private var used = 0
  private var made = 0
  private var sum: UInt = 0
  private var hasEnded = false

  /// Nil for a way of packing that is not known.
  init?(_ packed: UnsafeRawBufferPointer, method: Int, size: Int, checksum: UInt32) {
    guard method == 0 || method == 8 else { return nil }
    self.packed = packed
    isStored = method == 0
    self.size = size
    self.checksum = checksum
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // A negative window means a bare stream.
    hasEnded =
      !isStored
      && inflateInit2_(stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) != Z_OK
  }

  deinit {
    if !isStored { inflateEnd(stream) }
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// Unpacks as much as fits, or as there is; nothing once all is unpacked and is what was packed,
  /// and nil where it is not.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
    let target = UnsafeMutableRawBufferPointer(
      rebasing: buffer.prefix(min(buffer.count, size - made + 1)))
    guard let count = isStored ? copy(to: target) : inflate(to: target), made + count <= size
    else { return nil }
    if count == 0 { return made == size && sum == UInt(checksum) ? 0 : nil }
    sum = crc32(sum, target.bindMemory(to: UInt8.self).baseAddress, UInt32(count))
    made += count
    return count
  }

  private func copy(to target: UnsafeMutableRawBufferPointer) -> Int {
    let piece = packed[used..<min(packed.count, used + target.count)]
    target.copyBytes(from: piece)
    used += piece.count
    return piece.count
  }

  private func inflate(to target: UnsafeMutableRawBufferPointer) -> Int? {
    stream.pointee.next_out = target.bindMemory(to: UInt8.self).baseAddress
    stream.pointee.avail_out = UInt32(target.count)
    while stream.pointee.avail_out > 0, !hasEnded {
      let piece = UnsafeRawBufferPointer(
        rebasing: packed[used..<min(packed.count, used + (1 << 24))])
      // zlib only reads from here; its type lacks the const.
      stream.pointee.next_in = UnsafeMutablePointer(
        mutating: piece.bindMemory(to: UInt8.self).baseAddress)
      stream.pointee.avail_in = UInt32(piece.count)
      let code = CZlib.inflate(stream, Z_NO_FLUSH)
      let taken = piece.count - Int(stream.pointee.avail_in)
      used += taken
      switch code {
      case Z_STREAM_END: hasEnded = true
      case Z_OK: continue
      // No more to take and none to give: the part is cut short.
      case Z_BUF_ERROR where taken > 0: continue
      default: return nil
      }
    }
    return target.count - Int(stream.pointee.avail_out)
  }
}
