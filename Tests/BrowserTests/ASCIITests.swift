import Browser
import Screen
import TestSupport
import Testing

/// With `--ascii`, and in a locale that knows nothing else, no screen has another character.
@Suite struct ASCIITests {
  @Test(arguments: ["80x24", "120x40"])
  func everyGlyphOfTheInterfaceHasAForm(size: String) throws {
    var wrong: Set<String> = []
    try EveryScreen.draw(size) { keys, state in
      let (canvas, plain) = (state.draw(), state.draw().ascii())
      for y in 0..<canvas.size.rows {
        for x in 0..<canvas.size.columns {
          let (shown, form) = (canvas[x, y].text, plain[x, y].text)
          if !form.isASCII { wrong.insert("\(keys): \(form)") }
          // A question mark says that nothing is known, and is not a form of anything else.
          if form == "?", shown != "?" { wrong.insert("\(shown) has no form") }
        }
      }
    }
    #expect(wrong == [])
  }

  /// Glyphs with a meaning of their own stay apart.
  @Test func signsStayApart() {
    let signs: [Character] = [
      "▶", "…", "◖", "◆", "●", "–", "!", "+", "?", "*", "·", "░", "▒", "▓", "█",
    ]
    var canvas = Canvas(size: Size(columns: signs.count, rows: 1))
    canvas.put(String(signs), x: 0, y: 0)
    let forms = canvas.ascii().lines[0]
    #expect(Set(forms).count == signs.count, "\(forms)")
  }
}
