import TestSupport
import Testing

/// What people come for, done by the hints on the screen alone, with the keys counted.
///
/// Each story says what is pressed and why one would: what the screen shows before that key.
@Suite struct NineTasksTests {
  /// A story that unfolds key by key: what is pressed, and what on the screen says so.
  private struct Story {
    private(set) var keys = ""
    private(set) var count = 0

    /// Presses one key, or a few letters, after the screen has said what for.
    mutating func press(_ key: String, count: Int = 1, because hint: String? = nil) async throws {
      if let hint {
        let screen = try await self.screen()
        #expect(screen.contains(hint), "before \(key): \(screen)")
      }
      keys += key
      self.count += count
    }

    func screen(_ size: String = "80x24") async throws -> String {
      let run = try await ddor(
        "frame", "--size", size, "--keys", keys, checkout + "/SampleData")
      return run.output
    }
  }

  private func placeListed(
    _ letters: String, _ name: String, _ answer: String
  ) async throws {
    var story = Story()
    try await story.press("P", because: "P is a place listed?")
    try await story.press(letters, count: letters.count, because: "Type its name")
    try await story.press("<Enter>", because: "▶ \(name)")
    let page = try await story.screen()
    #expect(page.contains("Place › \(name)") && page.contains(answer), "\(page)")
    #expect(story.count <= 6)
  }

  @Test func isTravisCountyOnTheList() async throws {
    // It stands under the cursor; Enter on its name is not needed either.
    var story = Story()
    try await story.press("p", because: "▶ TX Travis County      !  142")
    #expect(try await story.screen().contains("Yes: Section I of 1 report; Section II of 2"))
    #expect(story.count == 1)
  }

  @Test func isClarkCountyInNevada() async throws {
    try await placeListed("clar", "NV Clark County", "Yes: Section I of 2 reports")
  }

  @Test func isFranklinCountyInNewYork() async throws {
    try await placeListed("frny", "NY Franklin County", "Yes: Section I of 1 report")
  }

  @Test func isSanDiegoCounty() async throws {
    try await placeListed("sand", "CA San Diego County", "Yes: Section I of 1 report")
  }

  @Test func fromTexasToTheSourceOfARecord() async throws {
    var story = Story()
    try await story.press("s", because: "s state")
    try await story.press("tx", count: 2, because: "type to narrow")
    try await story.press("<Enter>", because: "▶ TX Texas")
    try await story.press("l", because: "Enter crimes")
    try await story.press("i", because: "i shows all")
    let detail = try await story.screen()
    #expect(detail.contains("Source") && detail.contains("ddor-2017-01-28.csv:"), "\(detail)")
    #expect(story.count <= 7)
  }

  @Test func thisWeekBesideAnotherOne() async throws {
    var story = Story()
    try await story.press("]", because: "[ ] week")
    try await story.press("=", because: "= compare")
    #expect(try await story.screen().contains("Compare › 2017-01-28 › 2017-02-04"))
    #expect(story.count <= 2)
  }

  @Test func theStatesOfFY2015ByShareOfResolved() async throws {
    var story = Story()
    try await story.press("f", because: "f count")
    try await story.press("a", because: "a all reports")
    try await story.press("%", because: "% measure")
    try await story.press("%", because: "% of issued")
    let screen = try await story.screen()
    #expect(screen.contains("by state") && screen.contains("% of resolved, of 100 or more"))
    #expect(screen.contains("CO                   416       640         65.0 %"))
    #expect(screen.contains("5,501    26,790         20.5 %"))
    #expect(story.count <= 4)
  }

  @Test func texasAsAFile() async throws {
    var story = Story()
    try await story.press("s", because: "s state")
    try await story.press("tx", count: 2, because: "type to narrow")
    try await story.press("<Enter>", because: "▶ TX Texas")
    try await story.press("e", because: "e export")
    #expect(try await story.screen().contains("ddor-2017-01-28-tx-jurisdictions.csv"))
    // Enter, the sixth key, writes: a screen that is printed writes nothing.
    try await story.press("<Enter>", because: "Enter")
    #expect(story.count <= 6)
  }

  @Test func theCaveats() async throws {
    var story = Story()
    try await story.press("gn", count: 2, because: "gn caveats")
    #expect(try await story.screen().contains("Lists only the declines that ICE personnel"))
    #expect(story.count <= 2)
  }

  @Test func twoStatesAndACrimeAndBack() async throws {
    var story = Story()
    try await story.press("s", because: "s state")
    try await story.press("<Tab>", because: "Tab marks")
    try await story.press("<Tab>", because: "1 marked: Enter takes TX Texas")
    try await story.press("<Enter>", because: "2 marked: Enter takes TX Texas, CA California")
    try await story.press("t", because: "t crime")
    try await story.press("du", count: 2, because: "type to narrow")
    try await story.press("<Enter>", because: "▶ DUI")
    #expect(try await story.screen().contains("state:TX,CA crime:DUI"))
    try await story.press("u", because: "u undo")
    let back = try await story.screen()
    #expect(back.contains("Filter: outcome:declined state:TX,CA  /"))
    #expect(back.contains("taken back: the filter crime:DUI; C-r makes it again"))
    #expect(story.count <= 9)
  }

  @Test func leaving() async throws {
    var story = Story()
    try await story.press("q", because: "q quit")
    #expect(story.count == 1)
  }
}
