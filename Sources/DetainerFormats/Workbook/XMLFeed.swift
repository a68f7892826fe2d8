import CExpat

/// How elements begin and end of which a part has many.
struct PlainElements {
  let start: StaticString
  let end: StaticString
}

/// Hands the bytes of a part to the parser, but for the elements that the reader takes as they
/// stand: to take whole elements out of a text that is well-formed leaves one that is, and the
/// other way round, as long as they are well-formed themselves.
struct XMLFeed<Reader: XMLReader & ~Copyable> {
  /// A tag or comment longer than this is held back by expat and read again with each piece.
  private static var longestToken: Int { 4 << 20 }

  private let parser: XML_Parser
  private let context: UnsafeMutablePointer<XMLContext>
  private let reader: UnsafeMutablePointer<Reader>
  private let plain: PlainElements?
  /// How many bytes the parser was given.
  private var fed = 0

  init(
    _ parser: XML_Parser, _ context: UnsafeMutablePointer<XMLContext>,
    _ reader: UnsafeMutablePointer<Reader>, takesPlain: Bool
  ) {
    self.parser = parser
    self.context = context
    self.reader = reader
    plain = takesPlain ? Reader.plain : nil
  }

  /// Whether the reader has seen enough.
  var isEnough: Bool { context.pointee.isEnough }

  /// Takes the next bytes, and says how many: all, but for the start of an element whose end has
  /// yet to come.
  mutating func take(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool, keepingAtMost most: Int
  ) throws(FileError) -> Int {
    var position = 0
    while let plain, position < bytes.count {
      if isBetweenTokens, reader.pointee.isAmongPlain(at: context.pointee.depth) {
        position += reader.pointee.takePlain(
          UnsafeRawBufferPointer(rebasing: bytes[position...]), &context.pointee)
        if let failure = context.pointee.failure { throw failure }
        if isEnough { return position }
      }
      let start = bytes.first(plain.start, from: position)
      let end = start == position ? bytes.first(plain.end, from: position) : start
      guard let end = end.map({ start == position ? $0 + plain.end.utf8CodeUnitCount : $0 }) else {
        // The element is cut off here, or there are no more.
        let isCut = start != nil && !isLast && bytes.count - position <= most
        if isCut && isBetweenTokens { return position }
        break
      }
      try feed(UnsafeRawBufferPointer(rebasing: bytes[position..<end]), isLast: false)
      position = end
      // Within a comment or the like the parser goes on alone, or it would begin again and again.
      if isEnough || !isBetweenTokens { break }
    }
    if !isEnough {
      try feed(UnsafeRawBufferPointer(rebasing: bytes[position...]), isLast: isLast)
    }
    return bytes.count
  }

  /// Whether the parser has made sense of all that it was given.
  private var isBetweenTokens: Bool {
    Int(XML_GetCurrentByteIndex(parser)) + Int(XML_GetCurrentByteCount(parser)) == fed
  }

  private mutating func feed(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws(FileError) {
    fed += bytes.count
    let status = XML_Parse(
      parser, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), isLast ? 1 : 0)
    if let failure = context.pointee.failure { throw failure }
    if isEnough { return }
    let behind = fed - Int(XML_GetCurrentByteIndex(parser))
    guard status == XML_STATUS_OK, isLast || behind <= Self.longestToken else {
      throw context.pointee.malformed
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Where a text stands first from an offset on; nil where it does not.
  fileprivate func first(_ text: StaticString, from start: Int) -> Int? {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    var offset = start
    while offset <= count - wanted.count {
      if self[offset] == wanted[0], self[offset..<offset + wanted.count].elementsEqual(wanted) {
        return offset
      }
      offset += 1
    }
    return nil
  }
}
