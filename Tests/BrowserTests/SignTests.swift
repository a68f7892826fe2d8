import DetainerModel
import Screen
import Testing

@testable import Browser

/// Marks and words of the screen are explained: where they stand, and in the help.
@Suite struct SignTests {
  private func note(_ size: String, _ keys: String = "") throws -> String {
    let lines = try Session(size, keys: keys).state.draw().lines
    return lines[lines.count - 3]
  }

  @Test(arguments: ["80x24", "100x30", "110x34", "120x40", "200x60"])
  func everyMarkOfTheFirstScreenIsExplained(size: String) throws {
    let note = try note(size)
    for words in ["! correct", "+ at least", "◖ part", "◆ published", "206"] {
      #expect(note.contains(words), "\(size): \(note)")
    }
  }

  @Test func marksOfViewsAreExplained() throws {
    #expect(try note("80x24", "hgt").contains("┄ a long gap  ▲ selected"))
    #expect(try note("80x24", "gp").contains("▸ folded"))
    #expect(try note("80x24", "gp<Enter>").contains("▸ folded  ▾ unfolded"))
    #expect(try note("80x24", "f").contains("(hidden) of other outcomes"))
  }

  @Test func marksOfRowsAreExplained() throws {
    #expect(try note("80x24", "<Space>").contains("* marked"))
    #expect(try note("80x24", "/king<Enter>&").contains("● highlighted"))
  }

  @Test func whatIsHighlightedIsNamedBesideTheFilter() throws {
    let session = try Session("80x24", keys: "/king<Enter>&")
    #expect(session.contains("Filter: outcome:declined  ● highlighted: king"))
    #expect(session.contains("n next  & hide the rest"))
    #expect(try Session("40x12", keys: "/king<Enter>&").contains("● king"))
    #expect(try !Session("80x24", keys: "/king<Enter>&&").contains("●"))
  }

  @Test func theHelpHasEveryMark() throws {
    let forms = HelpTexts.signs.map(\.label)
    for sign in ["●", "*", "┄", "▲", "◆", "◖", "▸", "▾", "(5 hidden)", "↑ up", "× gone", "= same"] {
      #expect(forms.contains(sign), "\(sign)")
    }
    #expect(Set(forms).count == forms.count)
  }

  @Test func theGlossaryHasTheWordsOfTheScreens() {
    let words = Set(Glossary.words.map(\.word))
    let wanted = [
      "detainer", "issued", "lift reason", "declined", "resolved", "outcome", "week", "report",
      "jurisdiction", "facility", "AOR", "sample crime", "basis", "correction", "policy", "source",
      "coverage", "remainder", "at least", "between", "Section I", "rank", "not ranked",
      "unlocated",
    ]
    #expect(words.isSuperset(of: wanted), "\(Set(wanted).subtracting(words))")
    #expect(words.count == Glossary.words.count)
  }
}
