import Testing
import Text

@Suite struct ExcerptTests {
  @Test func whatFitsIsQuotedWhole() {
    #expect(excerpt("Travis County") == "Travis County")
    let sixty = String(repeating: "é", count: 60)
    #expect(excerpt(sixty) == sixty)
  }

  @Test func theMiddleOfALongerTextIsLeftOut() {
    let text = String(repeating: "a", count: 40) + String(repeating: "z", count: 21)
    let short = excerpt(text)
    #expect(short.count == 60)
    #expect(short == String(repeating: "a", count: 30) + "…" + text.suffix(29))
  }

  @Test func aCellWithoutEndIsSixtyCharacters() {
    for part in ["A", "界", "e\u{301}", "\u{301}", "👩‍👩‍👧"] {
      let short = excerpt(String(repeating: part, count: 5_000_000 / part.utf8.count))
      #expect(short.count <= 60 && short.utf8.count <= 60 * 16, "\(part)")
    }
  }
}
