import Browser
import DetainerFormats
import DetainerModel
import Screen
import TestSupport
import Testing
import Text

/// A browser on the sample data after some keys; effects are gathered.
struct Session: CustomTestStringConvertible {
  var state: BrowserState
  var effects: [Effect] = []

  init(_ size: String, keys: String = "", data: Dataset = sample) throws {
    state = BrowserState(dataset: data, size: try #require(Size(size)))
    try press(keys)
  }

  mutating func press(_ keys: String) throws {
    for key in try Key.parse(keys) { take(.key(key)) }
  }

  /// The screen, and those that follow when a key is pressed again and again, until it changes
  /// nothing.
  mutating func screens(pressing key: String, times: Int) throws -> String {
    var last = screen
    var seen = last
    for _ in 0..<times {
      try press(key)
      let next = screen
      if next == last { break }
      last = next
      seen += next
    }
    return seen
  }

  /// What the loop would do beside it is done at once.
  mutating func take(_ action: Action) {
    perform(state.reduce(action))
  }

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .none: break
    case .ask:
      state.awaitAnswer()
      if let preview = state.takePreview() { perform(preview) }
    case .preview(let preview):
      let lines = Export(preview.listing, as: preview.form).firstLines(ExportPreview.lines)
      _ = state.reduce(.previewed(number: preview.number, lines))
    case let effect: effects.append(effect)
    }
  }

  /// The screen as text, without spaces at the ends of lines.
  var screen: String { Self.text(state.draw().lines) }

  var testDescription: String { "\n" + screen }

  func contains(_ text: String) -> Bool { screen.contains(text) }

  static func text(_ lines: [String]) -> String {
    lines.map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n") + "\n"
  }

  /// Expects that the screen fills its size, keeps its cursor and names the key of the help, in
  /// ASCII too.
  func expectWhole(_ what: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let canvas = state.draw()
    #expect(canvas.size == state.size, "\(what)", sourceLocation: sourceLocation)
    for lines in [canvas.lines, canvas.ascii().lines] {
      #expect(lines.count == state.size.rows, "\(what)", sourceLocation: sourceLocation)
      for line in lines {
        #expect(
          TextWidth.of(line) == state.size.columns, "\(what): \(line)",
          sourceLocation: sourceLocation)
      }
    }
    #expect(
      canvas.ascii().lines.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }, "\(what)",
      sourceLocation: sourceLocation)
    // A block in reverse is a hole.
    let blocks = "█▉▊▋▌▍▎▏▇▆▅▄▃▂▁"
    for (text, styles) in zip(canvas.lines, canvas.styleLines)
    where text.contains(where: blocks.contains) && text.allSatisfy({ TextWidth.of("\($0)") == 1 }) {
      let reversed = zip(text, styles).first { blocks.contains($0) && $1 == Style.cursor.letter }
      #expect(reversed == nil, "\(what): \(text)", sourceLocation: sourceLocation)
    }
    if let cursor = canvas.cursor {
      #expect(Rect(state.size).contains(cursor), "\(what)", sourceLocation: sourceLocation)
    }
    if state.size.columns >= 40, state.size.rows >= 2 {
      let status = canvas.lines[state.size.rows - 1]
      let isTyping =
        status.contains("Esc") || status.contains("Filter") || status.hasPrefix("…")
        || canvas.size.columns < 56
      #expect(
        isTyping || status.contains("? help"), "\(what): \(status)", sourceLocation: sourceLocation)
    }
  }
}
