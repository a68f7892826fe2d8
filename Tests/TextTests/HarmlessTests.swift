import TestSupport
import Testing
import Text

@Suite struct HarmlessTests {
  @Test(arguments: [
    ("plain", "plain"), ("Doña Ana", "Doña Ana"), ("a\tb\nc\r\nd", "a b c d"),
    ("\u{1B}[31mred", "␛[31mred"), ("\u{1B}]52;c;eA==\u{7}", "␛]52;c;eA==␇"), ("\u{7F}", "␡"),
    ("\u{0}\r", "␀␍"), ("\u{9B}31m", "\u{FFFD}31m"), ("a\u{202E}b", "a·b"),
    ("\u{2066}x\u{2069}", "·x·"), ("\u{200E}\u{200F}\u{61C}", "···"), ("a\u{2028}b", "a·b"),
    ("a\u{200B}b\u{FEFF}", "a·b·"), ("a\u{200D}b", "a·b"), ("👩‍👧", "👩‍👧"), ("👩\u{200D}", "👩·"),
    ("\u{E000}", "\u{FFFD}"), ("\u{FFFD}", "\u{FFFD}"), ("\u{FFFF}", "\u{FFFD}"),
    ("\u{301}", "◌\u{301}"),
    ("\u{3164}", "·"), ("a\u{34F}b", "a·b"), ("a\u{E0041}b", "a·b"), ("soft\u{AD}", "soft-"),
    ("🏴󠁧󠁢󠁷󠁬󠁳󠁿", "🏴󠁧󠁢󠁷󠁬󠁳󠁿"), ("❤️", "❤️"),
  ]) func makesHarmless(_ text: String, expected: String) {
    #expect(harmless(text) == expected)
  }

  @Test func invalidUTF8IsHarmless() {
    let bytes: [UInt8] = [0x61, 0xFF, 0xED, 0xA0, 0x80, 0x1B, 0xC0, 0xAF]
    let shown = harmless(String(decoding: bytes, as: UTF8.self))
    #expect(shown.first == "a" && shown.contains("␛"))
    #expect(shown.unicodeScalars.allSatisfy { $0 == "\u{FFFD}" || $0 == "a" || $0 == "␛" })
  }

  @Test func towersOfMarksAreBounded() {
    let tower = "a" + String(repeating: "\u{301}", count: 10_000)
    #expect(harmless(tower).unicodeScalars.count <= 20)
    #expect(TextWidth.of(tower) == 1)
  }

  @Test(arguments: 0..<500) func whatIsHarmlessStaysAndIsSafe(seed: Int) {
    var random = Seeded(UInt64(seed))
    let shown = harmless(random.text(upTo: 30))
    #expect(harmless(shown) == shown)
    #expect(
      shown.unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control, .privateUse, .surrogate, .lineSeparator, .paragraphSeparator: false
        case .format: scalar == "\u{200D}" || (0xE0020...0xE007F).contains(scalar.value)
        default: true
        }
      })
  }
}
