import Screen
import Testing

@testable import Browser

/// Commands are found by their names, and the keys after a prefix are listed.
@Suite struct PaletteTests {
  @Test func aCommandIsFoundByItsNameAndRun() throws {
    #expect(try Session("80x24", keys: ":pivo<Enter>").contains("Pivot › "))
    #expect(try Session("80x24", keys: ":caveats<Enter>").contains("Notes and caveats"))
    #expect(try Session("80x24", keys: ":quit<Enter>").effects == [.quit])
    #expect(try Session("80x24", keys: ":zzzzzz").contains("No command has such a name."))
    #expect(try Session("80x24", keys: ":f<Esc>").contains("┬"))
  }

  @Test func theKeysOfTheViewComeFirst() throws {
    let lines = try Session("120x40", keys: "gt:").screen.split(separator: "\n")
    #expect(lines[3].contains("Tab") || lines[3].contains("span") || lines[3].contains("▶"))
    #expect(try !Session("80x24", keys: "gt:zoom").contains("▶ zoom"), "of no use in a view")
  }

  /// Every command is in it, and what Enter on it does is what its key does.
  @Test func everyCommandIsThere() throws {
    var session = try Session("120x40", keys: ":")
    for command in Command.all where command.name != "palette" {
      try session.press("<C-u>\(command.words)")
      #expect(session.contains("▶ \(command.words)"), "\(session)")
    }
  }

  @Test func theNextKeysAreListed() throws {
    let session = try Session("80x24", keys: "g")
    for key in ["f frequency", "t trend", "m map", "n notes", "g top"] {
      #expect(session.contains(" \(key)"), "\(key)")
    }
    #expect(try !Session("80x24", keys: "g<Esc>").contains("Next key"))
    #expect(try Session("40x12", keys: "g").contains("g …"))
  }
}
