import DetainerModel
import TestSupport
import Testing

@testable import Browser

/// What the screen says of a release without lift reasons: what was issued, and that no more is known.
@Suite struct WithoutLiftReasonsTests {
  private static let data = Result {
    try opened(
      text: """
        Detainer Prepare Date,Facility State,County,Detainer Facility
        2025-01-04,TEXAS,Travis,TRAVIS COUNTY JAIL
        2025-01-07,TEXAS,Travis,TRAVIS COUNTY JAIL
        2025-01-10,CALIFORNIA,Alameda,SANTA RITA JAIL
        """)
  }

  private func session(_ keys: String) throws -> Session {
    try Session("80x24", keys: keys, data: Self.data.get())
  }

  @Test func panesAndDetailSayThatItIsNotKnown() throws {
    let start = try session("")
    let expected = """
      ddor  Declined Detainer Outcome Reports                     1 built from records
      ─ week  decl. ┬─ jurisdiction ──── declined ─┬─ record (no crimes) ─────────────
      ▶25-01-04    ?│▶ TX Travis County           ?│ How many of the detainers issued
                    │  CA Alameda County          ?│ here were declined is not known:
                    │                              │ the release gives no lift
                    │                              │ reason. D shows all outcomes.
      """
    #expect(start.screen.hasPrefix(expected), "\(start.screen)")
    #expect(start.contains(" Declined     not known: the release gives no lift reason"))
    #expect(start.contains("Resolved     ?"))
    let weeks = try session("h")
    #expect(weeks.contains("not known: the release gives no lift reason"))
    #expect(!weeks.contains("0 with a decline"))
  }

  @Test func rowsSayIt() throws {
    let rows = try session("Dl")
    #expect(rows.contains("│▶ outcome not known · TRAVI… 01-04\n"), "\(rows.screen)")
    #expect(rows.contains("Lift reason  not in the release"))
  }

  @Test func viewsPrintNoNumber() throws {
    let count = try session("hf")
    #expect(count.contains("▶ TX            ?"), "\(count.screen)")
    #expect(count.contains("  Total         ?                       "))
    #expect(try session("hgv").contains("  Total      ?"))
    let map = try session("hgm").state.shown.openView?.table.map?.tiles ?? []
    #expect(map.first { $0.label == "TX" }?.text == "?")
    #expect(map.first { $0.label == "OH" }?.text == "0")
    #expect(try session("hgt").contains("▶ 2025-01-04         ?"))
    let page = try session("p")
    #expect(page.contains("2 issued, ? declined. Declines are not known: the"))
  }
}
