import Text

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
    case 0x80...: scalars.append(TextEncoding.windows1252[Int(byte) - 0x80])
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

extension FileBytes {
  /// The same text as UTF-8 if it is UTF-16, else these bytes as they are.
  /// - Parameter stated: the order of the bytes, where it is said; else a byte order mark or the
  ///   bytes themselves tell.
  /// - Throws: `FileError.noRoom` or `.cancelled`.
  func transcodedFromUTF16(
    _ stated: UTF16Order? = nil, progress: Progress = { _, _ in true }
  ) throws(FileError) -> FileBytes {
    let found = withBytes { bytes in
      UTF16Order(markOf: bytes).map { ($0, 2) }
        ?? (stated ?? UTF16Order(guessing: bytes)).map {
          ($0, 0)
        }
    }
    guard let (order, start) = found else { return self }
    let bigEndian = order == .bigEndian
    return try withBytes { bytes throws(FileError) in
      var spool = Spool()
      var piece: [UInt8] = []
      var position = start
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

  /// The text of a file whatever it is wrapped in: unpacked if it is gzip, UTF-8 if it was
  /// something else, without the zeros that fill it up.
  /// - Throws: what the steps throw.
  func unwrapped(
    _ encoding: TextEncoding? = nil, progress: Progress = { _, _ in true }
  ) throws(FileError) -> FileBytes {
    let contents = isGzip ? try gunzipped(progress: progress) : self
    return try contents.decoded(encoding, progress: progress).withoutPadding()
  }

  private func decoded(
    _ encoding: TextEncoding?, progress: Progress
  ) throws(FileError) -> FileBytes {
    let kind = withBytes { sniffContent($0) }
    switch encoding {
    // What a package says of a text does not make one of a workbook.
    case .bytes(let letters) where kind == .delimitedText:
      return try decoded(letters, progress: progress)
    case .utf16(let order) where [.utf16Text, .binary].contains(kind):
      return try transcodedFromUTF16(order, progress: progress)
    default: return kind == .utf16Text ? try transcodedFromUTF16(progress: progress) : self
    }
  }

  /// A text without the zeros behind its end, with which some disks and servers fill up.
  func withoutPadding() -> FileBytes {
    let end = withBytes { bytes in
      guard bytes.last == 0, case let end = endOfText(bytes), end > 0,
        sniffContent(UnsafeRawBufferPointer(rebasing: bytes[..<end])) == .delimitedText
      else { return bytes.count }
      return end
    }
    guard end < size else { return self }
    return FileBytes(
      first: end, of: self,
      FileRemark(
        code: .paddedFile,
        text: "is filled up with \(counted(size - end, "zero byte")); they are left out."))
  }

  /// The end of the bytes without the zeros behind them, which may be nearly all there are: they are
  /// looked at in stretches, each from its beginning, as disks are read, and memory is given back
  /// on the way.
  private func endOfText(_ bytes: UnsafeRawBufferPointer) -> Int {
    let stretch = 4 << 20
    var end = bytes.count
    while end > stretch,
      UnsafeRawBufferPointer(rebasing: bytes[(end - stretch)..<end]).allZero
    {
      end -= stretch
      forget()
    }
    return bytes[..<end].lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
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
