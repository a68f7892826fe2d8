import CExpat

/// Something that makes sense of the events of a part.
protocol XMLReader: ~Copyable {
  /// The functions that expat calls; their first argument is an `XMLContext`.
  static var events: XMLEvents { get }
  /// The elements that a part consists of; nil where there are few of any kind.
  static var plain: PlainElements? { get }

  /// Whether the parser has come to where these elements stand beside one another.
  func isAmongPlain(at depth: Int) -> Bool
  /// Takes those at the start of some bytes that are written in the plainest way, as if the parser
  /// had told of them, and says how many bytes they have. Behind the bytes stands a zero.
  mutating func takePlain(_ bytes: UnsafeRawBufferPointer, _ context: inout XMLContext) -> Int
}

extension XMLReader where Self: ~Copyable {
  static var plain: PlainElements? { nil }
  func isAmongPlain(at depth: Int) -> Bool { false }
  mutating func takePlain(_ bytes: UnsafeRawBufferPointer, _ context: inout XMLContext) -> Int { 0 }
}

/// The functions that expat calls for the start and the end of elements and the text in them.
struct XMLEvents {
  let start: XML_StartElementHandler
  let end: XML_EndElementHandler
  let text: XML_CharacterDataHandler
}

extension ZipArchive {
  /// As much as is unpacked and read at a time.
  private static let pieceSize = 1 << 18
  /// Less than this is not worth a thread.
  private static let leastAhead = 1 << 20

  /// Unpacks a part and tells the reader of its elements, in pieces.
  /// - Parameters:
  ///   - file: the archive, where a thread is to unpack ahead.
  ///   - takesPlain: whether plain elements may be read without the parser.
  ///   - progress: is called with the bytes of the packed part that were used.
  func read<Reader: XMLReader & ~Copyable>(
    _ entry: Entry, with reader: inout Reader, aheadIn file: FileBytes? = nil,
    takesPlain: Bool = true, progress: (Int) -> Bool
  ) throws(FileError) {
    let pieces = try pieces(of: entry, aheadIn: file)
    guard let parser = XML_ParserCreate(nil) else {
      throw .failed(path: path, .noMemory)
    }
    defer { XML_ParserFree(parser) }
    try withUnsafeMutablePointer(to: &reader) { reader throws(FileError) in
      var context = XMLContext(
        parser, reader: UnsafeMutableRawPointer(reader), part: entry.name, path: path)
      try withUnsafeMutablePointer(to: &context) { context throws(FileError) in
        XML_SetUserData(parser, context)
        XML_SetElementHandler(parser, Reader.events.start, Reader.events.end)
        XML_SetCharacterDataHandler(parser, Reader.events.text)
        // Without a document type there are no entities, and nothing to expand.
        XML_SetStartDoctypeDeclHandler(parser) { raw, _, _, _, _ in
          guard let context = raw?.assumingMemoryBound(to: XMLContext.self) else { return }
          context.pointee.stop(.documentType(part: context.pointee.part))
        }
        var feed = XMLFeed(parser, context, reader, takesPlain: takesPlain)
        try unpack(entry, by: pieces, into: &feed, progress: progress)
      }
    }
  }

  /// What fills memory with the next bytes of a part, and says how many there were: none at the
  /// end, nil where they cannot be unpacked.
  private func pieces(
    of entry: Entry, aheadIn file: FileBytes?
  ) throws(FileError) -> (UnsafeMutableRawBufferPointer) -> Int? {
    if let file, entry.size > Self.leastAhead {
      let ahead = PiecesAhead(try open(entry), of: file)
      return { ahead.read(into: $0) }
    }
    let unpacker = try open(entry)
    return { [bytes] in unpacker.read(into: $0, from: bytes) }
  }

  private func unpack<Reader: XMLReader & ~Copyable>(
    _ entry: Entry, by fill: (UnsafeMutableRawBufferPointer) -> Int?,
    into feed: inout XMLFeed<Reader>, progress: (Int) -> Bool
  ) throws(FileError) {
    let room = UnsafeMutableRawBufferPointer.allocate(
      byteCount: Self.pieceSize + 1, alignment: 16)
    defer { room.deallocate() }
    var made = 0
    // The start of an element whose end has not come yet.
    var kept = 0
    while true {
      let part = min(1, Double(made) / Double(max(1, entry.size)))
      guard progress(Int(Double(entry.packedSize) * part)) else { throw .cancelled(path: path) }
      // The checksum is compared when all has been read, so it comes before the last word.
      let piece = UnsafeMutableRawBufferPointer(rebasing: room[kept..<Self.pieceSize])
      guard let count = fill(piece) else {
        throw .workbook(path: path, .damagedPart(entry.name))
      }
      made += count
      let end = kept + count
      room[end] = 0
      let used = try feed.take(
        UnsafeRawBufferPointer(rebasing: room[..<end]), isLast: count == 0,
        keepingAtMost: Self.pieceSize / 2)
      if count == 0 || feed.isEnough { return }
      kept = end - used
      room.copyMemory(from: UnsafeRawBufferPointer(rebasing: room[used..<end]))
    }
  }
}
