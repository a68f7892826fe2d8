import Screen
import Testing

@testable import Browser

/// No mark of a list to pick from is applied unseen.
@Suite struct PickingTests {
  @Test(arguments: ["20x5", "24x7", "40x12", "56x16", "80x24", "120x40"])
  func aMarkStaysInSight(size: String) throws {
    let session = try Session(size, keys: "s<Tab>zz")
    #expect(session.contains("1 marked: "), "\(session)")
    #expect(session.contains("TX"), "\(session)")
  }

  @Test(arguments: ["40x12", "80x24"])
  func manyMarksAreCountedAndNamed(size: String) throws {
    let session = try Session(size, keys: "s<Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab>")
    #expect(session.contains("8 marked: "), "\(session)")
    for state in ["TX", "CA", "CO", "NY", "MD", "PA", "WA", "MN"] {
      #expect(session.contains(state), "\(state): \(session)")
    }
  }

  @Test func whatTheFilterHasIsNotReplacedInSilence() throws {
    var session = try Session("80x24", keys: "s<Tab><Enter>scal")
    #expect(
      session.contains("filtered by TX Texas; Enter takes CA California instead"), "\(session)")
    try session.press("<Enter>")
    #expect(session.contains("state:CA") && !session.contains("state:TX"))
    #expect(session.contains("CA California in place of TX Texas"), "\(session)")
  }

  @Test func tabAddsToWhatTheFilterHas() throws {
    let session = try Session("80x24", keys: "s<Tab><Enter>scal<Tab><Enter>")
    #expect(session.contains("state:TX,CA"))
  }

  @Test func takingTheSameAgainSaysNothing() throws {
    #expect(try !Session("80x24", keys: "s<Tab><Enter>s<Enter>").contains("in place of"))
  }
}
