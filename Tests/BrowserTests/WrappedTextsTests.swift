import TestSupport
import Testing
import Text

@testable import Browser

/// Long texts over several lines, which are kept.
@Suite struct WrappedTextsTests {
  @Test func whatIsKeptIsWhatItWas() {
    var random = SeededGenerator(17)
    let texts = (0..<12).map { number in
      String(repeating: random.text(upTo: 60) + "x", count: number * 40)
    }
    var kept = WrappedTexts()
    for _ in 0..<3 {
      for text in texts {
        for width in [20, 51] {
          #expect(kept.lines(text, to: width) == wrapped(text, to: width))
        }
      }
    }
  }
}
