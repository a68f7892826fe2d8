import Glibc
import Testing

extension TerminalTable {
  /// Whatever ends the program, the terminal is given back.
  @Suite struct Ending {
    @Test(arguments: [
      SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV, SIGBUS, SIGUSR1, SIGUSR2, SIGALRM, SIGXCPU,
      SIGVTALRM,
    ])
    func signal(_ number: Int32) throws {
      let terminal = try TmuxSession()
      terminal.startDdor(quoted(Ddor.file))
      terminal.expectScreen(try Ddor.frame("80x24"))
      try #require(!terminal.isOnMainScreen)
      // The cursor stands on the sentence that says why there is no row: it is never hidden.
      terminal.type("/zzzz\n")
      terminal.expectScreen(try Ddor.frame("80x24", keys: "/zzzz<Enter>"))
      try #require(terminal.state("cursor_flag") == "1")

      try #require(kill(terminal.pid(), number) == 0)
      try #expect(terminal.status() == 128 + Int(number))
      try expectGivenBack(terminal)
    }

    @Test func quitting() throws {
      let terminal = try TmuxSession()
      terminal.startDdor(quoted(Ddor.file))
      terminal.expectScreen(try Ddor.frame("80x24"))
      terminal.type("Q")
      try #expect(terminal.status() == 0)
      try expectGivenBack(terminal)
    }

    /// Types without another screen keep the picture; the prompt comes below it.
    @Test func quittingWithOneScreenOnly() throws {
      let terminal = try TmuxSession("40x12", term: "vt100")
      terminal.startDdor(quoted(Ddor.file))
      terminal.expectScreen(try Ddor.frame("40x12"))
      terminal.type("Q")
      try #expect(terminal.status() == 0)
      try expectGivenBack(terminal)
      #expect(terminal.state("cursor_y") == "11")
    }

    @Test(arguments: ["kill-pane", "kill-server"])
    func losingTheTerminalWhileHangupsAreIgnored(how: String) throws {
      let terminal = try TmuxSession()
      terminal.start(
        "sh -c 'trap \"\" HUP; echo $$ >pid; exec \"$0\" \"$1\"' "
          + "\(quoted(Ddor.path)) \(quoted(Ddor.file))")
      terminal.expectScreen(try Ddor.frame("80x24"))
      let pid = try terminal.pid()
      defer { kill(pid, SIGKILL) }
      try #require(isRunning(pid))
      terminal.command(how)
      #expect(terminal.comes { !isRunning(pid) }, "ddor lives on without a terminal")
    }

    private func expectGivenBack(_ terminal: TmuxSession) throws {
      let modes = try #require(terminal.contents(of: "before"))
      #expect(modes.contains("icanon") && !modes.contains("-icanon"))
      #expect(terminal.contents(of: "after") == modes)
      #expect(terminal.isOnMainScreen)
      #expect(terminal.state("cursor_flag") == "1")
      #expect(terminal.state("keypad_flag") == "0")
      // The shell works as before, and what it prints has no colours left over.
      terminal.type("echo do''ne\n")
      #expect(terminal.comes { terminal.screen.contains("done") })
      #expect(terminal.styledScreen.contains("\ndone\n"))
    }

    /// A dead process that nobody has asked about yet does not count.
    private func isRunning(_ pid: pid_t) -> Bool {
      guard let file = fopen("/proc/\(pid)/stat", "r") else { return false }
      defer { fclose(file) }
      var line = [UInt8](repeating: 0, count: 512)
      let length = fread(&line, 1, line.count, file)
      return !String(decoding: line.prefix(length), as: UTF8.self).contains(") Z ")
    }
  }
}
