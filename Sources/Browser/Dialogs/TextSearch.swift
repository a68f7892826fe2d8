import Screen
import Text

/// What is looked for in a dialog of text.
struct TextSearch: Sendable {
  /// What is being typed; nil while it is not.
  var editor: LineEditor?
  /// What was typed last.
  var text = ""

  var isTyping: Bool { editor != nil }

  /// Where the text is in some lines: a phrase may begin in one and end in the next.
  func found(in lines: [Line]) -> Found {
    var found = Found()
    let needle = Array(folded(editor?.string ?? text).utf8)
    guard !needle.isEmpty else { return found }
    var text: [UInt8] = []
    var lineOfByte: [Int] = []
    for (number, line) in lines.enumerated() {
      // A line without a label goes on with what is above it, and a blank one ends it.
      let goesOn = line.label.isEmpty && line.style != .title && !line.text.isEmpty
      let piece = folded(line.label.isEmpty ? line.text : line.label + " " + line.text).utf8
      text.append(goesOn ? Byte.space : Byte.newline)
      text += piece
      lineOfByte += Array(repeating: number, count: piece.count + 1)
    }
    var start = 0
    while start + needle.count <= text.count {
      if text[start] == needle[0], text[start..<start + needle.count].elementsEqual(needle) {
        let lines = lineOfByte[start]...lineOfByte[start + needle.count - 1]
        found.starts.insert(lines.lowerBound)
        found.lines.formUnion(lines)
      }
      start += 1
    }
    return found
  }

  /// The lines in which a text is found.
  struct Found {
    /// Those in which it begins.
    var starts: Set<Int> = []
    /// Those that have any of it.
    var lines: Set<Int> = []
  }

  private enum Byte {
    static let space = UInt8(ascii: " ")
    static let newline = UInt8(ascii: "\n")
  }
}

extension TextDialog {
  /// Takes a key of the search; nil where it is for something else.
  mutating func search(_ key: Key, in lines: [Line]) -> DialogStep? {
    guard var search else { return nil }
    switch key {
    case .enter where search.isTyping:
      search.text = search.editor?.string ?? ""
      search.editor = nil
      self.search = search
      find(from: top, by: 1, in: lines)
    case _ where search.isTyping && key.isGivingUp:
      search.editor = nil
      self.search = search
    case _ where search.isTyping:
      _ = search.editor?.take(key)
      self.search = search
    case .character("/"):
      search.editor = LineEditor()
      self.search = search
    case .character("n") where !search.text.isEmpty: find(from: top + 1, by: 1, in: lines)
    case .character("N") where !search.text.isEmpty: find(from: top - 1, by: -1, in: lines)
    default: return nil
    }
    return .stay
  }

  /// Goes to the next line that has the text, round the end.
  private mutating func find(from line: Int, by step: Int, in lines: [Line]) {
    let count = lines.count
    guard count > 0, let search else { return }
    let found = search.found(in: lines)
    for distance in 0..<count {
      let line = ((line + step * distance) % count + count) % count
      if found.starts.contains(line) {
        top = line
        return
      }
    }
  }

  mutating func paste(_ text: String) -> DialogStep {
    search?.editor?.insert(text)
    return .stay
  }
}
