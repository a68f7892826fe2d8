import TestSupport
import Testing

@testable import Text

/// Letters as they are found in the bytes are those of the rules for clusters.
@Suite struct LettersTests {
  /// All scalars there are.
  private static let scalars = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)

  private func letters(of text: String) -> [String] {
    var letters: [String] = []
    Letters.forEach(of: text) { _, bytes in letters.append(String(decoding: bytes, as: UTF8.self)) }
    return letters
  }

  /// A plain scalar is a letter beside itself and others, harmless, and as wide as it is said to be.
  @Test func plainScalarsStandForThemselves() {
    var plain = 0
    for scalar in Self.scalars {
      let columns = PlainScalar.columns(scalar.value)
      guard columns > 0 else { continue }
      plain += 1
      let letter = Character(scalar)
      #expect(
        Sanitiser.isHarmless(letter) && TextWidth.measure(letter) == columns, "\(scalar.value)")
      for beside in ["a", "漢", "각", "⌘", letter] as [Character] {
        #expect(
          "\(letter)\(beside)".count == 2 && "\(beside)\(letter)".count == 2, "\(scalar.value)")
      }
    }
    #expect(plain > 80_000)
  }

  @Test func theyAreThoseOfTheText() {
    for seed in 0..<2_000 {
      var random = SeededGenerator(UInt64(seed))
      let text = random.text(upTo: 40)
      #expect(letters(of: text) == text.map(String.init), "seed \(seed)")
    }
  }

  @Test(arguments: [
    "\r\n\r\r\n\n", "a\r\u{301}", "\u{600}a\u{600}", "ka\u{301}\u{1B}x", "각\u{11A8}가",
  ])
  func whatJoinsIsOne(text: String) {
    #expect(letters(of: text) == text.map(String.init))
  }
}
