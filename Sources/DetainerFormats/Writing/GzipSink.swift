import CZlib

/// Packs what it is given and hands it on, as one gzip file without a name and a time in it: the
/// same contents are the same bytes.
struct GzipSink<Base: ByteSink>: ByteSink {
  /// Where the packed bytes go.
  private(set) var base: Base
  private let target: WriteTarget
  private let deflater = Deflater()

  init(_ base: Base, target: WriteTarget) {
    self.base = base
    self.target = target
  }

  mutating func write(_ bytes: UnsafeRawBufferPointer) throws(WriteError) {
    try pass(bytes, Z_NO_FLUSH)
  }

  /// Packs what is left and ends the file.
  mutating func finish() throws(WriteError) {
    try pass(UnsafeRawBufferPointer(start: nil, count: 0), Z_FINISH)
  }

  private mutating func pass(_ bytes: UnsafeRawBufferPointer, _ flush: Int32) throws(WriteError) {
    deflater.begin(bytes)
    repeat {
      guard let made = deflater.next(flush) else {
        throw .failed(target, reason: "zlib has no memory to pack it")
      }
      try base.write(made)
    } while deflater.isPending
  }
}

/// One zlib stream. It lives on the heap because zlib remembers the address.
private final class Deflater {
  private let stream: UnsafeMutablePointer<z_stream>
  private let output = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  private let isReady: Bool

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 bits of window, and 16 for the frame of a gzip file.
    isReady =
      deflateInit2_(
        stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit {
    deflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
    output.deallocate()
  }

  /// Whether there is more to come of what was given.
  var isPending: Bool { stream.pointee.avail_out == 0 }

  func begin(_ bytes: UnsafeRawBufferPointer) {
    // zlib only reads from here; its type lacks the const.
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: bytes.bindMemory(to: UInt8.self).baseAddress)
    stream.pointee.avail_in = UInt32(bytes.count)
  }

  /// The next packed bytes, good until the next call; nil when zlib cannot work.
  func next(_ flush: Int32) -> UnsafeRawBufferPointer? {
    guard isReady else { return nil }
    stream.pointee.next_out = output.bindMemory(to: UInt8.self).baseAddress
    stream.pointee.avail_out = UInt32(output.count)
    guard deflate(stream, flush) != Z_STREAM_ERROR else { return nil }
    return UnsafeRawBufferPointer(
      rebasing: output[..<(output.count - Int(stream.pointee.avail_out))])
  }
}
