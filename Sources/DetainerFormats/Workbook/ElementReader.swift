/// Reads a small part, such as the list of sheets, element by element.
struct ElementReader: XMLReader {
  /// An element that starts: its name without prefix, and its attributes likewise.
  struct Element {
    let name: String
    let attributes: [String: String]
  }

  private let start: (Element) -> Void
  private let end: (String) -> Void

  init(start: @escaping (Element) -> Void, end: @escaping (String) -> Void = { _ in }) {
    self.start = start
    self.end = end
  }

  static let events = XMLEvents(
    start: { raw, name, attributes in
      guard let raw, let name, let attributes else { return }
      let context = raw.assumingMemoryBound(to: XMLContext.self)
      context.pointee.enter()
      context.pointee.note(name)
      context.pointee.note(attributes)
      var values: [String: String] = [:]
      var index = 0
      while let name = attributes[index], let value = attributes[index + 1] {
        values[String(cString: name.local)] = String(cString: value)
        index += 2
      }
      reader(context).start(Element(name: String(cString: name.local), attributes: values))
    },
    end: { raw, name in
      guard let raw, let name else { return }
      let context = raw.assumingMemoryBound(to: XMLContext.self)
      context.pointee.leave()
      reader(context).end(String(cString: name.local))
    },
    text: { _, _, _ in })

  private static func reader(_ context: UnsafeMutablePointer<XMLContext>) -> ElementReader {
    context.pointee.reader.assumingMemoryBound(to: ElementReader.self).pointee
  }
}
