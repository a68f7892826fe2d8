import TestSupport
import Testing

@testable import Browser

/// What `ddor help` and the manual explain are the texts of the browser.
@Suite struct HelpTopicTests {
  @Test(arguments: [
    ("filter", HelpTexts.filter + HelpTexts.patterns), ("keys", HelpTexts.keys),
    ("words", HelpTexts.words + HelpTexts.signs),
  ])
  func aTopicHasAllThatTheBrowserSays(topic: String, facts: [HelpTexts.Fact]) async throws {
    let run = try await ddor("help", topic)
    #expect(run.code == 0 && run.errors.isEmpty)
    let said = words(run.output)
    for fact in facts { #expect(said.contains(words(fact.label + " " + fact.text))) }
    #expect(run.lines.allSatisfy { $0.count <= 80 })
  }

  @Test func formatsAndDataAreExplained() async throws {
    try await #expect(ddor("help", "formats").output.contains("files end in .ndjson, .jsonl"))
    try await #expect(ddor("help", "data").output.contains("corrections.csv"))
    try await #expect(ddor("help", "list").output.contains("USAGE: ddor list"))
  }

  /// A command is named whole, whichever way its help is asked for.
  @Test(arguments: ["count", "list", "cache", "tour", "browse"])
  func theHelpOfACommandIsOne(name: String) async throws {
    let (asked, named) = (try await ddor("help", name), try await ddor(name, "--help"))
    #expect(asked.code == 0 && asked.output == named.output)
    #expect(named.output.contains("USAGE: ddor"))
  }

  @Test func helpThatIsNotOfACommandIsThatOfAll() async throws {
    let all = try await ddor("--help")
    #expect(all.output.contains("SUBCOMMANDS:"))
    try await #expect(ddor("help").output == all.output)
    try await #expect(ddor("--filter", "state:tx", "--help").output.contains("--filter"))
  }

  @Test func theManualHasEveryCommandOptionKeyAndWord() async throws {
    let manual = try await shell("\"$0\" --experimental-dump-help | \"$(dirname \"$0\")/manual\"")
    #expect(manual.code == 0)
    let plain = manual.output.replacing("\\-", with: "-").replacing("\\(aq", with: "'")
    for word in ["ddor count", "--by KEY", "--filter EXPR", "\\fBtravis\\fR", "\\fBgt\\fR"] {
      #expect(plain.contains(word))
    }
    for fact in HelpTexts.words { #expect(plain.contains(fact.text)) }
    // Nothing in a text is taken for a command of the page.
    let commands = Set(
      manual.lines.filter { $0.hasPrefix(".") }.map { $0.prefix { $0 != " " } })
    #expect(
      commands.subtracting([
        ".\\\"", ".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".br", ".nf", ".fi",
        ".nh", ".ad",
      ]) == [])
  }

  @Test func theLicencesOfAllPartsAreThere() async throws {
    let run = try await ddor("--licences")
    #expect(run.output == contents(of: checkout + "/NOTICE") + "\n")
    try await #expect(ddor("--version").output == "ddor 0.1.0 (commit unknown, debug)\n")
  }

  private func words(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }
}
