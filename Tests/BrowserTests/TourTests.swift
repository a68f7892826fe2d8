import Screen
import Testing

@testable import Browser

/// The tour goes on as its steps are done on the real screens.
@Suite struct TourTests {
  /// What each step asks for, and what is on the screen after it.
  private static let steps: [(keys: String, shows: String)] = [
    ("Ptrav<Enter>", "On the list"), ("q/state:tx<Enter>", "state:tx"),
    ("l", "Weeks › 2017-01-28 › TX Travis County › 1"), ("=", "Compare › "),
    ("i<Esc>", "Compare › "), ("e", "Export"),
  ]

  @Test(arguments: ["80x24", "120x40", "56x16", "40x12"])
  func everyStepIsDoneByWhatItSays(size: String) throws {
    var session = try Session(size, keys: "?t")
    for (number, step) in Self.steps.enumerated() {
      #expect(session.contains("Tour \(number + 1) of 6"), "\(session)")
      try session.press(step.keys)
      #expect(session.state.size.rows < 20 || session.contains(step.shows), "\(session)")
      try session.expectWhole("step \(number + 1) at \(size)")
    }
    #expect(session.contains("Tour: done"))
    try session.press("<Esc>j")
    #expect(!session.contains("Tour"))
  }

  @Test func whoStraysStaysInTheStep() throws {
    let session = try Session("80x24", keys: "?tfqgtqjj")
    #expect(session.contains("Tour 1 of 6: Find a county"))
  }

  @Test func itEndsWhenAsked() throws {
    #expect(try !Session("80x24", keys: "?t?t").contains("Tour"))
    #expect(try !Session("80x24", keys: "?t:tour<Enter>").contains("Tour"))
    #expect(try Session("80x24", keys: ":tour<Enter>").contains("Tour 1 of 6"))
  }

  /// What a step promises is read before the next one takes its room.
  @Test func theDetailIsWholeWhileItIsRead() throws {
    var session = try Session("80x24", keys: "?tPtrav<Enter>q/state:tx<Enter>l=i")
    #expect(session.contains("Tour 5 of 6") && session.contains("Where this comes from"))
    let seen = try session.screens(pressing: "j", times: 100)
    #expect(seen.contains("Coverage") && session.contains("Esc closes ─┘"), "\(session)")
    try session.press("<Esc>")
    #expect(session.contains("Tour 6 of 6"))
  }

  @Test func smallScreensKeepMoreThanTheTour() throws {
    var session = try Session("40x12", keys: "?t")
    #expect(session.contains("▶ TX Travis County") && session.contains("CO Boulder County"))
    try session.press("Ptrav<Enter>q/state:tx<Enter>")
    #expect(session.contains("Tour 3 of 6") && !session.contains("above the filter"), "\(session)")
  }

  /// The keys in the texts are those that are bound.
  @Test func theTextsNameTheKeysOfTheCommands() throws {
    var session = try Session("120x40", keys: "?t")
    #expect(session.contains("Press P and type a county"))
    try session.press("Ptrav<Enter>")
    #expect(session.contains("Then press /, type state:tx and Enter"))
  }
}
