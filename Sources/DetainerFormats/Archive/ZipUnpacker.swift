import CZlib

/// Unpacks one part of an archive, piece by piece.
///
/// It is lent the archive for each piece, so that it may go from one thread to another.
final class ZipUnpacker {
  /// Nil for a part that is stored as it is.
  private let stream: InflateStream?
  /// Where in the archive the packed bytes are that are yet to be used.
  private var packed: Range<Int>
  private let size: Int
  private let checksum: UInt32
  private var made = 0
  private var sum: UInt = 0

  /// Nil for a way of packing that is not known.
  init?(_ packed: Range<Int>, method: Int, size: Int, checksum: UInt32) {
    guard method == 0 || method == 8 else { return nil }
    self.packed = packed
    self.size = size
    self.checksum = checksum
    stream = method == 0 ? nil : InflateStream(.none)
  }

  /// Unpacks as much as fits, or as there is; nothing once all is unpacked and is what was packed,
  /// and nil where it is not.
  func read(
    into buffer: UnsafeMutableRawBufferPointer, from archive: UnsafeRawBufferPointer
  ) -> Int? {
    let target = UnsafeMutableRawBufferPointer(
      rebasing: buffer.prefix(min(buffer.count, size - made + 1)))
    let unpacked =
      if let stream { inflate(stream, archive, to: target) } else {
        copy(archive, to: target)
      }
    guard let count = unpacked, made + count <= size else { return nil }
    if count == 0 { return made == size && sum == UInt(checksum) ? 0 : nil }
    sum = crc32(sum, target.bindMemory(to: UInt8.self).baseAddress, UInt32(count))
    made += count
    return count
  }

  private func copy(
    _ archive: UnsafeRawBufferPointer, to target: UnsafeMutableRawBufferPointer
  ) -> Int {
    let piece = packed.prefix(target.count)
    target.copyBytes(from: archive[piece])
    packed = piece.upperBound..<packed.upperBound
    return piece.count
  }

  private func inflate(
    _ stream: InflateStream, _ archive: UnsafeRawBufferPointer,
    to target: UnsafeMutableRawBufferPointer
  ) -> Int? {
    var made = 0
    while made < target.count, stream.state == .within {
      let piece = stream.inflate(
        UnsafeRawBufferPointer(rebasing: archive[packed]),
        into: UnsafeMutableRawBufferPointer(rebasing: target[made...]))
      packed = packed.lowerBound + piece.used..<packed.upperBound
      made += piece.made
      // No more to take and none to give: the part is cut short.
      if piece.used == 0, piece.made == 0, stream.state == .within { return nil }
    }
    return stream.state == .damaged ? nil : made
  }
}
