/// A value of a JSON text with the place where it stands, so that the text can be edited around it.
struct JSONNode {
  /// What kind of value it is.
  enum Kind {
    case object([Member])
    case array([JSONNode])
    case string(String)
    case number(Double)
    case bool(Bool)
    case null
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
  /// - Parameter allowsLastComma: whether a comma may stand before the end of an object or array.
  init?(_ text: some Collection<UInt8>, allowsLastComma: Bool = false) {
    var parser = JSONParser(text: Array(text), allowsLastComma: allowsLastComma)
    guard let root = parser.wholeText() else { return nil }
    self = root
  }

  /// Reads a text as people write it by hand (JSON5): with comments, commas at the end, names
  /// without quotes and texts in apostrophes; `problem` is where it cannot be read on.
  init?(byHand text: some Collection<UInt8>, problem: inout Int) {
    var parser = JSONParser(text: Array(text), allowsLastComma: true, isByHand: true)
    guard let root = parser.wholeText() else {
      problem = parser.position
      return nil
    }
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

  /// What it says, if it is true or false.
  var bool: Bool? {
    if case .bool(let truth) = kind { truth } else { nil }
  }

  /// The number, if it is a whole one.
  var integer: Int? {
    if case .number(let number) = kind { Int(exactly: number) } else { nil }
  }

  /// Whether it says that there is no value.
  var isNull: Bool {
    if case .null = kind { true } else { false }
  }

  /// The members of a name; in a sound object there is one at most.
  func members(named name: String) -> [Member] { (members ?? []).filter { $0.name == name } }

  /// The value of the first member of a name.
  subscript(name: String) -> JSONNode? { members(named: name).first?.value }
}

/// Reads JSON (RFC 8259) and keeps the places.
private struct JSONParser {
  private static let deepest = 512
  private static let backslash = UInt8(ascii: "\\")
  private static let apostrophe = UInt8(ascii: "'")

  private let text: [UInt8]
  private let allowsLastComma: Bool
  private let isByHand: Bool
  /// How far the text has been read.
  private(set) var position = 0
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

  private mutating func string(in quote: UInt8 = Byte.quote) -> String? {
    position += 1
    let start = position
    while let byte = next, byte >= Byte.space, byte != quote, byte != Self.backslash {
      position += 1
    }
    var bytes = text[start..<position]
    while let byte = next, byte >= Byte.space, byte != quote {
      position += 1
      if byte != Self.backslash {
        bytes.append(byte)
      } else if let scalar = escaped() {
        bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      } else {
        return nil
      }
    }
    return take(Unicode.Scalar(quote)) ? String(validating: bytes, as: UTF8.self) : nil
  }

  /// What stands behind a backslash.
  private mutating func escaped() -> Unicode.Scalar? {
    guard let letter = next else { return nil }
    position += 1
    switch letter {
    case Byte.quote, Self.backslash, UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case Self.apostrophe where isByHand: return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      guard let unit = unit() else { return nil }
      guard UTF16.isLeadSurrogate(unit) else { return Unicode.Scalar(unit) }
      guard take("\\"), take("u"), let second = self.unit(), UTF16.isTrailSurrogate(second)
      else { return nil }
      return Unicode.Scalar(0x10000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(second) & 0x3FF)
    default: return nil
    }
  }

  /// The UTF-16 unit that four digits stand for.
  private mutating func unit() -> UInt16? {
    let digits = text[position...].prefix(4)
    position += digits.count
    guard digits.count == 4, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit })
    else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  /// A number or a word.
  private mutating func literal() -> JSONNode.Kind? {
    let start = position
    while let byte = next, !Self.isBlank(byte), !",]}:\"[{".utf8.contains(byte),
      !isByHand || byte != UInt8(ascii: "/")
    {
      position += 1
    }
    let word = String(decoding: text[start..<position], as: UTF8.self)
    switch word {
    case "true", "false": return .bool(word == "true")
    case "null": return .null
    default: return Self.isNumber(word.utf8) ? Double(word).map { .number($0) } : nil
    }
  }

  /// A minus, digits without a zero too many, a fraction and a power of ten; all but the digits
  /// may be missing.
  private static func isNumber(_ word: String.UTF8View) -> Bool {
    var rest = word[...]
    func digits() -> Int {
      let digits = rest.prefix { (48...57).contains($0) }
      rest = rest.dropFirst(digits.count)
      return digits.count
    }
    func take(_ characters: String) -> Bool {
      guard let first = rest.first, characters.utf8.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    _ = take("-")
    guard take("0") || digits() > 0 else { return false }
    if take("."), digits() == 0 { return false }
    if take("eE") {
      _ = take("+-")
      if digits() == 0 { return false }
    }
    return rest.isEmpty
  }

  private var next: UInt8? { position < text.count ? text[position] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
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

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == Byte.space || byte == Byte.newline || byte == Byte.return || byte == Byte.tab
  }
}
