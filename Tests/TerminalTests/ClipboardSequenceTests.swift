import Testing

@testable import Terminal

/// The sequence that sets the clipboard, as the terminal and what stands before it take it.
@Suite struct ClipboardSequenceTests {
  @Test func aTerminalGetsOneSequence() {
    #expect(
      Multiplexer(tmux: nil, screen: "").clipboardSequence("YQ==") == "\u{1B}]52;c;YQ==\u{7}")
  }

  @Test func tmuxPassesItOn() {
    #expect(
      Multiplexer(tmux: "/tmp/tmux-0/default,1,0", screen: "1.pts").clipboardSequence("YQ==")
        == "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;YQ==\u{7}\u{1B}\\")
  }

  @Test func screenGetsItInPieces() {
    let base64 = String(repeating: "YWJj", count: 500)
    let sequence = Multiplexer(tmux: nil, screen: "1.pts-0.host").clipboardSequence(base64)
    let pieces = sequence.split(separator: "\u{1B}\\")
    #expect(pieces.count == 9)
    #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count <= 242 })
    #expect(pieces.map { $0.dropFirst(2) }.joined() == "\u{1B}]52;c;\(base64)\u{7}")
  }
}
