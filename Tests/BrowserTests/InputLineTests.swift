import Screen
import TestSupport
import Testing

@testable import Browser

/// A line that is typed, of any length, against measuring all of it.
@Suite struct InputLineTests {
  private func drawn(_ text: String, at cursor: Int, width: Int) -> (String, Int?) {
    var editor = LineEditor(text)
    editor.move(to: cursor)
    var canvas = Canvas(size: Size(columns: width, rows: 1))
    InputLine.draw(editor, after: "> ", Rect(x: 0, y: 0, width: width, height: 1), on: &canvas)
    return (canvas.lines[0], canvas.cursor?.x)
  }

  @Test(arguments: 0..<200) func theCursorIsAlwaysInSight(seed: Int) {
    var random = SeededGenerator(UInt64(seed))
    let letters: [Character] = ["a", "b", " ", "é", "東", "\u{7}", "👩‍👧"]
    let text = (0..<random.below(90)).map { _ in letters[random.below(letters.count)] }
    let width = 4 + random.below(40)
    let cursor = random.below(text.count + 1)
    let (line, x) = drawn(String(text), at: cursor, width: width)
    // The columns before the cursor are the end of what stands before it in the text.
    let before = String(line.dropFirst(2).prefix { $0 != "\0" })
    #expect(line.hasPrefix("> ") && (2..<width).contains(x ?? -1), "\(before)")
    if text.allSatisfy({ $0 == "a" || $0 == "b" || $0 == " " }) || text.isEmpty {
      let shown = text[..<cursor].suffix(width - 3)
      #expect(
        String(line.dropFirst(2).prefix(shown.count)) == String(shown) && x == 2 + shown.count)
    }
  }

  @Test func aLongLineIsShownAroundTheCursor() {
    let words = String(repeating: "travis ", count: 20_000)
    #expect(drawn(words, at: 140_000, width: 20) == ("> is travis travis  ", 19))
    #expect(drawn(words, at: 0, width: 20) == ("> travis travis trav", 2))
    #expect(drawn(words, at: 70_000, width: 20).1 == 19)
  }
}
