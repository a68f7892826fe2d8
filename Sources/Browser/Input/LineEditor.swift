import Screen

/// One line of text being typed, with the readline keys.
struct LineEditor: Hashable, Sendable {
  /// The text.
  private(set) var text: [Character]
  /// Where the next character goes.
  private(set) var cursor: Int

  /// Starts with a text and the cursor behind it.
  init(_ text: String = "") {
    self.text = Array(text)
    cursor = self.text.count
  }

  /// The text as one string.
  var string: String { String(text) }

  /// Types a text at the cursor; line ends become spaces.
  mutating func insert(_ string: String) {
    let characters = string.map { $0.isNewline || $0 == "\t" ? " " : $0 }
    text.insert(contentsOf: characters, at: cursor)
    cursor += characters.count
  }

  /// Puts the cursor before a character, or behind the last.
  mutating func move(to place: Int) { cursor = max(0, min(place, text.count)) }

  /// Takes an editing key; false when the key means nothing to a line of text.
  mutating func take(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace, .control("h"):
      guard cursor > 0 else { return true }
      cursor -= 1
      text.remove(at: cursor)
    case .delete, .control("d"):
      if cursor < text.count { text.remove(at: cursor) }
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(text.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = text.count
    case .control("u"):
      text.removeSubrange(..<cursor)
      cursor = 0
    case .control("k"): text.removeSubrange(cursor...)
    case .control("w"):
      var start = cursor
      while start > 0, text[start - 1] == " " { start -= 1 }
      while start > 0, text[start - 1] != " " { start -= 1 }
      text.removeSubrange(start..<cursor)
      cursor = start
    default: return false
    }
    return true
  }
}
