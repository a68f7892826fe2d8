import Screen
import Testing

@testable import Terminal

/// What a terminal is asked of its background, and what its answer is taken for.
@Suite struct GroundTests {
  @Test(
    arguments: [
      ("xterm-256color", nil, nil, true), ("foot", nil, nil, true), ("st-256color", nil, nil, true),
      ("linux", nil, nil, false), ("vt100", nil, nil, false), ("ansi", nil, nil, false),
      ("screen-256color", nil, nil, false), ("", nil, nil, false),
      ("screen-256color", "/tmp/tmux-1/default,1,0", nil, true),
      ("tmux-256color", "/tmp/tmux-1/default,1,0", "12.pts-0", true),
      ("xterm-256color", nil, "12.pts-0", false), ("xterm", "", "", true),
    ] as [(String, String?, String?, Bool)])
  func onlyWhoKnowsTheQuestionIsAsked(
    type: String, tmux: String?, screen: String?, isAsked: Bool
  ) {
    let question = GroundQuestion(type: type, tmux: tmux, screen: screen)
    #expect(question.isUnderstood == isAsked)
  }

  @Test(arguments: [
    ("]11;rgb:0000/0000/0000\u{7}", 0x000000), ("]11;rgb:ffff/ffff/ffff\u{1B}\\", 0xFFFFFF),
    ("]11;rgb:1e/1e/2e\u{7}", 0x1E1E2E), ("]11;rgb:f/8/0\u{9C}", 0xFF8800),
    ("]11;rgba:fdfd/f6f6/e3e3/ffff\u{7}", 0xFDF6E3),
  ]) func anAnswerIsRead(text: String, value: Int) throws {
    let answer = try #require(GroundAnswer(text))
    let colour = Colour(
      red: UInt8(value >> 16), green: UInt8(value >> 8 & 255), blue: UInt8(value & 255))
    #expect(answer.colour == colour)
    for length in 1..<text.unicodeScalars.count {
      let start = String(String.UnicodeScalarView(text.unicodeScalars.prefix(length)))
      #expect(GroundAnswer.mayBegin(with: start) && GroundAnswer(start) == nil, "\(start)")
    }
  }

  @Test(arguments: ["]11;?\u{7}", "]11;rgb:\u{7}", "]11;rgb:1/2\u{7}", "]11;rgb:12345/0/0\u{7}"])
  func anAnswerThatSaysNothingIsOne(text: String) throws {
    #expect(try #require(GroundAnswer(text)).colour == nil)
  }

  @Test(arguments: ["]", "[A", "j", "]]", "]1j", "]10;rgb:0/0/0\u{7}"])
  func keysAreNotAnAnswer(text: String) {
    #expect(GroundAnswer(text) == nil && !GroundAnswer.isCutShort(text))
  }

  @Test(
    arguments: [
      (nil, Ground.unknown), ("", .unknown), ("15;0", .dark), ("0;15", .light), ("12;8", .dark),
      ("0;default;15", .light), ("0;7", .light), ("15;default", .unknown), ("7;4", .unknown),
    ] as [(String?, Ground)]) func theEnvironmentIsAFallback(value: String?, ground: Ground)
  {
    #expect(Ground(environment: value) == ground)
  }
}
