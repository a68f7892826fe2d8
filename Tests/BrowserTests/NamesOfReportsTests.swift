import Testing

@testable import Browser

/// A report is called by its name wherever it stands.
@Suite struct NamesOfReportsTests {
  @Test func theZoomedPaneCallsAYearAYear() throws {
    let session = try Session("80x24", keys: "h+")
    #expect(session.contains("\n  2025          17,864"), "\(session.screen)")
    #expect(session.contains("▶ 2017-01-28  ") && !session.contains("2025-01-01"))
  }
}
