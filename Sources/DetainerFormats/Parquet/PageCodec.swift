import CSnappy
import CZlib
import CZstd

/// How the pages of a column are packed.
enum PageCodec: Int {
  case none = 0
  case snappy = 1
  case gzip = 2
  case zstd = 6

  /// What a codec is called, of those that are not read too.
  static func name(of number: Int) -> String {
    switch number {
    case 3: "LZO"
    case 4: "brotli"
    case 5, 7: "LZ4"
    default: "codec \(number)"
    }
  }

  /// Zeros behind what was unpacked, so that whole words can be read up to its end.
  static let padding = 16

  /// How much more than the packed bytes is made room for before it is known to be needed.
  private static let firstGuess = (times: 32, beside: 64 << 10)

  /// Unpacks what stands behind the first bytes of a page, which are as they are; it must come to a
  /// size, and is followed by the padding.
  func unpacked(
    _ packed: UnsafeRawBufferPointer, size: Int, behind first: UnsafeRawBufferPointer
  ) throws(ParquetFault) -> [UInt8] {
    if size == 0 { return Array(first) + [UInt8](repeating: 0, count: Self.padding) }
    if self == .none {
      guard packed.count == size else { throw .damagedPage }
      return Array(first) + packed + [UInt8](repeating: 0, count: Self.padding)
    }
    // What a page claims is not taken from the memory until as much has come out of it.
    var room = min(size, packed.count * Self.firstGuess.times + Self.firstGuess.beside)
    while true {
      var made: Int?
      let bytes = [UInt8](unsafeUninitializedCapacity: first.count + room + Self.padding) {
        buffer, count in
        let target = UnsafeMutableRawBufferPointer(buffer)
        target.copyMemory(from: first)
        made = unpack(
          packed,
          into: UnsafeMutableRawBufferPointer(
            rebasing: target[first.count..<first.count + room]))
        let end = first.count + min(made ?? 0, room)
        for index in end..<end + Self.padding { target[index] = 0 }
        count = end + Self.padding
      }
      guard let made else { throw .damagedPage }
      if made == size { return bytes }
      guard made > room, room < size, self != .snappy else { throw .damagedPage }
      room = min(size, room * 2)
    }
  }

  /// Unpacks into some room and says how many bytes came; one more than the room has if it was not
  /// enough, nil if the bytes make no sense.
  private func unpack(
    _ packed: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer
  ) -> Int? {
    switch self {
    case .none: nil
    case .snappy: Self.unsnap(packed, into: room)
    case .gzip: Self.inflate(packed, into: room)
    case .zstd: Self.unpackZstd(packed, into: room)
    }
  }

  private static func unsnap(
    _ packed: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer
  ) -> Int? {
    let source = packed.bindMemory(to: CChar.self).baseAddress
    var made = 0
    guard snappy_uncompressed_length(source, packed.count, &made) == SNAPPY_OK,
      made <= room.count
    else { return nil }
    let target = room.bindMemory(to: CChar.self).baseAddress
    return snappy_uncompress(source, packed.count, target, &made) == SNAPPY_OK ? made : nil
  }

  private static func unpackZstd(
    _ packed: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer
  ) -> Int? {
    let made = ZSTD_decompress(room.baseAddress, room.count, packed.baseAddress, packed.count)
    if ZSTD_isError(made) == 0 { return made }
    return ZSTD_getErrorCode(made) == ZSTD_error_dstSize_tooSmall ? room.count + 1 : nil
  }

  private static func inflate(
    _ packed: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer
  ) -> Int? {
    let stream = InflateStream(.gzipOrZlib)
    let made = stream.inflate(packed, into: room).made
    return switch stream.state {
    case .ended: made
    case .within: made == room.count ? room.count + 1 : nil
    case .damaged: nil
    }
  }
}

/// The checksum of a page as it stands in the file.
func pageChecksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
  UInt32(truncatingIfNeeded: crc32_z(0, bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count))
}
