/// Reads bytes as UTF-8, or as Windows-1252 if they are not valid UTF-8.
///
/// Old releases come out of Windows programs; a file may even mix both, hence field by field.
func decodeText(_ bytes: UnsafeRawBufferPointer) -> String {
  // Validating is slow, and nearly all text is ASCII.
  if isASCII(bytes) { return String(decoding: bytes, as: UTF8.self) }
  if let text = String(validating: bytes, as: UTF8.self) { return text }
  var scalars = String.UnicodeScalarView()
  for byte in bytes {
    switch byte {
    case 0x80..<0xA0: scalars.append(windows1252[Int(byte) - 0x80])
    default: scalars.append(Unicode.Scalar(byte))
    }
  }
  return String(scalars)
}

/// Looks at eight bytes a step.
private func isASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
  var index = 0
  var seen: UInt64 = 0
  while index &+ 8 <= bytes.count {
    seen |= bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    index &+= 8
  }
  while index < bytes.count {
    seen |= UInt64(bytes[index])
    index &+= 1
  }
  return seen & 0x8080_8080_8080_8080 == 0
}

/// Where Windows-1252 differs from Latin-1 (WHATWG Encoding Standard); unassigned is U+FFFD.
private let windows1252: [Unicode.Scalar] = [
  "€", "\u{FFFD}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{FFFD}", "Ž",
  "\u{FFFD}", "\u{FFFD}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{FFFD}",
  "ž", "Ÿ",
]

extension FileBytes {
  /// The same text as UTF-8 if it is UTF-16 with a byte order mark, else these bytes as they are.
  /// - Throws: `FileError.noRoom` or `.cancelled`.
  func transcodedFromUTF16(
    progress: Progress = { _, _ in true }
  ) throws(FileError) -> FileBytes {
    let bigEndian = withBytes { $0.starts(with: [0xFE, 0xFF]) }
    guard bigEndian || withBytes({ $0.starts(with: [0xFF, 0xFE]) }) else { return self }
    return try withBytes { bytes throws(FileError) in
      var spool = Spool()
      var piece: [UInt8] = []
      var position = 2
      while position + 1 < bytes.count {
        guard progress(position, bytes.count) else { throw .cancelled(path: path) }
        position = transcode(bytes, from: position, bigEndian, into: &piece)
        do throws(SystemError) {
          try piece.withRawBytes { made throws(SystemError) in try spool.append(made) }
        } catch {
          throw FileError(unpacking: path, error)
        }
        piece.removeAll(keepingCapacity: true)
      }
      return try FileBytes(from: self, spool)
    }
  }

  /// The text of a file whatever it is wrapped in: unpacked if it is gzip, UTF-8 if it was UTF-16.
  /// - Throws: what `gunzipped` and `transcodedFromUTF16` throw.
  func unwrapped(progress: Progress = { _, _ in true }) throws(FileError) -> FileBytes {
    let contents = isGzip ? try gunzipped(progress: progress) : self
    return try contents.transcodedFromUTF16(progress: progress)
  }
}

/// Transcodes up to 64 Ki units and returns where the next one starts. A lone half of a pair
/// becomes U+FFFD; an odd last byte is dropped.
private func transcode(
  _ bytes: UnsafeRawBufferPointer, from start: Int, _ bigEndian: Bool, into output: inout [UInt8]
) -> Int {
  func unit(_ index: Int) -> UInt32 {
    let low = UInt32(bytes[bigEndian ? index + 1 : index])
    let high = UInt32(bytes[bigEndian ? index : index + 1])
    return high << 8 | low
  }
  var index = start
  let end = min(start + (1 << 17), bytes.count - 1)
  while index < end {
    var code = unit(index)
    index += 2
    if code >> 10 == 0x36, index + 1 < bytes.count, unit(index) >> 10 == 0x37 {
      code = 0x10000 + (code & 0x3FF) << 10 + unit(index) & 0x3FF
      index += 2
    }
    output.append(contentsOf: String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
  }
  return index
}
