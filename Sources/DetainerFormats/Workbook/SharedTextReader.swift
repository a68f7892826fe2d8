/// Reads the part with the shared texts.
struct SharedTextReader: ~Copyable, XMLReader {
  private let path: String
  private var texts = TextSpool()
  private var ends = TextSpool()
  private var text = ByteBuffer()
  private var cellText = CellText()
  private var isTaking = false
  /// Inside of how Japanese text is pronounced, which is not part of the text.
  private var isInPhonetics = false
  private var count = 0

  init(_ path: String) { self.path = path }

  static let events = XMLEvents(
    start: { raw, name, attributes in
      guard let raw, let name, let attributes else { return }
      let context = raw.assumingMemoryBound(to: XMLContext.self)
      context.pointee.enter()
      if attributes[0] != nil { context.pointee.note(attributes) }
      reader(context).pointee.start(name, &context.pointee)
    },
    end: { raw, name in
      guard let raw, let name else { return }
      let context = raw.assumingMemoryBound(to: XMLContext.self)
      context.pointee.leave()
      reader(context).pointee.end(name, &context.pointee)
    },
    text: { raw, text, count in
      guard let raw, let text else { return }
      let context = raw.assumingMemoryBound(to: XMLContext.self)
      reader(context).pointee.take(
        UnsafeRawBufferPointer(start: text, count: Int(count)), &context.pointee)
    })

  @inline(__always)
  private static func reader(
    _ context: UnsafeMutablePointer<XMLContext>
  ) -> UnsafeMutablePointer<SharedTextReader> {
    context.pointee.reader.assumingMemoryBound(to: SharedTextReader.self)
  }

  private mutating func start(_ name: XMLName, _ context: inout XMLContext) {
    let local = name.local
    if local.equals("t") {
      isTaking = !isInPhonetics
    } else if local.equals("si") {
      text.removeAll()
      isInPhonetics = false
    } else if local.equals("rPh") {
      isInPhonetics = true
    } else {
      context.note(name)
    }
  }

  private mutating func end(_ name: XMLName, _ context: inout XMLContext) {
    let local = name.local
    if local.equals("t") {
      isTaking = false
    } else if local.equals("rPh") {
      isInPhonetics = false
    } else if local.equals("si") {
      keep(text.bytes, &context)
    }
  }

  @inline(__always)
  private mutating func keep(_ text: UnsafeRawBufferPointer, _ context: inout XMLContext) {
    count += 1
    cellText.append(text, to: &texts.buffer)
    withUnsafeBytes(of: texts.count) { ends.buffer.append($0) }
    do throws(SystemError) {
      try texts.settle()
      try ends.settle()
    } catch {
      context.stop(FileError(unpacking: path, error))
    }
  }

  private mutating func take(_ piece: UnsafeRawBufferPointer, _ context: inout XMLContext) {
    guard isTaking else { return }
    text.append(piece)
    if text.count > SheetReader.longestCell {
      context.stop(.longText(number: count))
    }
  }

  // MARK: Plain texts

  static var plain: PlainElements? { PlainElements(start: "<si>", end: "</si>") }

  func isAmongPlain(at depth: Int) -> Bool { depth == 1 }

  mutating func takePlain(_ bytes: UnsafeRawBufferPointer, _ context: inout XMLContext) -> Int {
    var used = 0
    while !context.isStopped, var xml = PlainXML(bytes, from: used), xml.skip("<si>"),
      xml.skip("<t>") || xml.skip("<t xml:space=\"preserve\">"), let text = xml.characters(),
      xml.skip("</t></si>")
    {
      keep(UnsafeRawBufferPointer(rebasing: bytes[text]), &context)
      used = xml.position
    }
    return used
  }

  consuming func finish(
    for file: FileBytes
  ) throws(FileError) -> (texts: FileBytes, ends: FileBytes) {
    (try texts.finish(for: file), try ends.finish(for: file))
  }
}
