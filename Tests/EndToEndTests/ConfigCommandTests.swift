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
      "$0 count --by state --state tx,ca --sort state --columns state",
      configuration: "{\n  defaults: {\n    measure: 'isued',\n    minimum: 5 }\n}\n")
    #expect(run.output == "state\nCA\nTX\n" && run.code == 0)
    #expect(
      run.errors.hasPrefix(
        "ddor: HERE/ddor/config.json5, line 3: defaults.measure: “isued”: there is no measure"))
  }

  @Test func theMeasureOrdersCounts() async throws {
    let run = try await run(
      "$0 count --by state --columns state --limit 1; $0 count --by state --columns state --limit 1 --measure declined",
      configuration: "{defaults: {measure: 'issued'}}")
    #expect(run.output == "state\nTX\nstate\nCA\n")
  }

  @Test func framesReadNoConfiguration() async throws {
    let broken = try await run("$0 frame --size 40x4", configuration: "{ broken")
    let none = try await run("$0 frame --size 40x4", configuration: nil)
    #expect(broken.output == none.output && broken.errors == "")
  }
}
