/// The first bytes of a snapshot: what it is, and where the description of the rest stands.
struct SnapshotHeader: Equatable {
  /// How many bytes there are before the first section.
  static let length = 64
  /// Changes with whatever is written otherwise.
  private static let format: UInt64 = 12
  /// `DDORSNAP`; read by a machine of the other byte order it is another number.
  private static let magic: UInt64 = 0x5041_4E53_524F_4444

  /// Where the description begins.
  let descriptionOffset: Int
  let descriptionLength: Int
  let descriptionChecksum: UInt64

  /// The size of the whole file; the description stands at its end.
  var fileSize: Int { descriptionOffset + descriptionLength }

  init(descriptionOffset: Int, _ description: [UInt8]) {
    self.descriptionOffset = descriptionOffset
    descriptionLength = description.count
    descriptionChecksum = description.withUnsafeBytes { checksum($0) }
  }

  /// Reads a header; nil where there is none of this format, or not of a file of this size.
  init?(_ bytes: UnsafeRawBufferPointer, fileSize: Int) {
    guard bytes.count >= Self.length else { return nil }
    func word(_ index: Int) -> UInt64 {
      bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)
    }
    let own = checksum(UnsafeRawBufferPointer(rebasing: bytes[..<(Self.length - 8)]))
    guard word(0) == Self.magic, word(1) == Self.format, word(7) == own,
      let offset = Int(exactly: word(2)), let length = Int(exactly: word(3)),
      offset >= Self.length, length >= 0, offset <= fileSize, length == fileSize - offset
    else { return nil }
    descriptionOffset = offset
    descriptionLength = length
    descriptionChecksum = word(4)
  }

  /// The header as it stands in the file.
  var bytes: [UInt8] {
    let words = [
      Self.magic, Self.format, UInt64(descriptionOffset), UInt64(descriptionLength),
      descriptionChecksum, 0, 0,
    ]
    let bytes = words.flatMap { word in withUnsafeBytes(of: word) { Array($0) } }
    let own = bytes.withUnsafeBytes { checksum($0) }
    return bytes + withUnsafeBytes(of: own) { Array($0) }
  }
}
