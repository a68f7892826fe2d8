import CNcurses
import Screen
import Testing

@testable import Terminal

@Suite struct KeyCursesTests {
  @Test(arguments: [
    (0x09, Key.tab), (0x0D, .enter), (0x1B, .escape), (0x7F, .backspace), (0x08, .backspace),
    (0x00, .control("@")), (0x03, .control("c")), (0x1A, .control("z")), (0x1C, .control("\\")),
    (0x1F, .control("_")), (0x0A, .control("j")), (0x20, .character(" ")), (0xF1, .character("ñ")),
  ]) func charactersAreKeys(_ value: Int, key: Key) {
    #expect(Key(character: UInt32(value)) == key)
  }

  @Test func whatIsNoKeyIsNil() {
    #expect(Key(character: 0x9B) == nil)
    #expect(Key(character: 0xD800) == nil)
    #expect(Key(code: KEY_RESIZE) == nil)
  }

  @Test func codesAreKeys() {
    #expect(Key(code: KEY_NPAGE) == .pageDown)
    #expect(Key(code: KEY_F0 + 12) == .function(12))
    #expect(Key(code: KEY_BTAB) == .backTab)
  }

  @Test func delaysAreDroppedFromCapabilities() {
    #expect(Capabilities.withoutPadding("\u{1B}[m\u{F}$<2>") == "\u{1B}[m\u{F}")
    #expect(Capabilities.withoutPadding("a$b$<5/>c$") == "a$bc$")
    #expect(Capabilities.withoutPadding("") == "")
  }
}
