import DetainerFormats
import DetainerModel
import TestSupport
import Testing

@testable import Browser

/// Two releases held against each other on the screen.
@Suite struct ReleasesViewTests {
  private static let header =
    "Prepare Date,Detainer Type,Detainer Detention Facility,State,City,Detainer Lift Reason"

  private static func row(
    _ day: Int, _ reason: String = "", _ facility: String = "TRAVIS COUNTY JAIL",
    _ place: String = "TEXAS,AUSTIN"
  ) -> String {
    "2015-01-\(day),I247 - Immigration Detainer,\(facility),\(place),\(reason)"
  }

  /// Two releases of January 2015, in one dataset.
  private static let data: Dataset? = try? withTemporaryDirectory { folder in
    let away = ("HAYS COUNTY JAIL", "CALIFORNIA,FRESNO")
    let before = [
      row(10), row(10), row(11), row(12, "Lifted"), row(20), row(20, "", away.0, away.1),
    ]
    let after = [
      row(20), row(10), row(10), row(11, "Detainer Declined by LEA"), row(13), row(20),
      row(20, "", away.0, away.1),
    ]
    put(([header] + before).joined(separator: "\n").utf8, at: folder + "/a-may.csv")
    put(([header] + after).joined(separator: "\n").utf8, at: folder + "/b-june.csv")
    return try DataDirectory.open(folder)
  }

  private func session(_ keys: String, _ size: String = "80x24") throws -> Session {
    try Session(size, keys: keys, data: #require(Self.data))
  }

  @Test func countsByState() throws {
    let lines = try session("Dgd").screen.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 25 && lines[4...17].allSatisfy(\.isEmpty))
    let screen = (lines[..<4] + lines[18...]).joined(separator: "\n")
    #expect(
      firstDifference(
        screen,
        """
        ddor  Releases › a-may › b-june › by state                             detainers
          state  before  after  new  gone  changed
        ▶ TX          5      6    2     1        1  ████████████████████████████████████
          CA          1      1
          Total       6      7    2     1        1
          Both cover 2015-01-10 to 2015-01-20.
          Changed: alike in all columns but one.

        Filter: (none)  / filter  s state  c county  t crime  u undo  D declined only
        1 of 2  Enter rows  f count by  Tab next key  gd others           ? help  q back

        """) == nil, "\(screen)")
  }

  @Test func aFilterSaysWhatMovesIntoIt() throws {
    let screen = try session("gd").screen
    #expect(screen.contains("before  after  new  gone  changed  in"), "\(screen)")
    #expect(screen.contains("▶ TX          0      1                       1"), "\(screen)")
  }

  @Test func enterListsTheRowsAndGoesOnToTheirPlace() throws {
    var session = try session("Dgd<Enter>", "100x24")
    for line in [
      "changed: pending → Detainer Declined by LEA  2015-01-11  TRAVIS COUNTY JAIL  4 → 5",
      "new: pending                                 2015-01-13  TRAVIS COUNTY JAIL  – → 6",
      "gone: Lifted                                 2015-01-12  TRAVIS COUNTY JAIL  5 → –",
    ] { #expect(session.contains(line), "\(session.screen)") }
    try session.press("<Enter>")
    #expect(session.state.shown.week?.report.period.name == "2015-01-10")
    #expect(session.state.shown.jurisdiction?.name == "TX Travis County")
    try session.press("hq")
    #expect(session.contains("changed: pending"), "the way back is the way there")
  }

  @Test func keysChangeWhatIsCountedBy() throws {
    #expect(try session("Dgd<Tab>").contains("by county"))
    #expect(try session("Dgd<S-Tab>").contains("by fiscal year"))
    #expect(try session("Dgdff").contains("b-june"), "the menu closes again")
    #expect(try session("Dgdgd").contains("there are no two others that share days"))
  }

  @Test func commandsPrintTheRows() throws {
    let shown = try session("Dgd<Tab>").state.shown
    #expect(
      shown.openView?.view.command(shown)
        == .command(["diff", "a-may", "b-june", "--by", "county"]))
    let rows = try session("Dgd<Enter>").state.shown
    #expect(
      rows.openView?.view.command(rows)
        == .command(["diff", "a-may", "b-june", "--filter", "state:=TX"]))
  }

  @Test func oneReleaseAloneIsASentence() throws {
    let session = try Session("80x24", keys: "gd")
    #expect(session.contains("No two releases here cover the same days"), "\(session.screen)")
  }
}
