import Screen
import Testing

@testable import Browser

/// The hints name the ways to go on for which there is room.
@Suite struct HintsTests {
  private func hints(_ size: String, _ keys: String = "") throws -> String {
    try Session(size, keys: keys).state.draw().lines.suffix(2).joined(separator: "\n")
  }

  @Test(arguments: [
    ("100x30", ["gt trend", "gm map", "gv pivot"]),
    ("120x40", ["gt trend", "gm map", "gv pivot", "gp policies", "gc corrections", "gh health"]),
  ])
  func theViewsAreNamed(size: String, names: [String]) throws {
    let hints = try hints(size)
    for name in names + ["gn caveats", "f count", "= compare"] {
      #expect(hints.contains(name), "\(hints)")
    }
  }

  @Test func theOpenViewIsNotNamed() throws {
    #expect(try !hints("120x40", "gp").contains("gp policies"))
    #expect(try hints("120x40", "gp").contains("gt trend"))
  }

  @Test func oneThatDoesNotFitMakesWayForALaterOne() throws {
    let hints = ["abc", "abcdefgh", "ab"].map { Hint(key: "x", words: $0) }
    #expect(Hints.fitting(hints, in: 12).map(\.words) == ["abc", "ab"])
    #expect(Hints.fitting(hints, in: 4).map(\.words) == ["ab"])
    #expect(try self.hints("80x24").contains("e export"))
  }

  @Test func whatFindsNoRoomBelowStandsBesideTheFilter() throws {
    let lines = try Session("80x24").state.draw().lines.suffix(2).map { $0 }
    #expect(lines[0].contains("[ ] week") && !lines[1].contains("[ ]"))
  }

  @Test func whoHasChosenSomethingIsToldHowToGoIn() throws {
    #expect(try hints("80x24", "stx<Enter>").contains("Enter crimes  e export"))
    #expect(try hints("80x24", "stx<Enter>").contains("u undo"))
  }

  @Test(arguments: ["20x5", "24x7", "40x12", "56x16", "80x24", "100x30", "140x40"])
  func helpAndTheWayOutStay(size: String) throws {
    let last = try #require(hints(size).split(separator: "\n").last)
    #expect(size == "20x5" ? last.hasPrefix("?help") : last.hasSuffix("? help  q quit"))
  }
}
