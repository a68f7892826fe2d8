import TestSupport
import Testing

extension TerminalTable {
  /// A browser that may open few files is slower or says so; it never crashes.
  @Suite struct Limits {
    @Test(arguments: [4, 5, 6, 7, 8, 9, 10, 11, 12])
    func ofDescriptors(count: Int) throws {
      let terminal = try TmuxSession()
      terminal.put(
        "Prepare Date,State,City,Lift Reason\n"
          + String(repeating: "2015-01-05,TEXAS,AUSTIN,Detainer Declined by LEA\n", count: 9_000),
        in: "big.csv")
      terminal.start(
        "(ulimit -n \(count); exec \(quoted(Ddor.path)) --no-cache --fresh big.csv) 2>errors")
      func errors() -> String { terminal.contents(of: "errors") ?? "" }
      func isShown() -> Bool { terminal.screen.last?.contains("quit") == true }
      #expect(terminal.comes { isShown() || !errors().isEmpty })
      if isShown() {
        // Reading goes on beside the screen, and so does finding.
        terminal.type("jl/austin")
        #expect(terminal.comes { terminal.screen.contains { $0.contains("declined austin") } })
        terminal.type("\nQ")
        try #expect(terminal.status() == 0)
      } else {
        try #expect(terminal.status() == 2)
        #expect(errors().hasPrefix("ddor: ") && errors().contains("ulimit -n"), "\(errors())")
      }
    }
  }
}
