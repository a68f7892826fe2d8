import TestSupport
import Testing

@testable import Terminal

/// What is taken of a paste, however its bytes arrive.
@Suite struct PasteTests {
  private static let end = "\u{1B}[201~"

  /// Takes a text as a terminal hands it over, and gives what of it is left behind the paste.
  private func taken(_ text: String, _ step: () -> Int) -> (text: String, rest: String) {
    var paste = PastedBytes()
    var rest = Array(text.utf8)[...]
    while paste.room > 0, !rest.isEmpty {
      let part = rest.prefix(min(paste.room, max(1, step())))
      paste.append(part)
      rest = rest.dropFirst(part.count)
    }
    return (paste.text, String(decoding: rest, as: UTF8.self))
  }

  @Test(arguments: [
    ("", ""), ("doña q", "doña q"), ("a\r\tb\nc", "a\n\tb\nc"), ("\u{1B}[31mred\u{7}", "[31mred"),
    ("\u{1B}\u{1B}[201\u{1B}[20", "[201[20"), ("\u{9B}2J\u{85}x", "2Jx"), ("[201~", "[201~"),
  ]) func nothingBehindTheEndIsTaken(pasted: String, text: String) {
    var random = SeededGenerator(17)
    for _ in 0..<50 {
      let paste = taken(pasted + Self.end + "jq" + Self.end) {
        Int.random(in: 1...8, using: &random)
      }
      #expect(paste.text == text)
      #expect(paste.rest == "jq" + Self.end)
    }
  }

  @Test func bytesThatAreNoTextAreMadeOne() {
    var paste = PastedBytes()
    paste.append([0x61, 0xFF, 0x62, 0xC3])
    #expect(paste.text == "a\u{FFFD}b\u{FFFD}")
  }

  @Test func ofALongOneTheBeginningIsKept() {
    let long = taken(String(repeating: "x", count: (1 << 20) + 100) + Self.end + "j") { 8 }
    #expect(long.text.utf8.count == 1 << 20)
    #expect(long.rest == "j")
    let endless = taken(String(repeating: "x", count: (1 << 24) + 100)) { 8 }
    #expect(!endless.rest.isEmpty && endless.rest.utf8.count <= 100)
  }
}
