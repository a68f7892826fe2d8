import TestSupport
import Testing
import Text

@Suite struct TextWidthTests {
  @Test(
    arguments: [
      ("a", 1), ("ñ", 1), ("n\u{303}", 1), ("…", 1), ("▶", 1), ("│", 1), ("█", 1), ("·", 1),
      ("界", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("Ａ", 2), ("ｱ", 1), ("　", 2),
      ("😀", 2), ("👍🏽", 2), ("👩‍👩‍👧", 2), ("🇺🇸", 2), ("🏴󠁧󠁢󠁷󠁬󠁳󠁿", 2), ("❤", 1), ("❤️", 2), ("1️⃣", 2),
      ("⌚", 2), ("🫩", 2), ("א", 1), ("ا\u{64B}", 1), ("ก\u{E34}", 1), ("क्षि", 2), ("\u{301}", 1),
      ("\u{1B}", 1), ("\r\n", 1), ("\u{200B}", 1), ("", 0),
    ] as [(Named<String>, Int)]) func knownClusters(_ text: Named<String>, width: Int)
  {
    #expect(TextWidth.of(text.value) == width)
  }

  @Test func clips() {
    #expect(TextWidth.clip("Travis County", to: 6) == "Travi…")
    #expect(TextWidth.clip("Travis", to: 6) == "Travis")
    #expect(TextWidth.clip("Travis County", to: 6, ellipsis: false) == "Travis")
    #expect(TextWidth.clip("界界界", to: 4) == "界…")
    #expect(TextWidth.clip("界", to: 1) == "…")
    #expect(TextWidth.clip("界", to: 1, ellipsis: false) == "")
    #expect(TextWidth.clip("a", to: -1) == "")
    #expect(TextWidth.clip("a\tb", to: 9) == "a b")
  }

  @Test func pads() {
    #expect(TextWidth.pad("界", to: 5) == "界   ")
    #expect(TextWidth.pad("界", to: 5, align: .trailing) == "   界")
    #expect(TextWidth.pad("界", to: 5, align: .center) == " 界  ")
    #expect(TextWidth.pad("界界", to: 3) == "界…")
  }

  @Test func whatIsLongIsCutInside() {
    #expect(TextWidth.clippedInside("abcdefghij", to: 10) == "abcdefghij")
    #expect(TextWidth.clippedInside("abcdefghij", to: 7) == "abc…hij")
    #expect(TextWidth.clippedInside("abcdefghij", to: 6) == "ab…hij")
    #expect(TextWidth.clippedInside("abcdefghij", to: 1) == "…")
    #expect(TextWidth.clippedInside("abc", to: 0) == "")
    #expect(TextWidth.clippedBefore("one two three", to: 13) == "one two three")
    #expect(TextWidth.clippedBefore("one two three", to: 11) == "…two three")
    #expect(TextWidth.clippedBefore("one two three", to: 10) == "…two three")
    #expect(TextWidth.clippedBefore("one two three", to: 9) == "…three")
    #expect(TextWidth.clippedBefore("three", to: 3) == "…ee")
    #expect(TextWidth.clippedBefore("three", to: 0) == "")
    for seed in 0..<200 {
      var random = SeededGenerator(UInt64(seed))
      let text = random.text(upTo: 30)
      let whole = harmless(text)
      for width in 0...20 {
        let clipped = TextWidth.clippedInside(text, to: width)
        #expect(TextWidth.of(clipped) <= width, "seed \(seed)")
        guard clipped != whole, width > 0 else { continue }
        #expect(clipped.contains("…"), "seed \(seed)")
      }
    }
  }

  @Test func clippingNeverCutsACluster() {
    for seed in 0..<500 {
      var random = SeededGenerator(UInt64(seed))
      let text = random.text(upTo: 12)
      let whole = Array(harmless(text))
      for width in 0...20 {
        for ellipsis in [true, false] {
          let clipped = TextWidth.clip(text, to: width, ellipsis: ellipsis)
          #expect(TextWidth.of(clipped) <= width, "seed \(seed)")
          var kept = Array(clipped)
          if kept != whole, ellipsis, width > 0 { #expect(kept.popLast() == "…", "seed \(seed)") }
          #expect(Array(whole.prefix(kept.count)) == kept, "seed \(seed)")
          #expect(TextWidth.of(TextWidth.pad(text, to: width)) == width, "seed \(seed)")
        }
      }
    }
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("東京", 4), ("한", 2), ("👩‍👧", 2), ("🇺🇸", 2),
    ("❤\u{FE0F}", 2), ("␛", 1), ("\u{FFFD}", 1), ("…", 1), ("ｱ", 1), ("Ａ", 2),
  ])
  func columnsOfATerminal(_ text: String, _ width: Int) {
    #expect(TextWidth.of(text) == width)
  }
}
