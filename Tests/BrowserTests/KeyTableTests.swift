import Foundation
import TestSupport
import Testing

@testable import Browser

/// The keys in the README are those of the one list of commands.
@Suite struct KeyTableTests {
  private var table: String {
    let rows = Command.all.map { command in
      "| " + command.keys.map { "`\($0.replacing("|", with: "\\|"))`" }.joined(separator: " ")
        + " | \(command.help) |\n"
    }
    return "| keys | what they do |\n|---|---|\n" + rows.joined()
  }

  @Test func theREADMEHasEveryKey() throws {
    let path = checkout + "/README.md"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let (start, end) = ("<!-- keys -->\n", "<!-- end of keys -->")
    let before = try #require(text.range(of: start))
    let after = try #require(text.range(of: end))
    try expectText(
      text[..<before.upperBound] + table + text[after.lowerBound...], in: path)
  }

  @Test func noKeyMeansTwoThings() {
    let keys = Command.all.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
    #expect(Set(Command.all.map(\.name)).count == Command.all.count)
  }

  @Test func everyKeyOfAViewIsACommand() throws {
    for keys in ["f", "gv", "gt", "gm", "=", "p", "gp", "gc", "gn", "gd"] {
      let view = try #require(try Session("80x24", keys: keys).state.request.view)
      let commands = view.keys.map(\.command)
      #expect(Set(commands).count == commands.count && commands.allSatisfy(Command.all.contains))
    }
  }
}
