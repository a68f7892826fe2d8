import DetainerModel
import TestSupport
import Testing

@testable import Browser

/// Different persons across two keys, over time and on the map (rule 15 of the data).
@Suite struct PersonViewTests {
  private static let header =
    "Detainer Prepared Date,Detainer Lift Reason,State,Citizenship,Anonymized Identifier"
  private static let release = """
    \(header)
    2025-01-06,Detainer Declined by LEA,TEXAS,MEXICO,a1
    2025-01-07,Detainer Declined by LEA,TEXAS,CUBA,a1
    2025-01-08,Detainer Declined by LEA,CALIFORNIA,MEXICO,a1
    2025-02-09,Detainer Declined by LEA,TEXAS,MEXICO,b2
    2025-02-10,Detainer Declined by LEA,NEVADA,CUBA,
    2025-02-11,Booked into Detention,TEXAS,MEXICO,c3
    """
  private static let data = Result { try opened(text: release) }

  private func session(_ keys: String, _ data: Dataset? = nil) throws -> Session {
    try Session("80x24", keys: keys, data: data ?? Self.data.get())
  }

  private func line(_ session: Session, _ name: String) -> [String] {
    let line = session.screen.split(separator: "\n").first { $0.dropFirst(2).hasPrefix(name) } ?? ""
    return line.dropFirst(2).split(separator: " ").map(String.init)
  }

  @Test func aPivotCountsEveryRowAndColumnAnew() throws {
    let pivot = try session("hgv<Tab><S-Tab>%%%%%")
    #expect(pivot.contains("persons"))
    // Two persons in Texas, one of them in two quarters' worth of rows only once.
    #expect(line(pivot, "TX") == ["TX", "2", "2"])
    #expect(line(pivot, "CA") == ["CA", "1", "1"])
    #expect(line(pivot, "NV") == ["NV", "?", "?"], "no identifier is not nobody")
    #expect(line(pivot, "Total") == ["Total", "2", "2"])
  }

  @Test func overTimeOnlyTheRowsShownCount() throws {
    let trend = try session("hgt<Tab>%%%")
    #expect(Array(line(trend, "2025-02").prefix(2)) == ["2025-02", "1"])
    #expect(Array(line(trend, "2025-01").prefix(2)) == ["2025-01", "1"])
    #expect(Array(line(trend, "Total").prefix(2)) == ["Total", "2"])
    let all = try session("Dhgt<Tab>%%%")
    #expect(Array(line(all, "2025-02").prefix(2)) == ["2025-02", "2"])
    #expect(Array(line(all, "Total").prefix(2)) == ["Total", "3"])
  }

  @Test func aMapShowsThem() throws {
    let map = try session("hgm%%%")
    #expect(map.contains("persons") && !map.contains("identifiers of persons of its own"))
    let tiles = try #require(map.state.shown.openView?.table.map?.tiles)
    #expect(tiles.first { $0.label == "TX" }?.text == "2")
    #expect(tiles.first { $0.label == "NV" }?.text == "?")
    #expect(tiles.first { $0.label == "OH" }?.text == "0")
  }

  @Test(arguments: ["hgv%%%%%", "hgt%%%", "hgm%%%"])
  func releasesAreNeverAdded(keys: String) throws {
    let data = try opened([
      "a.csv": Self.release, "b.csv": "\(Self.header)\n2025-03-04,Lifted,TEXAS,MEXICO,a1",
    ])
    let view = try session("D" + keys, data)
    #expect(view.contains("Each release has identifiers of persons of its own"))
  }
}
