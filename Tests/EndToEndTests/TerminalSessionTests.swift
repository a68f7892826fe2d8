import Glibc
import TestSupport
import Testing

extension TerminalTable {
  /// What is left is taken up again, and nothing else depends on it.
  @Suite struct Sessions {
    @Test func theLastSessionIsTakenUpAgain() throws {
      let terminal = try TmuxSession()
      let state = "XDG_STATE_HOME=\(terminal.directory)/state"
      func start(_ arguments: String = "") {
        terminal.startDdor("\(arguments) \(quoted(Ddor.file))", environment: state)
      }
      func end() throws {
        terminal.type("Q")
        try #expect(terminal.status() == 0)
      }
      func shows(_ texts: String...) -> Bool {
        terminal.comes {
          let screen = terminal.screen.joined(separator: "\n")
          return texts.allSatisfy(screen.contains)
        }
      }
      start()
      terminal.expectScreen(try Ddor.frame("80x24"))
      terminal.type("/state:tx\nj")
      terminal.expectScreen(try Ddor.frame("80x24", keys: "/state:tx<Enter>j"))
      try end()

      start()
      #expect(shows("as you left it", "state:tx", "▶ TX Bastrop County"))
      terminal.type("\u{1B}")
      #expect(terminal.comes { !terminal.screen.joined().contains("state:tx") })
      terminal.type("F")
      #expect(shows("Last filters", "outcome:declined state:tx"))
      terminal.type("\n")
      #expect(shows("Filter: outcome:declined state:tx"))
      try end()

      start("--fresh")
      terminal.expectScreen(try Ddor.frame("80x24"))
      try end()
      // What is asked for on the command line comes first.
      terminal.start("\(state) \(quoted(Ddor.path)) frame \(quoted(Ddor.file)) >frame")
      try #expect(terminal.status() == 0)
      #expect(terminal.contents(of: "frame")?.contains("as you left it") == false)

      terminal.put("{ \"version\": 1", in: "state/ddor/sessions.json")
      start()
      #expect(shows("The last session is not restored"))
      terminal.type("/dui\n")
      #expect(shows("Filter: outcome:declined dui"))
      try end()
      #expect(terminal.contents(of: "state/ddor/sessions.json")?.contains("dui") == true)
    }

    /// A connection that breaks, or who ends the program from outside, loses nothing.
    @Test(arguments: ["HUP", "TERM"])
    func aSignalKeepsTheSession(signal: String) throws {
      let terminal = try TmuxSession()
      let state = "XDG_STATE_HOME=\(terminal.directory)/state"
      terminal.start(
        "sh -c 'echo $$ >pid; exec env \(state) \(quoted(Ddor.path)) \(quoted(Ddor.file))'")
      terminal.expectScreen(try Ddor.frame("80x24"))
      terminal.type("/state:tx\nj")
      terminal.expectScreen(try Ddor.frame("80x24", keys: "/state:tx<Enter>j"))
      let pid = try terminal.pid()
      kill(pid, signal == "HUP" ? SIGHUP : SIGTERM)
      try #expect(terminal.status() == 128 + (signal == "HUP" ? SIGHUP : SIGTERM))

      terminal.startDdor(quoted(Ddor.file), environment: state)
      #expect(
        terminal.comes {
          let screen = terminal.screen.joined(separator: "\n")
          return ["as you left it", "state:tx", "▶ TX Bastrop County"].allSatisfy(screen.contains)
        })
      terminal.type("Q")
      try #expect(terminal.status() == 0)
    }
  }
}
