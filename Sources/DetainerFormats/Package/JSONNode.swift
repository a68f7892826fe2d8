import FoundationEssentials

/// A value of a JSON text with the place where it stands, so that the text can be edited around it.
struct JSONNode {
  /// What kind of value it is.
  enum Kind {
    case object([Member])
    case array([JSONNode])
    case string(String)
    case other
  }

  /// A member of an object.
  struct Member {
    let name: String
    /// Where its name begins.
    let start: Int
    let value: JSONNode
  }

  /// The bytes of the value.
  let range: Range<Int>
  let kind: Kind

  /// Reads a text; nil when it is not JSON in UTF-8, or nested deeper than anyone writes it.
  init?(_ text: [UInt8]) {
    var parser = JSONParser(text: text)
    guard let root = parser.wholeText() else { return nil }
    self = root
  }

  fileprivate init(_ range: Range<Int>, _ kind: Kind) {
    self.range = range
    self.kind = kind
  }

  /// The members, if it is an object.
  var members: [Member]? {
    if case .object(let members) = kind { members } else { nil }
  }

  /// The elements, if it is an array.
  var elements: [JSONNode]? {
    if case .array(let elements) = kind { elements } else { nil }
  }

  /// The text, if it is a string.
  var string: String? {
    if case .string(let text) = kind { text } else { nil }
  }

  /// The members of a name; in a sound object there is one at most.
  func members(named name: String) -> [Member] { (members ?? []).filter { $0.name == name } }

  /// The value of the first member of a name.
  subscript(name: String) -> JSONNode? { members(named: name).first?.value }
}

/// Reads JSON (RFC 8259) and keeps the places.
private struct JSONParser {
  private static let deepest = 200

  let text: [UInt8]
  private var position = 0
  private var depth = 0

  init(text: [UInt8]) {
    self.text = text
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  mutating func wholeText() -> JSONNode? {
    guard let root = value() else { return nil }
    skipBlanks()
    return position == text.count ? root : nil
  }

  private mutating func value() -> JSONNode? {
    skipBlanks()
    guard let first = next, depth < Self.deepest else { return nil }
    let start = position
    depth += 1
    defer { depth -= 1 }
    let kind: JSONNode.Kind?
    switch first {
    case UInt8(ascii: "{"): kind = object()
    case UInt8(ascii: "["): kind = array()
    case Byte.quote: kind = string().map { .string($0) }
    default: kind = literal()
    }
    return kind.map { JSONNode(start..<position, $0) }
  }

  private mutating func object() -> JSONNode.Kind? {
    var members: [JSONNode.Member] = []
    position += 1
    skipBlanks()
    if take("}") { return .object([]) }
    repeat {
      skipBlanks()
      let start = position
      guard next == Byte.quote, let name = string() else { return nil }
      skipBlanks()
      guard take(":"), let value = value() else { return nil }
      members.append(JSONNode.Member(name: name, start: start, value: value))
      skipBlanks()
    } while take(",")
    return take("}") ? .object(members) : nil
  }

  private mutating func array() -> JSONNode.Kind? {
    var elements: [JSONNode] = []
    position += 1
    skipBlanks()
    if take("]") { return .array([]) }
    repeat {
      guard let value = value() else { return nil }
      elements.append(value)
      skipBlanks()
    } while take(",")
    return take("]") ? .array(elements) : nil
  }

  private mutating func string() -> String? {
    let start = position
    position += 1
    while let byte = next, byte != Byte.quote {
      position += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    guard take("\"") else { return nil }
    if let plain = plainText(text[(start + 1)..<(position - 1)]) { return plain }
    // All else is for the decoder, which also refuses what is no string.
    return try? JSONDecoder().decode(String.self, from: Data(text[start..<position]))
  }

  /// A string in ASCII with no escapes but those of quotes, slashes and line ends.
  private func plainText(_ inside: ArraySlice<UInt8>) -> String? {
    let backslash = UInt8(ascii: "\\")
    if inside.allSatisfy({ (Byte.space..<0x80).contains($0) && $0 != backslash }) {
      return String(decoding: inside, as: UTF8.self)
    }
    var plain: [UInt8] = []
    var isEscaped = false
    for byte in inside {
      guard (Byte.space..<0x80).contains(byte) else { return nil }
      if isEscaped {
        switch byte {
        case Byte.quote, backslash, UInt8(ascii: "/"): plain.append(byte)
        case UInt8(ascii: "n"): plain.append(Byte.newline)
        default: return nil
        }
        isEscaped = false
      } else if byte == backslash {
        isEscaped = true
      } else {
        plain.append(byte)
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// A number or a word; the decoder says whether it is one.
  private mutating func literal() -> JSONNode.Kind? {
    let start = position
    while let byte = next, !Self.isBlank(byte), !",]}:\"[{".utf8.contains(byte) { position += 1 }
    let word = text[start..<position]
    if word.allSatisfy({ (48...57).contains($0) }), word.count == 1 || word.first ?? 48 > 48 {
      return .other
    }
    if ["true", "false", "null"].contains(where: { word.elementsEqual($0.utf8) }) { return .other }
    return (try? JSONDecoder().decode(Double.self, from: Data(word))) == nil ? nil : .other
  }

  private var next: UInt8? { position < text.count ? text[position] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte = next, Self.isBlank(byte) { position += 1 }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == Byte.space || byte == Byte.newline || byte == Byte.return || byte == Byte.tab
  }
}
