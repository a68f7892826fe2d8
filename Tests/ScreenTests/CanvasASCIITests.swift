import TestSupport
import Testing

@testable import Screen

@Suite struct CanvasASCIITests {
  @Test(arguments: [
    ("─┬┴┼│├┤╭═║", "-+++|+++-|"), ("▶↑↓…‹›·", ">^v~<>-"), ("█▉▊▋▌▍▎▏", "########"),
    ("▁▂▃▄▅▆▇", "_.-=+*#"), ("░▒▓×–", ".:%x-"), ("Doña Éßæ", "Dona Esa"), ("界a한", "? a? "),
    ("�␛", "??"),
  ]) func replaces(_ text: String, expected: String) {
    var canvas = Canvas(size: Size(columns: TextWidth.of(text), rows: 1))
    canvas.put(text, x: 0, y: 0, style: .match)
    #expect(canvas.ascii().lines == [expected])
    #expect(canvas.ascii().styleLines == canvas.styleLines)
  }

  @Test func foldsLettersByName() {
    let letters: [(Character, String)] = [
      ("ñ", "n"), ("Ñ", "N"), ("n\u{303}", "n"), ("ß", "ss"), ("æ", "ae"), ("Œ", "OE"), ("ø", "o"),
      ("ł", "l"), ("đ", "d"), ("Þ", "TH"), ("ð", "d"), ("ı", "i"), ("ſ", "s"), ("ạ", "a"),
      ("Ａ", "A"), ("ŋ", "n"), ("x", "x"), ("ﬁ", "fi"),
    ]
    for (letter, plain) in letters { #expect(foldedToASCII(letter) == plain) }
    for other: Character in ["界", "α", "…", "\u{301}", "\r\n", "क"] {
      #expect(foldedToASCII(other) == nil)
    }
  }
}
