import CZlib

/// Writes an archive from the first byte to the last: each file is packed as it comes, its size and
/// checksum follow it, and the list of all files ends the archive (APPNOTE of PKWARE, 4.3).
///
/// What is larger than 4 GiB would need the fields of Zip64, which some readers of workbooks do not
/// know: it is refused.
struct ZipWriter<Base: ByteSink> {
  private struct Entry {
    let name: [UInt8]
    let offset: Int
    var checksum: UInt
    var packedSize = 0
    var size = 0
  }

  private(set) var base: Base
  private var entries: [Entry] = []
  private var offset = 0

  init(_ base: Base) { self.base = base }

  /// Adds a file with what `body` writes.
  mutating func add(
    _ name: String, _ body: (inout ZipEntrySink<Base>) throws(WriteError) -> Void
  ) throws(WriteError) {
    let name = Array(name.utf8)
    var entry = Entry(name: name, offset: offset, checksum: crc32(0, nil, 0))
    var header = ZipRecord(signature: 0x0403_4B50)
    header.appendCommon(checksum: 0, packedSize: 0, size: 0, nameLength: name.count)
    try put(header.bytes + name)
    var sink = ZipEntrySink(base, checksum: entry.checksum)
    try body(&sink)
    try sink.finish()
    base = sink.base
    (entry.checksum, entry.size, entry.packedSize) = (sink.checksum, sink.size, sink.packedSize)
    offset += entry.packedSize
    var descriptor = ZipRecord(signature: 0x0807_4B50)
    descriptor.append32(Int(entry.checksum))
    descriptor.append32(entry.packedSize)
    descriptor.append32(entry.size)
    try put(descriptor.bytes)
    guard offset < Int(UInt32.max), entry.size < Int(UInt32.max) else {
      throw .tooLarge(format: "a workbook", instead: "CSV, SQLite or Parquet")
    }
    entries.append(entry)
  }

  /// Ends the archive.
  mutating func finish() throws(WriteError) {
    let start = offset
    for entry in entries {
      var record = ZipRecord(signature: 0x0201_4B50)
      record.append16(20)
      record.appendCommon(
        checksum: entry.checksum, packedSize: entry.packedSize, size: entry.size,
        nameLength: entry.name.count)
      // No comment, the first disk, and no attributes, the outer of which take four bytes.
      for _ in 0..<5 { record.append16(0) }
      record.append32(entry.offset)
      try put(record.bytes + entry.name)
    }
    var end = ZipRecord(signature: 0x0605_4B50)
    end.append32(0)
    end.append16(entries.count)
    end.append16(entries.count)
    end.append32(offset - start)
    end.append32(start)
    end.append16(0)
    try put(end.bytes)
  }

  private mutating func put(_ bytes: [UInt8]) throws(WriteError) {
    try base.write(bytes)
    offset += bytes.count
  }
}

/// Takes the bytes of one file of an archive.
struct ZipEntrySink<Base: ByteSink>: ByteSink {
  fileprivate private(set) var base: Base
  fileprivate private(set) var checksum: UInt
  fileprivate private(set) var size = 0
  fileprivate private(set) var packedSize = 0
  // The sheets of large workbooks are mostly the same few words.
  private let deflater = Deflater(.none, isFast: true)

  fileprivate init(_ base: Base, checksum: UInt) {
    self.base = base
    self.checksum = checksum
  }

  mutating func write(_ bytes: UnsafeRawBufferPointer) throws(WriteError) {
    checksum = crc32(checksum, bytes.bindMemory(to: UInt8.self).baseAddress, UInt32(bytes.count))
    size += bytes.count
    try pass(bytes, Z_NO_FLUSH)
  }

  mutating func rowsWritten(_ count: Int) throws(WriteError) { try base.rowsWritten(count) }

  fileprivate mutating func finish() throws(WriteError) {
    try pass(UnsafeRawBufferPointer(start: nil, count: 0), Z_FINISH)
  }

  private mutating func pass(_ bytes: UnsafeRawBufferPointer, _ flush: Int32) throws(WriteError) {
    let isPacked = try deflater.pack(bytes, flush) { made throws(WriteError) in
      packedSize += made.count
      try base.write(made)
    }
    if !isPacked { throw .library("zlib", reason: "there is no memory to pack with") }
  }
}

/// A record of an archive under way, in the order of bytes of archives.
private struct ZipRecord {
  private(set) var bytes: [UInt8] = []

  init(signature: Int) { append32(signature) }

  mutating func append16(_ number: Int) {
    bytes += [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
  }

  mutating func append32(_ number: Int) {
    append16(number)
    append16(number >> 16)
  }

  /// What the head of a file and its entry in the list have in common.
  mutating func appendCommon(checksum: UInt, packedSize: Int, size: Int, nameLength: Int) {
    append16(20)
    // The sizes follow the file, and names are UTF-8.
    append16(1 << 3 | 1 << 11)
    append16(8)
    // The first day that an archive can name, so that the same rows are the same bytes.
    append16(0)
    append16(1 << 5 | 1)
    append32(Int(checksum))
    append32(packedSize)
    append32(size)
    append16(nameLength)
    append16(0)
  }
}
