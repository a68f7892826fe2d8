import Browser
import DetainerModel
import Screen
import TestSupport
import Testing
import Text

/// The columns of a release that have no canonical name, in the detail and in the export dialog.
@Suite struct OriginalsTests {
  private static let release = """
    Case Status,Detainer Prepare Date,Facility State,order_to_show_cause_served_yes_no,Duty Site,Detainer Lift Reason
    ACTIVE,2024-10-01,TEXAS,YES,"ST. PAUL, MN, DOCKET CONTROL OFFICE AND\u{1B}[31m MORE",Detainer Declined by LEA
    NA,2024-10-01,TEXAS,(b)(6),,Detainer Declined by LEA

    """

  private static let data = try? opened(["r.csv": release])

  private func session(_ size: String, keys: String) throws -> Session {
    try Session(size, keys: keys, data: try #require(Self.data))
  }

  /// The lines of the detail from the source on.
  private func detail(_ session: Session, from start: String) -> [String] {
    let lines = session.screen.split(separator: "\n").map(String.init)
    return Array(lines.drop { !$0.contains(start) })
  }

  @Test func theDetailShowsWhatTheReleaseHasBeyondTheFacts() throws {
    #expect(
      detail(try session("80x24", keys: "liG"), from: "As the release") == [
        " C│ As the release has it                                                    │",
        " C│ Case Status                        ACTIVE                                │",
        " I│ order_to_show_cause_served_yes_no  YES                                   │",
        " L│ Duty Site                          ST. PAUL, MN, DOCKET CONTROL OFFICE   │",
        " C│                                    AND␛[31m MORE                         │ll",
        "  └───────────────────────────────── 15–33 of 33  j k  y Y copy  Esc closes ─┘",
        "Filter: outcome:declined   / type to filter   s state   c county",
        "P is a place listed?  f count  = compare  gn caveats              ? help  q quit",
      ])
  }

  @Test func inANarrowPlaceANameStandsAboveItsValue() throws {
    #expect(
      detail(try session("40x12", keys: "liG"), from: "Case") == [
        "│ Case Status                          │",
        "│                 ACTIVE               │",
        "│ order_to_show_cause_served_yes_no    │",
        "│                 YES                  │",
        "│ Duty Site                            │",
        "│                 ST. PAUL, MN, DOCKET │",
        "│                 CONTROL OFFICE       │",
        "│                 AND␛[31m MORE        │",
        "└─────── 50–57 of 57  j k  Esc closes ─┘",
        "Filter: outcome:declined",
        "P is a place listed?      ? help  q quit",
      ])
  }

  @Test func thePaneHasThemBelowTheFactsWhereThereIsRoom() throws {
    // Higher screens have the map of states beside it.
    let session = try session("120x33", keys: "l")
    #expect(
      detail(session, from: "Source").prefix(4) == [
        " County       unlocated in TX, not placed by any table       Source       r.csv:2",
        " As the release has it",
        " Case Status                       ACTIVE                    "
          + "order_to_show_cause_served_yes_no YES",
        " Duty Site                         ST. PAUL, MN, DOCKET CONTROL OFFICE AND␛[31m MORE",
      ])
  }

  @Test func aRecordThatSaysNothingMoreHasNoHeading() throws {
    #expect(!(try session("120x40", keys: "lji").contains("As the release")))
  }

  @Test(arguments: ["1x1", "12x4", "20x5", "40x12", "56x20", "60x20", "80x24", "160x45", "300x80"])
  func itFitsAtEverySize(size: String) throws {
    for keys in ["l", "li", "liG", "le<Up><Up><Up><Up><Up><Left>"] {
      let canvas = try session(size, keys: keys).state.draw()
      for line in canvas.lines { #expect(TextWidth.of(line) == canvas.size.columns) }
    }
  }

  @Test func theExportDialogOffersEveryColumnOfTheRelease() throws {
    var session = try session("80x24", keys: "le<Up><Up><Up><Up><Up><Left>")
    #expect(session.contains("all records, every column"))
    #expect(session.contains("2 rows") && session.contains("37 of 37 columns"))
    try session.press("<Enter>")
    guard case .export(let request) = session.effects.last else {
      Issue.record("no export was asked for")
      return
    }
    #expect(
      request.listing.columns.suffix(3).map(\.name) == [
        "Case Status", "order_to_show_cause_served_yes_no", "Duty Site",
      ])
    #expect(request.listing.row(0).suffix(3).first == .text("ACTIVE"))
    #expect(request.listing.row(1).suffix(3) == [.missing, .missing, .missing])
  }

  @Test func dataWithoutOtherColumnsHasNoSuchChoice() throws {
    let session = try Session("80x24", keys: "e<Up><Up><Up><Up><Up><Left>")
    #expect(session.contains("all records that pass the filter"))
    #expect(!session.contains("every column"))
  }
}
