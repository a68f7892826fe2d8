/// Reads the compact protocol of Thrift, in which the footer and the headers of pages are written.
///
/// No length or count is believed before it is held against the bytes that are there.
struct ThriftReader {
  /// A field of a structure: its number, and the kind of its value.
  struct Field {
    let number: Int
    let kind: Kind
  }

  /// What a value is.
  enum Kind: UInt8 {
    case yes = 1, no, byte, short, int, long, double, binary, list, set, map, structure, uuid
  }

  /// Structures and lists in one another; those of Parquet are six deep at most.
  private static let depthLimit = 24

  private let bytes: UnsafeRawBufferPointer
  private let fault: ParquetFault
  private var depth = 0
  /// The offset of the next byte.
  private(set) var position: Int

  /// Starts at an offset.
  /// - Parameter fault: is thrown for whatever is not as it should be.
  init(_ bytes: UnsafeRawBufferPointer, from offset: Int = 0, fault: ParquetFault) {
    self.bytes = bytes
    self.fault = fault
    position = offset
  }

  /// Reads a structure; the body takes or skips the value of each field.
  mutating func structure(
    _ body: (inout ThriftReader, Field) throws(ParquetFault) -> Void
  ) throws(ParquetFault) {
    try enter()
    var number = 0
    while true {
      let byte = try self.byte()
      if byte == 0 { break }
      let delta = Int(byte >> 4)
      number = delta == 0 ? try signed() : number + delta
      guard let kind = Kind(rawValue: byte & 15) else { throw fault }
      try body(&self, Field(number: number, kind: kind))
    }
    depth -= 1
  }

  /// Reads the structures of a list.
  mutating func structures(
    _ field: Field, _ body: (inout ThriftReader) throws(ParquetFault) -> Void
  ) throws(ParquetFault) {
    guard field.kind == .list else { throw fault }
    let (count, kind) = try listHead()
    guard kind == .structure else { throw fault }
    for _ in 0..<count { try body(&self) }
  }

  /// Reads a whole number of any width.
  mutating func int(_ field: Field) throws(ParquetFault) -> Int {
    switch field.kind {
    case .short, .int, .long: try signed()
    case .byte: Int(Int8(bitPattern: try byte()))
    default: throw fault
    }
  }

  /// Reads a truth value.
  func bool(_ field: Field) throws(ParquetFault) -> Bool {
    guard field.kind == .yes || field.kind == .no else { throw fault }
    return field.kind == .yes
  }

  /// Reads a text.
  mutating func text(_ field: Field) throws(ParquetFault) -> String {
    guard field.kind == .binary else { throw fault }
    let count = try length()
    defer { position += count }
    return decodeText(UnsafeRawBufferPointer(rebasing: bytes[position..<position + count]))
  }

  /// Steps over the value of a field.
  mutating func skip(_ field: Field) throws(ParquetFault) { try skip(field.kind) }

  private mutating func skip(_ kind: Kind) throws(ParquetFault) {
    switch kind {
    case .yes, .no: return
    case .byte: try step(1)
    case .short, .int, .long: _ = try varint()
    case .double: try step(8)
    case .uuid: try step(16)
    case .binary: try step(try length())
    case .structure:
      try structure { reader, field throws(ParquetFault) in try reader.skip(field.kind) }
    case .list, .set:
      try enter()
      let (count, kind) = try listHead()
      for _ in 0..<count { try skipElement(kind) }
      depth -= 1
    case .map:
      try enter()
      let count = try length()
      if count > 0 {
        let kinds = try byte()
        guard let key = Kind(rawValue: kinds >> 4), let value = Kind(rawValue: kinds & 15) else {
          throw fault
        }
        for _ in 0..<count {
          try skipElement(key)
          try skipElement(value)
        }
      }
      depth -= 1
    }
  }

  /// A truth value, which in a structure is part of the head of its field, is a byte in a list.
  private mutating func skipElement(_ kind: Kind) throws(ParquetFault) {
    try skip(kind == .yes || kind == .no ? .byte : kind)
  }

  private mutating func enter() throws(ParquetFault) {
    depth += 1
    if depth > Self.depthLimit { throw fault }
  }

  private mutating func listHead() throws(ParquetFault) -> (count: Int, kind: Kind) {
    let head = try byte()
    let count = head >> 4 == 15 ? try length() : Int(head >> 4)
    // A list of nothing need not say of what.
    if count == 0 { return (0, .structure) }
    // Every element has a byte at the least.
    guard let kind = Kind(rawValue: head & 15), count <= bytes.count - position else {
      throw fault
    }
    return (count, kind)
  }

  /// A number of bytes or of elements, of which there cannot be more than bytes.
  private mutating func length() throws(ParquetFault) -> Int {
    let length = try varint()
    guard length <= UInt64(bytes.count - position) else { throw fault }
    return Int(length)
  }

  private mutating func signed() throws(ParquetFault) -> Int {
    let number = try varint()
    return Int(bitPattern: UInt(number >> 1)) ^ -Int(number & 1)
  }

  private mutating func varint() throws(ParquetFault) -> UInt64 {
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 70, by: 7) {
      let byte = try byte()
      number |= shift < 64 ? UInt64(byte & 0x7F) << shift : 0
      if byte < 0x80 { return number }
    }
    throw fault
  }

  private mutating func step(_ count: Int) throws(ParquetFault) {
    guard count <= bytes.count - position else { throw fault }
    position += count
  }

  private mutating func byte() throws(ParquetFault) -> UInt8 {
    guard position < bytes.count else { throw fault }
    defer { position += 1 }
    return bytes[position]
  }
}
