import Screen
import Text

extension Spoken {
  /// What is being typed.
  static func typed(_ text: String) -> String {
    "Typing: " + (text.isEmpty ? "nothing yet." : ended(text))
  }

  /// What can be chosen, with the one under the cursor told from the others.
  static func choice(_ text: String, isSelected: Bool) -> String {
    (isSelected ? "Selected: " : "") + ended(plain(text))
  }
}

extension TextDialog {
  func sentences(_ state: BrowserState) -> [String] {
    let typed = search?.editor.map { [Spoken.typed($0.string)] } ?? []
    let said =
      [title(state)]
      + wholeLines(state).map { line in
        let label = line.label.trimmed
        return label.isEmpty || line.text.isEmpty ? label + line.text : "\(label): \(line.text)"
      }
    return typed + said.map { Spoken.ended(Spoken.plain($0)) }
  }
}

extension Chooser {
  /// So many items are told before the one under the cursor and after it: there are thousands of
  /// counties.
  private static var inSight: Int { 25 }

  /// What is typed, and the items that are left, each in words.
  func sentences(nothing: String, _ words: (Item) -> String) -> [String] {
    let typed = Spoken.typed(editor.string)
    if left.isEmpty { return [typed, Spoken.ended(nothing)] }
    let range =
      max(0, position.cursor - Self.inSight)..<min(left.count, position.cursor + Self.inSight + 1)
    return [typed]
      + range.map { row in
        let mark = marked.contains(left[row]) ? "marked: " : ""
        return Spoken.choice(
          mark + words(items[left[row]]), isSelected: row == position.cursor)
      }
      + [left.count > range.count ? "\(grouped(left.count)) in all." : ""]
  }
}

extension Checklist {
  /// The items with whether they are chosen.
  var sentences: [String] {
    items.enumerated().map { row, item in
      Spoken.choice(
        "\(item.name), \(item.isChosen ? "chosen" : "not chosen")", isSelected: row == cursor)
    }
  }
}

extension String {
  /// Without blanks at its ends.
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
