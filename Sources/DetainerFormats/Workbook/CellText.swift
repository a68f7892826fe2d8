/// Text of a cell as a field of comma-separated text.
struct CellText: ~Copyable {
  private var value = ByteBuffer()

  /// Appends a text, in quotes if need be, on one line and with its escapes undone.
  @inline(__always)
  mutating func append(_ text: UnsafeRawBufferPointer, to output: inout ByteBuffer) {
    for byte in text where isSpecial(byte) { return appendCarefully(text, to: &output) }
    output.append(text)
  }

  private mutating func appendCarefully(
    _ text: UnsafeRawBufferPointer, to output: inout ByteBuffer
  ) {
    decode(text)
    output.appendCSV(value.bytes)
  }

  /// Line ends and other control characters become one space for each run of them, so that a row
  /// is one line.
  private mutating func decode(_ text: UnsafeRawBufferPointer) {
    value.removeAll()
    var isInControls = false
    var index = 0
    while index < text.count {
      var scalar: Unicode.Scalar?
      if text[index] == underscore, let (escaped, length) = escape(text, at: index) {
        scalar = escaped
        index += length
      } else if text[index] < 0x20 {
        scalar = Unicode.Scalar(text[index])
        index += 1
      }
      guard let scalar else {
        value.append(text[index])
        index += 1
        isInControls = false
        continue
      }
      if scalar.value < 0x20 {
        if !isInControls { value.append(Byte.space) }
        isInControls = true
      } else {
        value.append(scalar)
        isInControls = false
      }
    }
  }

  /// `_x000D_`: a UTF-16 unit, or a pair of them, in what XML cannot hold or Excel would not keep.
  private func escape(
    _ text: UnsafeRawBufferPointer, at index: Int
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    guard let high = unit(text, at: index) else { return nil }
    if let scalar = Unicode.Scalar(high) { return (scalar, 7) }
    if high < 0xDC00, let low = unit(text, at: index + 7), low >> 10 == 0x37,
      let scalar = Unicode.Scalar(0x10000 + (high & 0x3FF) << 10 + low & 0x3FF)
    {
      return (scalar, 14)
    }
    return ("\u{FFFD}", 7)
  }

  private func unit(_ text: UnsafeRawBufferPointer, at index: Int) -> UInt32? {
    guard index + 7 <= text.count, text[index] == underscore,
      text[index + 1] == UInt8(ascii: "x"), text[index + 6] == underscore
    else { return nil }
    var unit: UInt32 = 0
    for byte in text[(index + 2)..<(index + 6)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }
}

private let underscore = UInt8(ascii: "_")

@inline(__always)
private func isSpecial(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte == Byte.comma || byte == Byte.quote || byte == 0x5F
}
