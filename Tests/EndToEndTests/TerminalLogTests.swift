import TestSupport
import Testing

extension TerminalTable {
  /// What happens is written down, and links are given to a command.
  @Suite struct LogsAndLinks {
    @Test func theLogHasWhatHappenedAndNoKeys() throws {
      let terminal = try TmuxSession()
      terminal.startDdor("--log log \(quoted(Ddor.file))")
      terminal.expectScreen(try Ddor.frame("80x24"))
      terminal.type("/secretword\u{1B}gz")
      terminal.expectScreen(try Ddor.frame("80x24", keys: "/secretword<Esc>gz"))
      terminal.resize("100x30")
      terminal.expectScreen(try Ddor.frame("100x30", keys: "/secretword<Esc>gz"))
      terminal.type("Q")
      try #expect(terminal.status() == 0)
      let log = try #require(terminal.contents(of: "log"))
      let lines = log.split(separator: "\n")
      for line in lines {
        #expect(
          line.prefixMatch(of: /20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\d\dZ \S/) != nil, "\(line)")
      }
      for words in [
        "opens 1 path", "the first picture, 80x24, 43 rows", "size 100x30", "quit", "has ended",
      ] {
        #expect(log.contains(words), "\(words)")
      }
      #expect(log.contains("status: gz is not a key here"))
      #expect(!log.contains("secretword"))
      terminal.start("\(quoted(Ddor.path)) --log no/such/log \(quoted(Ddor.file)) 2>errors")
      try #expect(terminal.status() == 2)
      #expect(
        terminal.contents(of: "errors")?.contains("The log no/such/log cannot be written") == true)
    }

    @Test func aLinkIsGivenToTheCommand() throws {
      let terminal = try TmuxSession()
      let place = terminal.directory
      terminal.put(
        "#!/bin/sh\nprintf '%s\\n' \"$#\" \"$1\" >\(place)/opened.part\nmv \(place)/opened.part \(place)/opened\n",
        in: "view")
      terminal.put("{ browser: { link: 'sh \(place)/view {}' } }", in: "config/ddor/config.json5")
      terminal.startDdor(
        quoted(sampleDirectory), environment: "XDG_CONFIG_HOME=\(place)/config")
      #expect(terminal.comes { terminal.screen.joined().contains("DUI") })
      terminal.type("lgo")
      #expect(terminal.comes { terminal.contents(of: "opened") != nil })
      let opened = (terminal.contents(of: "opened") ?? "").split(separator: "\n")
      #expect(opened.first == "1" && opened.last?.hasPrefix("https://") == true)
      terminal.type("Q")
      try #expect(terminal.status() == 0)
    }
  }
}
