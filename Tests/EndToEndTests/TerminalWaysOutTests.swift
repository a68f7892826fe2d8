import Foundation
import TestSupport
import Testing

extension TerminalTable {
  /// What leaves the screen for the clipboard, a command or standard output.
  @Suite struct WaysOut {
    private func started(
      _ environment: String = "", term: String = "xterm-256color"
    ) throws -> TmuxSession {
      let terminal = try TmuxSession(term: term)
      terminal.startDdor(quoted(sampleDirectory), environment: environment)
      terminal.expectScreen(try Ddor.frame("80x24", of: sampleDirectory))
      return terminal
    }

    private func expect(
      _ terminal: TmuxSession, shows text: String,
      sourceLocation: SourceLocation = #_sourceLocation
    ) {
      #expect(
        terminal.comes { terminal.screen.contains { $0.contains(text) } },
        "\(text): \(terminal.screen)", sourceLocation: sourceLocation)
    }

    /// The first row, as it is copied.
    private static let row = "TX\tTravis County\t48453\t\t\t142\t142\t2\t2\n"
    private static let base64 = Data(row.utf8).base64EncodedString()

    @Test func theTerminalGetsTheRow() throws {
      let terminal = try started()
      terminal.type("y")
      expect(terminal, shows: "1 row copied (OSC 52)")
      #expect(terminal.raw.contains("\u{1B}]52;c;\(Self.base64)\u{7}"), "\(Self.base64)")
    }

    @Test func tmuxAndScreenGetItInTheirWrapping() throws {
      let inTmux = try started("TMUX=/nowhere,1,0")
      inTmux.type("y")
      expect(inTmux, shows: "1 row copied")
      #expect(
        inTmux.raw.contains("\u{1B}Ptmux;\u{1B}\u{1B}]52;c;\(Self.base64)\u{7}\u{1B}\\"))
      let inScreen = try started("STY=1.x")
      inScreen.type("y")
      expect(inScreen, shows: "1 row copied")
      #expect(inScreen.raw.contains("\u{1B}P\u{1B}]52;c;\(Self.base64)\u{7}\u{1B}\\"))
    }

    @Test func aProgramThatKeepsTheClipboardGetsItToo() throws {
      let terminal = try TmuxSession()
      terminal.put("#!/bin/sh\ncat >\(quoted(terminal.directory + "/copied"))\n", in: "bin/wl-copy")
      chmod("\(terminal.directory)/bin/wl-copy", 0o700)
      terminal.startDdor(
        quoted(sampleDirectory), environment: "WAYLAND_DISPLAY=x PATH=\"$PWD/bin:$PATH\"")
      terminal.expectScreen(try Ddor.frame("80x24", of: sampleDirectory))
      terminal.type("y")
      expect(terminal, shows: "1 row copied (OSC 52, wl-copy)")
      #expect(terminal.contents(of: "copied") == Self.row)
    }

    @Test(arguments: [
      ("all", "1 row copied (OSC 52, wl-copy)"), ("osc52", "1 row copied (OSC 52)"),
      ("command", "1 row copied (wl-copy)"),
      ("off", "1 row not copied: the configuration has the clipboard off"),
    ])
    func aClipboardIsUsedAsItsUserWants(means: String, sentence: String) throws {
      let terminal = try TmuxSession()
      terminal.put("#!/bin/sh\ncat >\(quoted(terminal.directory + "/copied"))\n", in: "bin/wl-copy")
      chmod("\(terminal.directory)/bin/wl-copy", 0o700)
      terminal.put("{defaults: {clipboard: '\(means)'}}", in: "ddor/config.json5")
      terminal.startDdor(
        quoted(sampleDirectory),
        environment: "WAYLAND_DISPLAY=x PATH=\"$PWD/bin:$PATH\" XDG_CONFIG_HOME=\"$PWD\"")
      terminal.expectScreen(try Ddor.frame("80x24", of: sampleDirectory))
      terminal.type("y")
      expect(terminal, shows: means == "off" ? "1 row not copied: " : sentence)
      // What is too long for the status line is shown whole.
      terminal.type("!")
      expect(terminal, shows: sentence)
      #expect(terminal.raw.contains("]52;") == ["all", "osc52"].contains(means))
      #expect(
        terminal.contents(of: "copied") == (["all", "command"].contains(means) ? Self.row : nil))
    }

    @Test func whereThereIsNoClipboardThatIsSaid() throws {
      let terminal = try started(term: "linux")
      terminal.type("y")
      expect(terminal, shows: "1 row not copied: ")
      terminal.type("!")
      expect(terminal, shows: "1 row not copied: this terminal has no clipboard")
      #expect(!terminal.raw.contains("]52;"))
    }

    @Test func whatIsTooMuchForATerminalIsSaid() throws {
      let terminal = try TmuxSession()
      let row = "2015-01-05,I247,COUNTY JAIL,TEXAS,AUSTIN,Detainer Declined by LEA\n"
      terminal.put(
        "Prepare Date,Detainer Type,Detainer Detention Facility,State,City,Lift Reason\n"
          + String(repeating: row, count: 2_000), in: "big.csv")
      terminal.startDdor("--no-cache big.csv")
      expect(terminal, shows: "is a place listed?")
      terminal.type("lY")
      expect(terminal, shows: "2,000 rows not copied: ")
      terminal.type("!")
      expect(terminal, shows: "2,000 rows not copied: a terminal takes 56,244 bytes at most")
      #expect(!terminal.raw.contains("]52;"))
    }

    @Test func aCommandHasNoTerminalAndIsStopped() throws {
      let terminal = try started()
      terminal.type("|head -2; tty; exit 3\n")
      expect(terminal, shows: "3 lines, exit status 3")
      expect(terminal, shows: "not a tty")
      terminal.press("Escape")
      terminal.type("|yes\n")
      expect(terminal, shows: "It runs; Esc stops it.")
      terminal.press("Escape")
      expect(terminal, shows: "the first 10,000 are here")
      terminal.press("Escape")
      terminal.type("|cat >/dev/null; sleep 60\n")
      expect(terminal, shows: "It runs; Esc stops it.")
      terminal.press("C-c")
      expect(terminal, shows: "0 lines, stopped")
    }

    @Test func whatIsPrintedAtTheEndComesBehindTheScreen() throws {
      let terminal = try started()
      terminal.type("e")
      expect(terminal, shows: "Export")
      terminal.press("Up Left Enter")
      expect(terminal, shows: "will be printed when the program ends")
      terminal.type("Q")
      try #expect(terminal.status() == 0)
      #expect(terminal.screen.contains { $0.hasPrefix("CA,Los Angeles County,06037,") })
    }

    @Test func aFileIsWrittenAndItsWholePathSaid() throws {
      let terminal = try started()
      terminal.type("e")
      expect(terminal, shows: "Export")
      terminal.press("C-u")
      terminal.type("x.tsv\n")
      expect(terminal, shows: "written to /")
      #expect(terminal.contents(of: "x.tsv")?.hasPrefix("state\tcounty\t") == true)
    }
  }
}
