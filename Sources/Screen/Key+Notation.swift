import Text

/// A key notation that cannot be read.
public struct KeyNotationError: Error, Equatable, CustomStringConvertible {
  /// The part that is wrong.
  package let token: String
  /// Where it starts, counted from 1 in characters.
  package let column: Int
  /// A sentence that names the token and its column.
  public let description: String

  init(token: String, column: Int, problem: String) {
    self.token = token
    self.column = column
    description = "\"\(harmless(token))\" at column \(column) \(problem)."
  }
}

extension Key {
  /// The key as it is written in hints, help and scripts: `j`, `<C-n>`, `<Enter>`, `<<` for a `<`.
  package var notation: String {
    switch self {
    case .character("<"): "<<"
    case .character(" "): "<Space>"
    case .character(let character): String(character)
    case .control(let character): "<C-\(character)>"
    case .function(let number): "<F\(number)>"
    default: "<\(Self.names.first { $0.key == self }?.name ?? "?")>"
    }
  }

  /// Reads keys written one after the other; an error names the first token that is not a key.
  public static func parse(_ notation: String) throws(KeyNotationError) -> [Key] {
    var keys: [Key] = []
    let characters = Array(notation)
    var index = 0
    while index < characters.count {
      if characters[index] != "<" {
        keys.append(try plain(characters[index], column: index + 1))
        index += 1
      } else if index + 1 < characters.count, characters[index + 1] == "<" {
        keys.append(.character("<"))
        index += 2
      } else {
        let end = try closing(characters, from: index)
        let name = String(characters[index + 1..<end])
        guard let key = named(name) else {
          throw KeyNotationError(token: "<\(name)>", column: index + 1, problem: "is not a key")
        }
        keys.append(key)
        index = end + 1
      }
    }
    return keys
  }

  /// The first name is the one written, the others are understood.
  private static let names: [(name: String, key: Key)] = [
    ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("S-Tab", .backTab), ("BS", .backspace),
    ("Del", .delete), ("Insert", .insert), ("Up", .up), ("Down", .down), ("Left", .left),
    ("Right", .right), ("PageUp", .pageUp), ("PageDown", .pageDown), ("Home", .home),
    ("End", .end), ("Space", .character(" ")), ("lt", .character("<")), ("CR", .enter),
    ("Return", .enter), ("Escape", .escape), ("Backspace", .backspace), ("Delete", .delete),
    ("Ins", .insert), ("PgUp", .pageUp), ("PgDn", .pageDown),
  ]

  private static func plain(_ character: Character, column: Int) throws(KeyNotationError) -> Key {
    guard character.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
      throw KeyNotationError(
        token: String(character), column: column,
        problem: "is a control character; write <Enter>, <Tab>, <Esc> or <C-x>")
    }
    return .character(character)
  }

  private static func closing(
    _ characters: [Character], from index: Int
  ) throws(KeyNotationError) -> Int {
    // The character after C- may itself be a ">" only by mistake, so the first ">" closes.
    guard let end = characters[(index + 1)...].firstIndex(of: ">") else {
      throw KeyNotationError(
        token: String(characters[index...]), column: index + 1,
        problem: "has no closing >; a < is written <<")
    }
    return end
  }

  private static func named(_ name: String) -> Key? {
    let lower = name.lowercased()
    if let known = names.first(where: { $0.name.lowercased() == lower }) { return known.key }
    if lower.hasPrefix("c-"), lower.count == 3, let last = lower.last { return control(with: last) }
    let digits = lower.dropFirst()
    if lower.hasPrefix("f"), digits.allSatisfy(\.isASCIIDigit), let number = Int(digits),
      (1...63).contains(number)
    {
      return .function(number)
    }
    return nil
  }

  /// Control with a character, by the name the terminal gives it.
  private static func control(with character: Character) -> Key? {
    switch character {
    case "i": .tab
    case "m": .enter
    case "h": .backspace
    case "[": .escape
    case "a"..."z", "@", "\\", "]", "^", "_": .control(character)
    default: nil
    }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) && isASCII }
}
