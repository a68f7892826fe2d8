import TestSupport
import Testing

/// The configuration of a user, from its file to what commands do.
@Suite struct ConfigCommandTests {
  private func run(_ script: String, configuration: String?) async throws -> Run {
    try await withTemporaryDirectory { directory in
      let run = try await shell(
        """
        export XDG_CONFIG_HOME=\(directory); mkdir \(directory)/ddor
        \(configuration.map { "printf %s \(quoted($0)) >\(directory)/ddor/config.json5" } ?? "")
        \(script)
        """)
      return Run(
        output: run.output.replacing(directory, with: "HERE"),
        errors: run.errors.replacing(directory, with: "HERE"), code: run.code)
    }
  }

  @Test func whereItIs() async throws {
    let run = try await run("$0 config", configuration: nil)
    #expect(run.output == "HERE/ddor/config.json5\n" && run.errors == "" && run.code == 0)
    let home = try await shell("HOME=/home/you $0 config; unset HOME; $0 config")
    #expect(home.output == "/home/you/.config/ddor/config.json5\n")
    #expect(home.errors.hasPrefix("ddor: There is no place for a configuration; set HOME"))
    #expect(home.code == 2)
  }

  @Test func whatIsPrintedCanBeRead() async throws {
    let run = try await run(
      """
      $0 config --dump >$XDG_CONFIG_HOME/ddor/config.json5; cp $XDG_CONFIG_HOME/ddor/config.json5 \
      $XDG_CONFIG_HOME/first; $0 config --dump | cmp - $XDG_CONFIG_HOME/first && echo same
      """, configuration: nil)
    #expect(run.output == "same\n" && run.errors == "")
  }

  @Test func aWrongEntryIsNamedAndStopsNothing() async throws {
    let run = try await run(
      "$0 config --dump | grep minimum:",
      configuration: "{\n  defaults: {\n    measure: 'isued',\n    minimum: 5 }\n}\n")
    #expect(run.output == "    minimum: 5,\n" && run.code == 0)
    #expect(
      run.errors.hasPrefix(
        "ddor: HERE/ddor/config.json5, line 3: defaults.measure: “isued”: there is no measure"))
  }

  /// What scripts read is the same for everyone.
  @Test func aPipeHasNoConfiguration() async throws {
    let count = "$0 count --by state --columns state --limit 1"
    let run = try await run(
      "\(count)", configuration: "{defaults: {measure: 'issued', format: 'json'}}")
    #expect(run.output == "state\nCA\n")
  }

  @Test func framesReadNoConfiguration() async throws {
    let broken = try await run("$0 frame --size 40x4", configuration: "{ broken")
    let none = try await run("$0 frame --size 40x4", configuration: nil)
    #expect(broken.output == none.output && broken.errors == "")
  }
}

extension TerminalTable {
  @Suite struct ConfigurationTests {
    /// What the first command measures when nothing is said, and with the option, is the same.
    @Test(arguments: ["count --by state", "compare 2017-01-28 2017-02-04", "sql --by state"])
    func everyCountingCommandMeasuresWhatIsUsual(command: String) throws {
      let session = try TmuxSession("100x20")
      session.put("{defaults: {measure: 'issued'}}", in: "config.json5")
      session.start(
        """
        mkdir ddor; mv config.json5 ddor; export XDG_CONFIG_HOME=$PWD; clear
        # How far slow work has come is no part of the answer.
        script -qc "'\(Ddor.path)' \(command) 2>/dev/null" /dev/null >unsaid
        script -qc "'\(Ddor.path)' \(command) --measure issued 2>/dev/null" /dev/null >issued
        script -qc "'\(Ddor.path)' \(command) --measure declined 2>/dev/null" /dev/null >declined
        '\(Ddor.path)' \(command) >pipe
        '\(Ddor.path)' \(command) --measure declined | cmp - pipe
        cmp unsaid issued && ! cmp -s unsaid declined && echo "as is usual"
        """)
      #expect(try session.status() == 0)
      #expect(session.screen.contains("as is usual"))
    }

    @Test func aTerminalHasTheOneOfItsUser() throws {
      let session = try TmuxSession("100x20")
      session.put(
        "{defaults: {measure: 'issued', format: 'markdown'}, columns: {weeks: ['week']}}",
        in: "config.json5")
      session.start(
        """
        mkdir ddor; mv config.json5 ddor; export XDG_CONFIG_HOME=$PWD; clear
        \(quoted(Ddor.path)) count --by state --columns state --limit 1 2>/dev/null
        \(quoted(Ddor.path)) list weeks --limit 1
        """)
      #expect(try session.status() == 0)
      #expect(
        session.screen.prefix(6) == [
          "| state |", "| --- |", "| TX |", "| week |", "| --- |", "| 2025-01-01 |",
        ])
    }
  }
}
