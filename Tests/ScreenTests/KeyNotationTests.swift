import Screen
import TestSupport
import Testing

@Suite struct KeyNotationTests {
  static let all: [Key] =
    [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right,
      .pageUp, .pageDown, .home, .end, .function(1), .function(12), .control("n"), .control("@"),
      .control("\\"), .control("]"), .control("^"), .control("_"), .character("界"),
      .character("ñ"),
    ] + (0x20..<0x7F).map { Key.character(Character(Unicode.Scalar(UInt8($0)))) }

  @Test func everyKeyReadsBack() throws {
    for key in Self.all { #expect(try Key.parse(key.notation) == [key]) }
  }

  @Test func sequencesReadBack() throws {
    #expect(try Key.parse(Self.all.map(\.notation).joined()) == Self.all)
    #expect(
      try Key.parse("jj<Enter>/a<Space><<x><c-N><pgdn>") == [
        .character("j"), .character("j"), .enter, .character("/"), .character("a"),
        .character(" "), .character("<"), .character("x"), .character(">"), .control("n"),
        .pageDown,
      ])
    #expect(try Key.parse("<C-i><C-m><C-[><C-h>") == [.tab, .enter, .escape, .backspace])
  }

  @Test(
    arguments: [
      ("ab<Foo>c", "\"<Foo>\" at column 3 is not a key."),
      ("<F99>", "\"<F99>\" at column 1 is not a key."),
      ("<>", "\"<>\" at column 1 is not a key."),
      ("j<", "\"<\" at column 2 has no closing >; a < is written <<."),
      (
        "a\u{1B}",
        "\"␛\" at column 2 is a control character; write <Enter>, <Tab>, <Esc> or <C-x>."
      ),
    ] as [(Named<String>, String)]) func errorsNameTokenAndColumn(
      _ notation: Named<String>, message: String
    )
  {
    #expect { try Key.parse(notation.value) } throws: { "\($0)" == message }
  }
}
