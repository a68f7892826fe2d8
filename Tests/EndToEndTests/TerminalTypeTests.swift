import TestSupport
import Testing

extension TerminalTable {
  /// Terminals that can show no screen or no colours, and what is typed or read into them.
  @Suite struct Kind {
    @Test(arguments: ["nonsense-9000", "dumb", "", nil])
    func refusedType(term: String?) throws {
      let terminal = try TmuxSession(term: term)
      terminal.start(
        (term == nil ? "env -u TERM " : "") + "\(quoted(Ddor.path)) \(quoted(Ddor.file)) 2>errors")
      try #expect(terminal.status() == 2)
      let errors = try #require(terminal.contents(of: "errors"))
      #expect(errors.hasSuffix("\n") && errors.filter { $0 == "\n" }.count == 1, "\(errors)")
      #expect(errors.contains("ddor list"))
      #expect(
        errors.contains(term.map { $0.isEmpty ? "TERM is not set" : $0 } ?? "TERM is not set"))
      // The last prompt is the end of all that was written.
      #expect(terminal.comes { terminal.raw.hasSuffix("run\r\n$ ") }, "\(terminal.raw)")
      #expect(terminal.contents(of: "after") == terminal.contents(of: "before"))
    }

    @Test func withoutColours() throws {
      let colourful = try colours(environment: "")
      #expect(colourful.contains { (30...49).contains($0) || (90...107).contains($0) })
      let plain = try colours(environment: "NO_COLOR=1")
      #expect(plain.filter { (30...49).contains($0) || (90...107).contains($0) } == [])
      #expect(plain.contains(7), "the row under the cursor is not reverse")
      #expect(plain.contains(1), "titles are not bold")
      // See no-color.org: the empty value does not count.
      #expect(try colours(environment: "NO_COLOR=").contains(38))
    }

    /// The parameters of all sequences that set colours and attributes.
    private func colours(environment: String) throws -> [Int] {
      let terminal = try TmuxSession()
      terminal.startDdor(quoted(Ddor.file), environment: environment)
      terminal.expectScreen(try Ddor.frame("80x24"))
      terminal.type("D\njj")
      terminal.expectScreen(try Ddor.frame("80x24", keys: "D<Enter>jj"))
      terminal.type("Q")
      try #expect(terminal.status() == 0)
      return terminal.raw.matches(of: /\x1B\[([0-9;:]*)m/).flatMap { match in
        match.1.split(whereSeparator: { ";:".contains($0) }).compactMap { Int($0) }
      }
    }

    @Test func pasteInBrackets() throws {
      let terminal = try TmuxSession("120x40")
      terminal.startDdor(quoted(Ddor.file))
      terminal.expectScreen(try Ddor.frame("120x40"))
      #expect(terminal.raw.contains("\u{1B}[?2004h"))
      terminal.type("/")
      terminal.expectScreen(try Ddor.frame("120x40", keys: "/"))
      terminal.paste("doña q")
      terminal.expectScreen(try Ddor.frame("120x40", keys: "/doña q"))
      // What was typed goes on behind it.
      terminal.type("x")
      terminal.expectScreen(try Ddor.frame("120x40", keys: "/doña qx"))
      terminal.type("\nQ")
      try #expect(terminal.status() == 0)
      #expect(terminal.comes { terminal.raw.contains("\u{1B}[?2004l") })
    }

    /// Field, file name and message are hostile; what they hold is shown without its controls.
    @Test func hostileData() throws {
      let terminal = try TmuxSession("120x40")
      let facility = "Jail\u{1B}]0;owned\u{07}\u{1B}[31m\u{9B}5m\u{202E}liaJ\u{2066}\u{0E} end"
      let name = "a\u{1B}]2;owned\u{07}\u{202E}.csv"
      // Harmless rows behind it: a file with too many controls is not taken for text at all.
      let harmless = String(
        repeating: ",,Orange County Main Jail,CA,Orange County,Assault,2017-01-28\n", count: 20)
      terminal.put(
        """
        issued,lifted,facility,state,county,crime,week
        ,,\(facility),CA,Orange County,\(facility),2017-01-28
        \(harmless)
        """, in: name)
      let path = "\(terminal.directory)/\(name)"
      let title = terminal.state("pane_title")
      // With a theme nothing is asked of the terminal, so that every sequence would be the data's.
      terminal.startDdor("--theme dark \(quoted(path))")
      let keys = "D<Enter><Enter>"
      let frame = try Ddor.frame("120x40", keys: keys, of: path)
      terminal.expectScreen(try Ddor.frame("120x40", of: path))
      terminal.type("D\n\n")
      terminal.expectScreen(frame)
      #expect(frame.contains { $0.contains("owned") && $0.contains("end") }, "\(frame)")

      #expect(terminal.state("pane_title") == title)
      // Read by scalar: as characters they could hide in another.
      let raw = terminal.raw.unicodeScalars
      let banned: Set<Unicode.Scalar> = ["\u{07}", "\u{0E}", "\u{9B}", "\u{202E}", "\u{2066}"]
      #expect(raw.filter { banned.contains($0) }.isEmpty)
      for text in [terminal.raw, terminal.styledScreen] {
        #expect(!text.contains("\u{1B}]"))
        #expect(!text.contains("\u{1B}[31m"))
      }

      // The same name in a message: the file is gone when it is opened.
      terminal.type("qQ")
      try #expect(terminal.status() == 0)
      terminal.start("\(quoted(Ddor.path)) \(quoted("no" + name)) 2>errors")
      try #expect(terminal.status() != 0)
      let message = try #require(terminal.contents(of: "errors"))
      #expect(message.contains("owned"))
      #expect(message.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 }, "\(message)")
      #expect(message.unicodeScalars.filter { banned.contains($0) }.isEmpty)
    }
  }
}
