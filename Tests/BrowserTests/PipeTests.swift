import DetainerModel
import Screen
import TestSupport
import Testing

@testable import Browser

/// Rows that are given to a command, and what it prints.
@Suite struct PipeTests {
  private func request(_ keys: String) throws -> PipeRequest {
    let session = try Session("80x24", keys: keys)
    guard case .pipe(let request) = try #require(session.effects.last) else {
      throw FilterError(column: 0, token: keys, message: "nothing is piped: \(session.screen)")
    }
    return request
  }

  @Test func theRowsOfTheViewGoToTheCommand() throws {
    let request = try request("hf|sort -n<Enter>")
    #expect(request.command == "sort -n" && request.form.format == .csv)
    #expect(request.listing()?.columns.first?.name == "state")
    #expect(try self.request("|wc<Tab><Enter>").form.format == .tsv)
  }

  @Test func anEmptyCommandIsNotRun() throws {
    #expect(try Session("80x24", keys: "|<Enter><Space><Enter>").effects.isEmpty)
  }

  @Test func aCommandIsStoppedAndNothingIsTypedMeanwhile() throws {
    var session = try Session("80x24", keys: "|sleep 9<Enter>xyz")
    #expect(session.contains("It runs; Esc stops it.") && !session.contains("xyz"))
    try session.press("<Esc>")
    #expect(session.effects.last == .stopCommand)
    let request = PipeRequest(command: "sleep 9", form: ExportForm(.csv)) { nil }
    session.take(.piped(request, PipeResult(Array("a\n".utf8), ending: .stopped)))
    #expect(session.contains("1 line, stopped"))
  }

  @Test func earlierCommandsComeBack() throws {
    var session = try Session("80x24", keys: "|")
    for command in ["one", "two"] {
      let request = PipeRequest(command: command, form: ExportForm(.csv)) { nil }
      session.take(.piped(request, PipeResult([], ending: .exited(0))))
      try session.press("<Esc>|")
    }
    try session.press("<C-p>")
    #expect(session.contains("│| two"))
    try session.press("<Up>")
    #expect(session.contains("│| one"))
    try session.press("<Down><Down>")
    #expect(!session.contains("│| two"))
  }

  @Test func whatItPrintsIsScrolledAndSearched() throws {
    var session = try Session("80x24", keys: "|x<Enter>")
    let output = (1...200).map { $0 == 150 ? "a\tneedle \u{1B}[31m" : "line \($0)" }
    session.take(
      .piped(
        PipeRequest(command: "x", form: ExportForm(.csv)) { nil },
        PipeResult(Array(output.joined(separator: "\n").utf8), ending: .exited(3))))
    #expect(session.contains("200 lines, exit status 3  | x") && session.contains("│ line 1 "))
    try session.press("/needle<Enter>")
    #expect(session.contains("│ a       needle ␛[31m"), "\(session.screen)")
    try session.press("G")
    #expect(session.contains("│ line 200"))
    // Letters are letters while they are typed.
    try session.press("/qQ")
    #expect(session.contains("/qQ") && session.effects.count == 1)
    try session.press("<Esc><Esc>")
    #expect(!session.contains("exit status"))
  }

  @Test func whatIsBeyondAllReadingIsCounted() {
    let bytes = Array(String(repeating: "x\n", count: 20_000).utf8)
    let result = PipeResult(bytes, more: 5, ending: .exited(0))
    #expect(result.lines.count == 10_000 && result.lineCount == 20_005)
    #expect(result.words == "20,005 lines, exit status 0, the first 10,000 are here")
  }
}
