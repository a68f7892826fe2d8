import CZlib

/// One zlib stream that unpacks. It lives on the heap because zlib remembers the address.
final class InflateStream {
  /// What stands around the packed bytes, by the number that zlib has for it: 15 bits of window, and
  /// 16 to take gzip alone, 32 to take gzip or zlib; a negative window means a bare stream.
  enum Wrapping: Int32 {
    case none = -15
    case gzip = 31
    case gzipOrZlib = 47
  }

  enum State { case within, ended, damaged }

  private(set) var state = State.within
  private let stream: UnsafeMutablePointer<z_stream>

  init(_ wrapping: Wrapping) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let size = Int32(MemoryLayout<z_stream>.size)
    if inflateInit2_(stream, wrapping.rawValue, ZLIB_VERSION, size) != Z_OK { state = .damaged }
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// Begins anew, as with the next member of a gzip file; false where that cannot be.
  func restart() -> Bool {
    state = .within
    return inflateReset(stream) == Z_OK
  }

  /// Unpacks as much as there is and as fits, and says how many bytes were used and made.
  func inflate(
    _ packed: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer
  ) -> (used: Int, made: Int) {
    guard state == .within else { return (0, 0) }
    let (input, output) = (UInt32(clamping: packed.count), UInt32(clamping: room.count))
    // zlib only reads from here; its type lacks the const.
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: packed.bindMemory(to: UInt8.self).baseAddress)
    stream.pointee.avail_in = input
    stream.pointee.next_out = room.bindMemory(to: UInt8.self).baseAddress
    stream.pointee.avail_out = output
    switch CZlib.inflate(stream, Z_NO_FLUSH) {
    // An error of the buffer is that there is no more to take, or no room to give.
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: state = .ended
    default: state = .damaged
    }
    return (Int(input - stream.pointee.avail_in), Int(output - stream.pointee.avail_out))
  }
}
