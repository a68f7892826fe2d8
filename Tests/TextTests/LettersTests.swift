import TestSupport
import Testing

@testable import Text

/// Letters as they are found in the bytes are those of the rules for clusters.
@Suite struct LettersTests {
  /// All scalars there are.
  private static let scalars = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)

  private func letters(of text: String) -> [String] {
    Letters.read(text) { bytes, letters in
      letters.map { String(decoding: bytes[$0.bytes], as: UTF8.self) }
    }
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

  /// Marks belong to the plain scalar before them, take no column, and are harmless on it.
  @Test func marksStandOnAPlainScalar() {
    for scalar in Self.scalars where PlainScalar.isMark(scalar.value) {
      for base in ["a", "漢", "é", " ", "ب", "ก"] as [Character] {
        let marks = String(repeating: String(scalar), count: 15)
        let letter = Character("\(base)\(marks)")
        #expect(
          Sanitiser.isHarmless(letter) && TextWidth.measure(letter) == TextWidth.measure(base),
          "\(scalar.value) on \(base)")
        let text = "\(letter)\(base)\(scalar)\(base)\(marks)\(scalar)"
        #expect(letters(of: text) == text.map(String.init), "\(scalar.value) on \(base)")
        #expect(PlainScalar.columns(scalar.value) == 0)
      }
    }
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
