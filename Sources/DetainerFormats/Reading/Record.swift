extension DelimitedReader {
  /// Where the fields of one record are; made once by the caller and filled again and again.
  struct Record: Sendable {
    struct Flags: OptionSet {
      let rawValue: Int
      static let quoted = Flags(rawValue: 1)
      static let escaped = Flags(rawValue: 2)
    }

    /// Two words a field: the length carries the flags in its low bits.
    private struct Field: Sendable {
      let start: Int
      let lengthAndFlags: Int
    }

    /// The physical line the record starts on, counted from 1.
    private(set) var line = 1
    /// The offset of its first byte.
    private(set) var byteOffset = 0
    fileprivate var scratch: [UInt8] = []
    private var fields = ContiguousArray<Field>()

    /// Makes an empty record.
    init() {}

    /// How many fields the record has.
    @inline(__always)
    var count: Int { fields.count }

    /// The bytes of a field without its outer quotes, doubled quotes still doubled.
    @inline(__always)
    func range(_ index: Int) -> Range<Int> {
      let field = fields[index]
      return field.start..<(field.start &+ field.lengthAndFlags &>> 2)
    }

    /// Whether a field was written in quotes, so that an empty one was meant to be empty.
    func isQuoted(_ index: Int) -> Bool { flags(index).contains(.quoted) }

    /// Whether the bytes of a field differ from its value, because it has quotes inside.
    @inline(__always)
    func isEscaped(_ index: Int) -> Bool { flags(index).contains(.escaped) }

    private func flags(_ index: Int) -> Flags { Flags(rawValue: fields[index].lengthAndFlags & 3) }

    mutating func restart(line: Int, byteOffset: Int) {
      self.line = line
      self.byteOffset = byteOffset
      fields.removeAll(keepingCapacity: true)
    }

    @inline(__always)
    mutating func append(from start: Int, to end: Int, _ flags: Flags) {
      fields.append(Field(start: start, lengthAndFlags: (end &- start) &<< 2 | flags.rawValue))
    }
  }

  /// Lends the value of a field to `body`: bytes of the file, or of a reused copy if quotes
  /// inside have to be undone.
  @inline(__always)
  func withField<Result>(
    _ index: Int, of record: inout Record, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    let raw = UnsafeRawBufferPointer(rebasing: bytes[record.range(index)])
    guard record.isEscaped(index) else { return try body(raw) }
    undoQuotes(raw, into: &record.scratch)
    return try record.scratch.withUnsafeBytes(body)
  }

  /// The value of a field as text; bytes that are not UTF-8 are read as Windows-1252.
  func text(_ index: Int, of record: Record) -> String {
    let raw = UnsafeRawBufferPointer(rebasing: bytes[record.range(index)])
    guard record.isEscaped(index) else { return decodeText(raw) }
    var value: [UInt8] = []
    undoQuotes(raw, into: &value)
    return value.withUnsafeBytes(decodeText)
  }
}

/// Two quotes are one; a single one has closed the field, and what follows it is kept as it is.
private func undoQuotes(_ raw: UnsafeRawBufferPointer, into value: inout [UInt8]) {
  value.removeAll(keepingCapacity: true)
  var index = 0
  while index < raw.count {
    if raw[index] == Byte.quote {
      guard index + 1 < raw.count, raw[index + 1] == Byte.quote else {
        value.append(contentsOf: raw[(index + 1)...])
        return
      }
      index += 1
    }
    value.append(raw[index])
    index += 1
  }
}
