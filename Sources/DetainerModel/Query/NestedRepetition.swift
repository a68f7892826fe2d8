/// Finds a repetition that is repeated, as in `(a+)+`: looking for it can take longer than anybody
/// lives, and no search could be stopped in the middle of one text.
enum NestedRepetition {
  /// Whether a group with an unbounded repetition in it is itself repeated without bound.
  static func occurs(in pattern: String) -> Bool {
    var reader = Reader(characters: Array(pattern))
    // Whether each group that is open holds a repetition, the whole pattern first.
    var holds = [false]
    while let item = reader.next() {
      switch item {
      case .open: holds.append(false)
      case .close:
        guard holds.count > 1 else { return false }
        let inner = holds.removeLast()
        let isRepeated = reader.takeRepetition()
        if inner, isRepeated { return true }
        holds[holds.count - 1] = holds[holds.count - 1] || inner || isRepeated
      case .atom:
        if reader.takeRepetition() { holds[holds.count - 1] = true }
      }
    }
    return false
  }

  private enum Item { case open, close, atom }

  private struct Reader {
    let characters: [Character]
    var position = 0

    mutating func next() -> Item? {
      guard position < characters.count else { return nil }
      defer { position += 1 }
      switch characters[position] {
      case "\\":
        position += 1
        return .atom
      case "[":
        skipClass()
        return .atom
      case "(": return .open
      case ")": return .close
      default: return .atom
      }
    }

    /// Goes to the bracket that ends a class.
    private mutating func skipClass() {
      position += 1
      if position < characters.count, characters[position] == "^" { position += 1 }
      // A bracket that comes first is one of the class.
      if position < characters.count, characters[position] == "]" { position += 1 }
      while position < characters.count, characters[position] != "]" {
        position += characters[position] == "\\" ? 2 : 1
      }
    }

    /// Whether a repetition without bound comes next; it is passed over.
    mutating func takeRepetition() -> Bool {
      guard position < characters.count else { return false }
      switch characters[position] {
      case "*", "+":
        position += 1
        return true
      case "{":
        guard let end = characters[position...].firstIndex(of: "}") else { return false }
        let isOpen = characters[end - 1] == ","
        position = end + 1
        return isOpen
      default: return false
      }
    }
  }
}
