import Glibc
import Screen
import Testing
import Text

@testable import Terminal

@Suite struct TerminalErrorTests {
  @Test func errorsAreSentencesWithAWayOut() {
    #expect(
      TerminalError.unknownType("foo").description
        == "The terminal type \"foo\" is not known here; set TERM to one of xterm-256color, "
        + "screen-256color, linux or vt100, or use ddor list.")
    for error in [
      .noType, .incapableType("dumb"), .notATerminal("input"), .tooManyFiles,
    ] as [TerminalError] {
      #expect(error.description.contains("ddor list") && error.description.hasSuffix("."))
    }
  }

  @Test func aHostileTypeIsMadeVisible() {
    let name = "\u{1B}]0;x\u{7}" + String(repeating: "y", count: 500)
    let message = TerminalError.unknownType(name).description
    #expect(message == harmless(message) && message.count < 250)
  }

  /// An exit test, because its process has no terminal on any of its files.
  @Test func withoutATerminalNothingIsTaken() async {
    await #expect(processExitsWith: .exitCode(2)) {
      do throws(TerminalError) {
        let terminal = try Terminal()
        terminal.close()
      } catch {
        exit(error.description.contains("ddor list") ? 2 : 1)
      }
      exit(0)
    }
  }
}
