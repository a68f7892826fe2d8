import TestSupport
import Testing
import Text

/// Texts over several lines.
@Suite struct WrappedTests {
  @Test func linesAreBrokenAtSpaces() {
    #expect(wrapped("one two three", to: 7) == ["one two", "three"])
    #expect(wrapped("", to: 7) == [""])
    #expect(wrapped("  a   b ", to: 9) == ["a b"])
  }

  @Test func aLongWordIsBrokenWhereALineEnds() {
    #expect(wrapped("abcdefgh ij", to: 3) == ["abc", "def", "gh", "ij"])
    #expect(wrapped("x abcdef", to: 4) == ["x", "abcd", "ef"])
    #expect(wrapped("漢字漢", to: 4) == ["漢字", "漢"])
    #expect(wrapped("漢字", to: 1) == ["漢", "字"], "wider than a line: one each")
    #expect(wrapped("a\u{1B}[31mb", to: 3).joined() == harmless("a\u{1B}[31mb"))
  }

  /// A cell of a megabyte without a blank, which took minutes when each line began anew.
  @Test func aWordOfAMegabyteIsReadOnce() {
    let word = String(repeating: "abcdefghi", count: 111_111)
    let lines = wrapped(word, to: 50)
    #expect(lines.joined() == word && lines.dropLast().allSatisfy { $0.count == 50 })
  }

  /// What is looked at of a long text leads to the same lines as all of it.
  @Test(arguments: [1, 2, 7, 20])
  func theFirstLinesAreThoseOfTheWhole(width: Int) {
    for seed in 0..<60 as Range<UInt64> {
      var random = SeededGenerator(seed)
      let text = random.text(upTo: 3_000)
      let whole = wrapped(text, to: width)
      for count in [1, 3, 200] {
        #expect(wrapped(text, to: width, atMost: count) == Array(whole.prefix(count)))
      }
      #expect(TextWidth.fits(text, in: width) == (TextWidth.of(text) <= width))
    }
  }
}
