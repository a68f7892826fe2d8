/// UTF-8 under construction: one line of an export, kept between lines for its memory.
struct TextBuffer {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(_ more: [UInt8]) { bytes.append(contentsOf: more) }

  mutating func append(_ more: UnsafeRawBufferPointer) { bytes.append(contentsOf: more) }

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// Takes spaces off the end.
  mutating func trim() {
    while bytes.last == Byte.space { bytes.removeLast() }
  }

  mutating func empty(into sink: inout some ByteSink) throws(WriteError) {
    try bytes.withRawBytes { raw throws(WriteError) in try sink.write(raw) }
    bytes.removeAll(keepingCapacity: true)
  }
}
