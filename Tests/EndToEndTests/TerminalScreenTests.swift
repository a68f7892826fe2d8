import TestSupport
import Testing

extension TerminalTable {
  /// What is painted is what `ddor frame` prints.
  @Suite struct Screen {
    /// The picture holds Unicode on every type: in a UTF-8 locale ncurses writes box characters
    /// as they are and leaves a terminal's own line-drawing set (ACS) alone, so whole screens can
    /// be compared. Colours and attributes differ by type and are not compared here.
    @Test(arguments: ["xterm-256color", "screen-256color", "linux", "vt100"])
    func equalsTheFrame(term: String) throws {
      let terminal = try TmuxSession(term: term)
      for size in ["80x24", "120x40", "40x12", "20x5"] {
        terminal.resize(size)
        terminal.startDdor(quoted(Ddor.file))
        terminal.expectScreen(try Ddor.frame(size), "\(term) \(size) at the start")
        terminal.type("D\njj/ang")
        terminal.expectScreen(try Ddor.frame(size, keys: "D<Enter>jj/ang"), "\(term) \(size)")
        terminal.type("\nQ")
        try #expect(terminal.status() == 0)
        #expect(terminal.isOnMainScreen)
      }
    }

    @Test func showsTheSampleData() throws {
      let terminal = try TmuxSession("120x40")
      terminal.startDdor(quoted(sampleDirectory))
      terminal.expectScreen(try Ddor.frame("120x40", of: sampleDirectory))
    }

    @Test func followsTheSize() throws {
      let terminal = try TmuxSession()
      terminal.startDdor(quoted(Ddor.file))
      terminal.expectScreen(try Ddor.frame("80x24"))
      for size in ["1x1", "20x5", "80x24"] {
        terminal.resize(size)
        terminal.expectScreen(try Ddor.frame(size), "\(size)")
      }
    }

    @Test func followsTheSizeInAPrompt() throws {
      let terminal = try TmuxSession()
      terminal.startDdor(quoted(Ddor.file))
      terminal.expectScreen(try Ddor.frame("80x24"))
      terminal.type("/tra")
      for size in ["80x24", "1x1", "20x5", "80x24"] {
        terminal.resize(size)
        terminal.expectScreen(try Ddor.frame(size, keys: "/tra"), "\(size)")
      }
      terminal.type("v")
      terminal.expectScreen(try Ddor.frame("80x24", keys: "/trav"))
    }

    @Test func comesBackAfterASuspensionInTheNewSize() throws {
      let terminal = try TmuxSession()
      terminal.startDdor(quoted(Ddor.file))
      terminal.expectScreen(try Ddor.frame("80x24"))
      terminal.type("D\nj")
      terminal.expectScreen(try Ddor.frame("80x24", keys: "D<Enter>j"))
      terminal.press("C-z")
      // The commands behind it go on, so the status is that of the stopped program.
      try #expect(terminal.status() == 128 + 20)
      #expect(terminal.isOnMainScreen)
      #expect(terminal.state("cursor_flag") == "1")
      #expect(terminal.contents(of: "after") == terminal.contents(of: "before"))
      terminal.resize("120x40")
      terminal.type("fg\n")
      terminal.expectScreen(try Ddor.frame("120x40", keys: "D<Enter>j"))
    }

    @Test func isASCIIWhereTheLocaleKnowsNothingElse() throws {
      let terminal = try TmuxSession()
      terminal.startDdor(quoted(Ddor.file), environment: "LC_ALL=C")
      terminal.expectScreen(try Ddor.frame("80x24", ascii: true))
      terminal.type("\n?")
      terminal.expectScreen(try Ddor.frame("80x24", keys: "<Enter>?", ascii: true))
      #expect(terminal.screen.joined().filter { !$0.isASCII } == "")
      #expect(terminal.raw.filter { !$0.isASCII } == "")
    }
  }
}
