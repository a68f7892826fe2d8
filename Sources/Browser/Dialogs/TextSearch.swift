import Screen
import Text

/// What is looked for in a dialog of text.
struct TextSearch: Sendable {
  /// What is being typed; nil while it is not.
  var editor: LineEditor?
  /// What was typed last.
  var text = ""

  var isTyping: Bool { editor != nil }

  /// Whether a line has the text.
  func finds(_ line: Line) -> Bool {
    let needle = folded(editor?.string ?? text)
    return !needle.isEmpty && folded(line.label + " " + line.text).contains(needle)
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
    for distance in 0..<count {
      let line = ((line + step * distance) % count + count) % count
      if search.finds(lines[line]) {
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
