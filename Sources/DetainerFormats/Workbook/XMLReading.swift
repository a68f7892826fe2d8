import CExpat

/// Something that makes sense of the events of a part.
protocol XMLReader: ~Copyable {
  /// The functions that expat calls; their first argument is an `XMLContext`.
  static var events: XMLEvents { get }
}

/// The functions that expat calls for the start and the end of elements and the text in them.
struct XMLEvents {
  let start: XML_StartElementHandler
  let end: XML_EndElementHandler
  let text: XML_CharacterDataHandler
}

extension ZipArchive {
  /// As much as is unpacked and read at a time.
  private static let pieceSize = 1 << 16
  /// A tag or comment longer than this is held back by expat and read again with each piece.
  private static let longestToken = 4 << 20

  /// Unpacks a part and tells the reader of its elements, in pieces.
  /// - Parameter progress: is called with the bytes of the packed part that were used.
  func read<Reader: XMLReader & ~Copyable>(
    _ entry: Entry, with reader: inout Reader, progress: (Int) -> Bool
  ) throws(FileError) {
    let unpacker = try open(entry)
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
        try feed(unpacker, of: entry, to: parser, context, progress: progress)
      }
    }
  }

  private func feed(
    _ unpacker: ZipUnpacker, of entry: Entry, to parser: XML_Parser,
    _ context: UnsafeMutablePointer<XMLContext>, progress: (Int) -> Bool
  ) throws(FileError) {
    var made = 0
    while true {
      let part = min(1, Double(made) / Double(max(1, entry.size)))
      guard progress(Int(Double(entry.packedSize) * part)) else { throw .cancelled(path: path) }
      guard let buffer = XML_GetBuffer(parser, Int32(Self.pieceSize)) else {
        throw .failed(path: path, .noMemory)
      }
      // The checksum is compared when all has been read, so it comes before the last word.
      let piece = UnsafeMutableRawBufferPointer(start: buffer, count: Self.pieceSize)
      guard let count = unpacker.read(into: piece) else {
        throw .workbook(path: path, .damagedPart(entry.name))
      }
      made += count
      let status = XML_ParseBuffer(parser, Int32(count), count == 0 ? 1 : 0)
      if let failure = context.pointee.failure { throw failure }
      if context.pointee.isEnough { return }
      let behind = made - Int(XML_GetCurrentByteIndex(parser))
      guard status == XML_STATUS_OK, count == 0 || behind <= Self.longestToken else {
        let line = Int(XML_GetCurrentLineNumber(parser))
        throw .workbook(path: path, .malformed(part: entry.name, line: line))
      }
      if count == 0 { return }
    }
  }
}
