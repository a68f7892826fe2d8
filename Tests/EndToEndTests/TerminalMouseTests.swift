import TestSupport
import Testing

extension TerminalTable {
  /// The mouse is taken where it is asked for, and given back.
  @Suite struct MouseOfTheTerminal {
    private static let on = "\u{1B}[?1006;1000h"

    @Test func isTakenOnlyWhenAskedFor() throws {
      let terminal = try TmuxSession()
      terminal.startDdor(quoted(Ddor.file))
      terminal.expectScreen(try Ddor.frame("80x24"))
      #expect(terminal.state("mouse_any_flag") == "0")
      terminal.type("Q")
      try #expect(terminal.status() == 0)

      terminal.startDdor("--mouse \(quoted(Ddor.file))")
      terminal.expectScreen(try Ddor.frame("80x24"))
      #expect(terminal.comes { terminal.state("mouse_any_flag") == "1" })
      // A press and a release on the fifth line of the first pane, as the terminal reports them.
      let line = "\u{1B}[<0;20;5M\u{1B}[<0;20;5m"
      let bytes = line.utf8.map { byte in
        byte < 16 ? "0" + String(byte, radix: 16) : String(byte, radix: 16)
      }
      terminal.type("D")
      terminal.expectScreen(try Ddor.frame("80x24", keys: "D"))
      terminal.command("send-keys -H \(bytes.joined(separator: " "))")
      terminal.expectScreen(try Ddor.frame("80x24", keys: "Djj"))
      terminal.type("Q")
      try #expect(terminal.status() == 0)
      #expect(terminal.comes { terminal.state("mouse_any_flag") == "0" })
    }

    @Test func isGivenBackByASignal() throws {
      let terminal = try TmuxSession()
      terminal.startDdor("--mouse \(quoted(Ddor.file))")
      terminal.expectScreen(try Ddor.frame("80x24"))
      #expect(terminal.comes { terminal.state("mouse_any_flag") == "1" })
      terminal.command("run-shell 'kill -SEGV \(try terminal.pid())'")
      try #expect(terminal.status() == 128 + 11)
      #expect(terminal.comes { terminal.state("mouse_any_flag") == "0" })
    }
  }
}
