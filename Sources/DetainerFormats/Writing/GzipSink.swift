import CZlib

/// Packs what it is given and hands it on, as one gzip file without a name and a time in it: the
/// same contents are the same bytes.
struct GzipSink<Base: ByteSink>: ByteSink {
  /// Where the packed bytes go.
  private(set) var base: Base
  private let target: WriteTarget
  private let deflater = Deflater(.gzip)

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

  mutating func rowsWritten(_ count: Int) throws(WriteError) { try base.rowsWritten(count) }

  private mutating func pass(_ bytes: UnsafeRawBufferPointer, _ flush: Int32) throws(WriteError) {
    let isPacked = try deflater.pack(bytes, flush) { made throws(WriteError) in try base.write(made)
    }
    if !isPacked { throw .library("zlib", reason: "there is no memory to pack with") }
  }
}
