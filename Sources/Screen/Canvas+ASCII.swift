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
    return copy
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
      ("…‹›«»", "~<><>"),
      ("·•∙●○■□◆◇", ".***o#o*o"),
      ("█▉▊▋▌▍▎▏", "########"),
      ("▁▂▃▄▅▆▇", "_.-=+*#"),
      ("◖", "("),
      ("░▒▓", ":=%"),
      ("×÷–—−‐‑", "x/-----"),
      ("‘’‚“”„′″", "'''\"\"\"'\""),
      ("✓✔✗✘", "vvxx"),
      ("≤≥≠≈±", "<>!~+"),
      ("\u{A0}\u{2007}\u{2009}\u{202F}\u{3000}", "     "),
    ]
    var forms: [Character: Character] = [:]
    for group in groups {
      for (from, to) in zip(group.from, group.to) { forms[from] = to }
    }
    return forms
  }()
}
