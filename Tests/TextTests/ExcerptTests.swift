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

  @Test func longWordsOfASentenceAreCut() {
    let path = "/" + String(repeating: "folder/", count: 30) + "a.csv"
    let short = inFewLines("Not read: \(path): it is empty.")
    #expect(short.hasPrefix("Not read: /folder/folder/") && short.hasSuffix(": it is empty."))
    #expect(short.count < 240 && short.contains("…"))
    let plain = "Not read: /tmp/a.csv:  it is empty. " + String(repeating: "word ", count: 50)
    #expect(inFewLines(plain) == plain)
    let long = "Not read: " + String(repeating: "界 folder ", count: 5000) + ": it is empty."
    #expect(inFewLines(long).hasPrefix("Not read: 界 folder 界"))
    #expect(inFewLines(long).hasSuffix(": it is empty.") && inFewLines(long).count == 600)
  }

  @Test func ofManyNamesTheFirstAreGivenAndTheOthersCounted() {
    #expect(firstNames([String]()) == "")
    #expect(firstNames(["a"]) == "a")
    #expect(firstNames(["a", "b", "c"]) == "a, b, c")
    #expect(firstNames((1...2_003).map { "r\($0)" }) == "r1, r2, r3 and 2,000 more")
    #expect(firstNames(["a", "b", "c"], atMost: 2) == "a, b and 1 more")
    // The first is named however long it is, the next only where there is room.
    let long = String(repeating: "x", count: 50)
    #expect(firstNames([long, "short", long]) == "\(long), short and 1 more")
    #expect(firstNames([long + long, "b"]) == "\(long)\(long) and 1 more")
  }
}
