import CZlib

/// One zlib stream. It lives on the heap because zlib remembers the address.
final class Deflater {
  /// What stands around the packed bytes.
  enum Frame: Int32 {
    /// That of a gzip file: 15 bits of window, and 16 for the frame.
    case gzip = 31
    /// Nothing, as in archives.
    case none = -15
  }

  private let stream: UnsafeMutablePointer<z_stream>
  private let output = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  private let isReady: Bool

  /// - Parameter isFast: whether time counts for more than size.
  init(_ frame: Frame, isFast: Bool = false) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    isReady =
      deflateInit2_(
        stream, isFast ? Z_BEST_SPEED : Z_DEFAULT_COMPRESSION, Z_DEFLATED, frame.rawValue, 8,
        Z_DEFAULT_STRATEGY,
        ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit {
    deflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
    output.deallocate()
  }

  /// Packs bytes, and lends what comes of it; false when zlib cannot work.
  func pack<Failure: Error>(
    _ bytes: UnsafeRawBufferPointer, _ flush: Int32,
    _ take: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    begin(bytes)
    repeat {
      guard let made = next(flush) else { return false }
      try take(made)
    } while stream.pointee.avail_out == 0
    return true
  }

  private func begin(_ bytes: UnsafeRawBufferPointer) {
    // zlib only reads from here; its type lacks the const.
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: bytes.bindMemory(to: UInt8.self).baseAddress)
    stream.pointee.avail_in = UInt32(bytes.count)
  }

  /// The next packed bytes, good until the next call; nil when zlib cannot work.
  private func next(_ flush: Int32) -> UnsafeRawBufferPointer? {
    guard isReady else { return nil }
    stream.pointee.next_out = output.bindMemory(to: UInt8.self).baseAddress
    stream.pointee.avail_out = UInt32(output.count)
    guard deflate(stream, flush) != Z_STREAM_ERROR else { return nil }
    return UnsafeRawBufferPointer(
      rebasing: output[..<(output.count - Int(stream.pointee.avail_out))])
  }
}
