/// JSON that is to be written, its members in the order given.
indirect enum JSONValue: Equatable, Sendable {
  case string(String)
  case integer(Int)
  case bool(Bool)
  case array([JSONValue])
  case object([Member])

  /// A member of an object.
  struct Member: Equatable, Sendable {
    let name: String
    let value: JSONValue

    init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// An object of the members that have a value.
  static func object(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(members.compactMap { name, value in value.map { Member(name, $0) } })
  }

  /// An array of texts.
  static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  /// How a text is laid out.
  struct Layout: Equatable {
    /// The line end; empty when everything stands on one line.
    var newline = "\n"
    /// One step of indentation.
    var step = "  "
    /// The indentation of the line where the value begins.
    var indent = ""

    /// The layout of what is inside a value.
    var inner: Layout { Layout(newline: newline, step: step, indent: indent + step) }
    /// What stands before a member or element.
    fileprivate var lineStart: String { newline.isEmpty ? "" : newline + indent }
    fileprivate var separator: String { newline.isEmpty ? ", " : "," + lineStart }
  }

  /// The value as text.
  func text(_ layout: Layout) -> String {
    var buffer = ByteBuffer()
    append(to: &buffer, layout)
    return buffer.text
  }

  private func append(to buffer: inout ByteBuffer, _ layout: Layout) {
    switch self {
    case .string(let text): buffer.appendJSON(text)
    case .integer(let number): buffer.append("\(number)")
    case .bool(let truth): buffer.append(truth ? "true" : "false")
    case .array(let elements):
      Self.append("[", elements, "]", to: &buffer, layout) { element, buffer in
        element.append(to: &buffer, layout.inner)
      }
    case .object(let members):
      Self.append("{", members, "}", to: &buffer, layout) { member, buffer in
        buffer.appendJSON(member.name)
        buffer.append(": ")
        member.value.append(to: &buffer, layout.inner)
      }
    }
  }

  private static func append<Part>(
    _ opening: String, _ parts: [Part], _ closing: String, to buffer: inout ByteBuffer,
    _ layout: Layout, _ append: (Part, inout ByteBuffer) -> Void
  ) {
    buffer.append(opening)
    for (index, part) in parts.enumerated() {
      buffer.append(index == 0 ? layout.inner.lineStart : layout.inner.separator)
      append(part, &buffer)
    }
    if !parts.isEmpty { buffer.append(layout.lineStart) }
    buffer.append(closing)
  }
}

extension JSONValue: ExpressibleByStringLiteral {
  init(stringLiteral text: String) { self = .string(text) }
}
