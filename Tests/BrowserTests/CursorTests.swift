import Browser
import Screen
import TestSupport
import Testing

/// Where the terminal's cursor stands: screen readers and braille displays follow it.
@Suite struct CursorTests {
  @Test(arguments: ["80x24", "120x40", "40x12"])
  func standsOnTheSelectedRowOrInThePrompt(size: String) throws {
    var wrong: [String] = []
    try EveryScreen.draw(size) { keys, state in
      if let problem = Self.problem(state.draw()) { wrong.append("\(keys): \(problem)") }
    }
    #expect(wrong == [])
  }

  /// What is wrong with the place of the cursor; nil where nothing is.
  private static func problem(_ canvas: Canvas) -> String? {
    guard let cursor = canvas.cursor else { return "there is none" }
    let row = (0...cursor.x).map { canvas[$0, cursor.y] }
    // What stands to the left of it in the same pane or box.
    let before = row.suffix { $0.text != "│" }
    let isUnderCursor = row.last?.style == .cursor || row.last?.isReversed == true
    let isOnRow = before.contains { $0.text == "▶" } || isUnderCursor
    let isTyping = before.contains { $0.style == .prompt }
    // Where nothing is selected: where the sentence begins that says why, or the text of a dialog.
    let isAtStart = before.count <= 2
    return isOnRow || isTyping || isAtStart ? nil : "“\(canvas.lines[cursor.y])”"
  }
}

extension Array {
  /// The elements at the end of which something holds.
  fileprivate func suffix(while holds: (Element) -> Bool) -> ArraySlice<Element> {
    suffix(from: (lastIndex { !holds($0) } ?? -1) + 1)
  }
}
