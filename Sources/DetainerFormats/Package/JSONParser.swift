/// Reads JSON (RFC 8259) and keeps the places.
struct JSONParser {
  private static let deepest = 512
  static let backslash = UInt8(ascii: "\\")
  static let apostrophe = UInt8(ascii: "'")

  let text: [UInt8]
  private let allowsLastComma: Bool
  let isByHand: Bool
  /// How far the text has been read.
  var position = 0
  private var depth = 0

  init(text: [UInt8], allowsLastComma: Bool, isByHand: Bool = false) {
    self.text = text
    self.isByHand = isByHand
    self.allowsLastComma = allowsLastComma
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
    case Self.apostrophe where isByHand: kind = string(in: first).map { .string($0) }
    default: kind = literal()
    }
    return kind.map { JSONNode(start..<position, $0) }
  }

  private mutating func object() -> JSONNode.Kind? {
    var members: [JSONNode.Member] = []
    let isWhole = parts(until: "}") { parser in
      let start = parser.position
      guard let name = parser.name() else { return false }
      parser.skipBlanks()
      guard parser.take(":"), let value = parser.value() else { return false }
      members.append(JSONNode.Member(name: name, start: start, value: value))
      return true
    }
    return isWhole ? .object(members) : nil
  }

  private mutating func array() -> JSONNode.Kind? {
    var elements: [JSONNode] = []
    let isWhole = parts(until: "]") { parser in
      guard let value = parser.value() else { return false }
      elements.append(value)
      return true
    }
    return isWhole ? .array(elements) : nil
  }

  /// Reads what stands between brackets, apart by commas; false when that is not what there is.
  private mutating func parts(
    until end: Unicode.Scalar, _ part: (inout JSONParser) -> Bool
  ) -> Bool {
    position += 1
    skipBlanks()
    if take(end) { return true }
    repeat {
      skipBlanks()
      if allowsLastComma, take(end) { return true }
      guard part(&self) else { return false }
      skipBlanks()
    } while take(",")
    return take(end)
  }

  /// The name of a member.
  private mutating func name() -> String? {
    if next == Byte.quote { return string() }
    guard isByHand, let first = next else { return nil }
    if first == Self.apostrophe { return string(in: first) }
    let start = position
    while let byte = next, Self.isOfName(byte) { position += 1 }
    return start == position ? nil : String(validating: text[start..<position], as: UTF8.self)
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$") || byte >= 0x80
      || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }

  var next: UInt8? { position < text.count ? text[position] : nil }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    repeat {
      while let byte = next, Self.isBlank(byte) { position += 1 }
    } while isByHand && skipComment()
  }

  /// Skips a comment to the end of its line or its end mark; one without that has no end.
  private mutating func skipComment() -> Bool {
    let rest = text[position...]
    if rest.starts(with: "//".utf8) {
      position = rest.firstIndex(of: Byte.newline) ?? text.count
    } else if rest.starts(with: "/*".utf8) {
      let ends = rest.indices.dropFirst(3).first { index in
        text[index] == UInt8(ascii: "/") && text[index - 1] == UInt8(ascii: "*")
      }
      position = ends.map { $0 + 1 } ?? text.count
    } else {
      return false
    }
    return true
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == Byte.space || byte == Byte.newline || byte == Byte.return || byte == Byte.tab
  }
}
