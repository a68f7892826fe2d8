import Text

extension Canvas {
  /// The same picture in ASCII, cell for cell, for locales that are not UTF-8.
  package func ascii() -> Canvas {
    var copy = self
    for index in copy.cells.indices {
      if copy.cells[index].isContinuation {
        copy.cells[index].text = " "
        copy.cells[index].isContinuation = false
      } else if !copy.cells[index].text.isPlainASCII {
        copy.cells[index].text = Self.asciiForm(of: copy.cells[index].text)
      }
    }
    for index in cells.indices { copy.spread(index, of: self) }
    return copy
  }

  /// Gives a sign that one character does not say the blanks beside it: `>=`, `...`; and an arrow at
  /// the end of a word, where a `v` would be one more letter of it, a sign.
  private mutating func spread(_ index: Int, of original: Canvas) {
    let character = original.cells[index].text
    func isBlank(_ index: Int) -> Bool {
      original.cells[index].text == " " && !original.cells[index].isContinuation
    }
    switch character {
    case "↑", "↓":
      guard index % size.columns > 0, original.cells[index - 1].text.isLetter else { return }
      cells[index].text = character == "↑" ? "+" : "-"
    case "≥", "≤", "…":
      let end = (index / size.columns + 1) * size.columns
      let blanks = (index + 1..<end).prefix(3).prefix(while: isBlank).count
      // The dots leave a blank, for there may be more after them.
      let taken = character == "…" ? min(2, blanks - 1) : min(1, blanks)
      guard taken > 0 else { return }
      if character == "…" { cells[index].text = "." }
      for place in index + 1...index + taken { cells[place].text = character == "…" ? "." : "=" }
    default: break
    }
  }

  /// One ASCII character that says about the same.
  static func asciiForm(of character: Character) -> Character {
    if let form = asciiForms[character] { return form }
    if isBoxDrawing(character) { return "+" }
    let plain = unaccented(String(character)).first
    guard let plain, plain.isPlainASCII else { return "?" }
    return plain
  }

  private static func isBoxDrawing(_ character: Character) -> Bool {
    let scalars = character.unicodeScalars
    return scalars.count == 1 && scalars.allSatisfy { (0x2500...0x257F).contains($0.value) }
  }

  private static let asciiForms: [Character: Character] = {
    let groups: [(from: String, to: String)] = [
      ("─━┄┅┈┉╌╍═╴╶╸╺╼╾", "---------------"),
      ("│┃┆┇┊┋╎╏║╵╷╹╻╽╿", "|||||||||||||||"),
      ("▶▸►◀◂◄▲△▴▼▽▾", ">>><<<^^^vvv"),
      ("↑↓←→⇧⇩⇦⇨", "^v<>^v<>"),
      ("…‹›«»", "$<><>"),
      ("·•∙●○■□◆◇", ".**@o#ooo"),
      ("█▉▊▋▌▍▎▏", "########"),
      ("▁▂▃▄▅▆▇", "_.-=+*#"),
      ("◖", "~"),
      ("░▒▓", ":=%"),
      ("×÷–—−‐‑", "x/-----"),
      ("‘’‚“”„′″", "'''\"\"\"'\""),
      ("✓✔✗✘", "vvxx"),
      ("≤≥≠≈±", "<>!=+"),
      ("\u{A0}\u{2007}\u{2009}\u{202F}\u{3000}", "     "),
    ]
    var forms: [Character: Character] = [:]
    for group in groups {
      for (from, to) in zip(group.from, group.to) { forms[from] = to }
    }
    return forms
  }()
}
