/// Texts, numbers and the words of JSON.
extension JSONParser {
  mutating func string(in quote: UInt8 = Byte.quote) -> String? {
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
  mutating func literal() -> JSONNode.Kind? {
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
}
