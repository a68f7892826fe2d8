/// The bytes of a paste up to the bracket that ends it.
struct PastedBytes {
  /// The bracket behind a paste.
  private static let end = Array("\u{1B}[201~".utf8)
  /// Bytes kept of one paste; the rest is taken and dropped.
  private static let longest = 1 << 20
  /// Bytes after which even a paste without an end is over.
  private static let endless = 1 << 24

  private var bytes: [UInt8] = []
  /// How many of the last bytes may be the beginning of the end.
  private var matched = 0
  private var count = 0

  /// How many bytes can be taken without one that stands behind the end; none when that has come.
  var room: Int { count < Self.endless ? Self.end.count - matched : 0 }

  /// Takes in what came.
  mutating func append(_ part: some Sequence<UInt8>) {
    for byte in part {
      // The bracket begins with a byte that it has once.
      matched = byte == Self.end[matched] ? matched + 1 : byte == Self.end[0] ? 1 : 0
      count += 1
      if count <= Self.longest { bytes.append(byte) }
      if matched == Self.end.count { return }
    }
  }

  /// The text; control characters but tab and the end of a line are dropped.
  var text: String {
    let kept = bytes.dropLast(matched == Self.end.count && count <= Self.longest ? matched : 0)
    var text = String.UnicodeScalarView()
    for scalar in String(decoding: kept, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A: text.append(scalar)
      case 0x0D: text.append("\n")
      case 0..<0x20, 0x7F..<0xA0: break
      default: text.append(scalar)
      }
    }
    return String(text)
  }
}
