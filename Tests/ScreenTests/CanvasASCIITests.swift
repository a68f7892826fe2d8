import TestSupport
import Testing
import Text

@testable import Screen

@Suite struct CanvasASCIITests {
  @Test(arguments: [
    ("─┬┴┼│├┤╭═║", "-+++|+++-|"), ("▶↑↓…‹›·", ">^v$<>."), ("█▉▊▋▌▍▎▏", "########"),
    ("▁▂▃▄▅▆▇", "_.-=+*#"), ("░▒▓×–", ":=%x-"), ("Doña Éßæ", "Dona Esa"), ("界a한", "? a? "),
    ("�␛", "??"), ("Ƣƕﬅ", "Ohs"), ("n\u{303}ŒøłđÞðıſạŋ", "nOoldTdisan"), ("Ａﬁ", "A f"),
    ("αक… ə", "??$ ?"), ("\u{301}α\r\n", "?? "),
    ("7◖ ≥ 35 % ≥35", "7~ >=35 % >35"), ("a…  b…   …", "a.. b... $"), ("a↓ 4↓ ↑ b↑", "a- 4v ^ b+"),
  ]) func replaces(_ text: String, expected: String) {
    var canvas = Canvas(size: Size(columns: TextWidth.of(text), rows: 1))
    canvas.put(text, x: 0, y: 0, style: .marked)
    #expect(canvas.ascii().lines == [expected])
    #expect(canvas.ascii().styleLines == canvas.styleLines)
  }
}
