import TestSupport
import Testing

extension TerminalTable {
  /// The colours follow the background, and the answer of the terminal is never a key.
  @Suite struct Themes {
    private static let question = "\u{1B}]11;?\u{1B}\\"
    /// What a dark and a light theme write for the titles; see the table of themes.
    private static let (dark, light) = ("38;5;79", "38;5;23")

    /// Answers as a terminal does: as if it were typed.
    private func answer(_ text: String, _ terminal: TmuxSession) {
      let bytes = text.utf8.map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }
      terminal.command("send-keys -H \(bytes.joined(separator: " "))")
    }

    private func start(_ environment: String = "") throws -> TmuxSession {
      let terminal = try TmuxSession()
      terminal.startDdor(quoted(Ddor.file), environment: environment)
      terminal.expectScreen(try Ddor.frame("80x24"), "the first picture waits for nothing")
      #expect(terminal.raw.contains(Self.question))
      return terminal
    }

    @Test(arguments: [
      ("ffff/ffff/ffff", "\u{1B}\\", light), ("1e1e/1e1e/2e2e", "\u{7}", dark),
    ]) func theAnswerDecides(colour: String, end: String, theme: String) throws {
      let terminal = try start()
      answer("\u{1B}]11;rgb:\(colour)\(end)", terminal)
      #expect(terminal.comes { terminal.styledScreen.contains(theme) })
      terminal.expectScreen(try Ddor.frame("80x24"), "no byte of it is a key")
      terminal.type("\nj")
      terminal.expectScreen(try Ddor.frame("80x24", keys: "<Enter>j"))
    }

    @Test func anAnswerInTwoPartsIsOne() throws {
      let terminal = try start()
      answer("\u{1B}]11;rgb:ff", terminal)
      answer("ff/ffff/ffff\u{7}", terminal)
      #expect(terminal.comes { terminal.styledScreen.contains(Self.light) })
      terminal.expectScreen(try Ddor.frame("80x24"))
    }

    /// An Escape alone is a key at once; what comes behind it later is still no key.
    @Test func anAnswerWhoseEscapeStoodAloneIsOne() throws {
      let terminal = try start()
      // It closes the help, so that it is seen when it was taken.
      terminal.type("?")
      #expect(terminal.comes { terminal.screen.joined().contains("Esc closes") })
      answer("\u{1B}", terminal)
      terminal.expectScreen(try Ddor.frame("80x24"))
      answer("]11;rgb:ffff/ffff/ffff\u{7}", terminal)
      #expect(terminal.comes { terminal.styledScreen.contains(Self.light) })
      terminal.expectScreen(try Ddor.frame("80x24"), "no byte of it is a key")
    }

    @Test func escapeAndKeysBehindItAreKeys() throws {
      let terminal = try start()
      // Escape, and the key of the next week, as fast as no person types them.
      answer("\u{1B}]", terminal)
      terminal.expectScreen(try Ddor.frame("80x24", keys: "<Esc>]"))
    }

    @Test func theEnvironmentIsTakenUntilTheAnswerComes() throws {
      let terminal = try start("COLORFGBG='0;15'")
      #expect(terminal.styledScreen.contains(Self.light))
      answer("\u{1B}]11;rgb:0/0/0\u{7}", terminal)
      #expect(terminal.comes { terminal.styledScreen.contains(Self.dark) })
    }

    @Test func whoNamesAThemeIsNotAsked() throws {
      let terminal = try TmuxSession()
      for (theme, colour) in [("light", Self.light), ("dark", Self.dark)] {
        terminal.startDdor("--theme \(theme) \(quoted(Ddor.file))")
        terminal.expectScreen(try Ddor.frame("80x24"))
        #expect(terminal.styledScreen.contains(colour), "\(theme)")
        terminal.type("Q")
        try #expect(terminal.status() == 0)
      }
      terminal.startDdor("--theme mono \(quoted(Ddor.file))")
      terminal.expectScreen(try Ddor.frame("80x24"))
      #expect(!terminal.styledScreen.contains("[38;5"))
      #expect(!terminal.raw.contains(Self.question))
    }

    @Test func anAnswerAtTheEndIsNotLeftToTheShell() throws {
      let terminal = try start()
      answer("Q\u{1B}]11;rgb:ffff/ffff/ffff\u{7}", terminal)
      try #expect(terminal.status() == 0)
      terminal.type("echo done\n")
      #expect(terminal.comes { terminal.screen.contains("done") })
      #expect(!terminal.screen.joined().contains("rgb"))
    }
  }
}
