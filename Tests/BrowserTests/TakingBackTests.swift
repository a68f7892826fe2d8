import DetainerModel
import Screen
import TestSupport
import Testing

@testable import Browser

/// What was done is taken back and made again.
@Suite struct TakingBackTests {
  @Test func filtersAreTakenBackAndMadeAgain() throws {
    var session = try Session("80x24", keys: "/state:tx<Enter>cbast<Enter>")
    #expect(session.contains("state:tx county:48021"))
    try session.press("u")
    #expect(session.contains("Filter: outcome:declined state:tx "))
    #expect(session.contains("taken back: the filter"))
    try session.press("u")
    #expect(session.contains("Filter: outcome:declined  "))
    try session.press("u")
    #expect(session.contains("there is nothing to take back"))
    try session.press("<C-r><C-r>")
    #expect(session.contains("state:tx county:48021"))
    try session.press("<C-r>")
    #expect(session.contains("nothing was taken back"))
  }

  @Test func aNewChangeForgetsWhatWasTakenBack() throws {
    var session = try Session("80x24", keys: "/state:tx<Enter>uD")
    try session.press("<C-r>")
    #expect(session.contains("nothing was taken back") && session.contains("Filter: (none)"))
  }

  @Test func marksSortZoomAndViewsAreTakenBack() throws {
    for (keys, before) in [
      ("*", "▶ TX Travis"), ("O", "▶ TX Travis"), ("+", "┬"), ("f", "┬"), ("ojj<Enter>", "▶ TX"),
    ] {
      let start = try Session("80x24")
      var session = start
      try session.press(keys)
      #expect(session.screen != start.screen)
      try session.press("uj<Up>")
      #expect(session.contains(before), "\(keys)")
      #expect(session.state.history.past.isEmpty, "\(keys)")
    }
  }

  @Test func theViewBeforeIsOpenedAgainUnderThisFilter() throws {
    var session = try Session("80x24", keys: "fgt/state:tx<Enter><C-o>")
    #expect(session.contains("Frequency › ") && session.contains("state:tx"))
    try session.press("<C-o>")
    #expect(session.contains("┬") && session.contains("state:tx"))
    try session.press("<C-o>")
    #expect(session.contains("no view was open before"))
  }

  /// However keys are mixed, all that can be taken back leads to the start.
  @Test(arguments: 0..<12) func everythingLeadsBackToTheStart(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let keys = [
      "D", "O", "*", "j", "k", "l", "h", "f", "gt", "q", "/state:tx<Enter>", "<Esc>", "C", "+", "_",
      "<Space>", "]", "[", "#", "-", "&", "gm", "%", "<C-o>", "u", "<C-r>", "v", "M", "<Enter>",
    ]
    var session = try Session("80x24")
    let start = session.state.request
    for _ in 0..<40 {
      try session.press(random.pick(keys))
      if session.effects.contains(.quit) { session.effects = [] }
    }
    try session.press("<Esc><Esc><Esc><Esc><Esc><Esc>")
    var steps = 0
    while !session.state.history.past.isEmpty, steps < 300 {
      try session.press("u")
      steps += 1
    }
    #expect(session.state.request.query == start.query && session.state.request.view == nil)
    #expect(session.state.marks.allSatisfy(\.value.isEmpty) && !session.state.isZoomed)
  }
}
