import DetainerModel
import Screen
import TestSupport
import Testing

@testable import Browser

/// Data that is read again while it is shown: everything stays where it was.
@Suite struct ReloadingTests {
  private static let header = "Detainer_Prepare_Date,Detainer_Lift_Reason,Facility,State,County\n"

  private static func row(_ day: String, _ jail: String, _ county: String) -> String {
    "\(day),Detainer Declined by LEA,\(jail),TX,\(county)\n"
  }

  private static let old =
    header + row("2018-01-06", "A Jail", "Travis County")
    + row("2018-01-07", "B Jail", "Bexar County")
    + row("2018-01-08", "C Jail", "Bexar County") + row("2018-01-13", "D Jail", "Travis County")

  private func changes(_ change: (inout FileChanges) -> Void) -> FileChanges {
    var changes = FileChanges()
    change(&changes)
    return changes
  }

  @Test func cursorsMarksFilterAndViewStay() throws {
    // The older week, its second jurisdiction by name, its second record, which is marked.
    var session = try Session("80x24", data: try opened(["release.csv": Self.old]))
    try session.press("/state:tx<Enter>[/bexar<Enter>lj<Space>k")
    let before = session.screen
    #expect(session.contains("C Jail"))
    let mark = try #require(session.state.marks[.detainers]?.first)
    // A week more, and rows of a file that is read first, so that all records have other numbers.
    let again = try opened([
      "a.csv": Self.header + Self.row("2018-01-20", "E Jail", "Bexar County"),
      "release.csv": Self.old,
    ])
    session.take(.reloaded(again, changes { $0.added = ["a.csv"] }))
    #expect(session.contains("reloaded: a.csv is new, 1 row more"))
    #expect(
      session.state.marks[.detainers]?.count == 1 && session.state.marks[.detainers] != [mark])
    #expect(session.contains("*"))
    try session.press("<Tab><S-Tab>")
    func records(_ screen: String) -> [Substring] {
      screen.split(separator: "\n").filter { $0.contains("Jail") }.compactMap {
        $0.split(separator: "│").last
      }
    }
    #expect(records(session.screen) == records(before))
    #expect(session.state.filter.text == "outcome:declined state:tx bexar")
    #expect(session.state.shown.week?.report.period.name == "2018-01-06")
  }

  @Test func aViewKeepsItsRow() throws {
    var session = try Session("80x24", keys: "hfj", data: try opened(text: Self.old))
    try session.press("fjjj<Enter>")
    let row = session.state.shown.openView?.selected?.identity
    #expect(row != nil)
    session.take(.reloaded(try opened(text: Self.old), changes { $0.changed = ["release.csv"] }))
    #expect(session.state.shown.openView?.selected?.identity == row)
    #expect(session.contains("reloaded: release.csv was changed"))
  }

  @Test func rowsThatAreGoneAreSaid() throws {
    var session = try Session("80x24", keys: "*", data: try opened(text: Self.old))
    let lines = Self.old.split(separator: "\n", omittingEmptySubsequences: false)
    let short = lines.prefix(2).joined(separator: "\n") + "\n"
    session.take(.reloaded(try opened(text: short), changes { $0.shortened = ["release.csv"] }))
    #expect(session.contains("reloaded: release.csv was shortened, 3 rows fewer"))
    try session.expectWhole("after most is gone")
  }

  @Test func whatChangedIsWords() {
    #expect(FileChanges().words == "no file has changed")
    #expect(changes { $0.grown = ["a.csv"] }.words == "a.csv grew")
    #expect(changes { $0.gone = ["a.csv"] }.words == "a.csv is gone")
    #expect(changes { $0.replaced = ["a.csv"] }.words == "a.csv was replaced")
    #expect(
      changes {
        $0.grown = ["a.csv", "b.csv"]
        $0.gone = ["c.csv"]
      }.words == "2 files grew, 1 gone")
  }

  @Test func theKeyAsksForIt() throws {
    var session = try Session("80x24", keys: "R")
    #expect(session.effects == [.reload])
    #expect(session.contains("reading again …"))
    session.take(.reloaded(sample, FileChanges()))
    #expect(session.contains("reloaded: no file has changed"))
    try session.press("j")
    #expect(!session.contains("reloaded"))
  }

  @Test func aPromptAndADialogGoOn() throws {
    var session = try Session("80x24", keys: "/tra")
    session.take(.reloaded(sample, FileChanges()))
    try session.press("vis<Enter>")
    #expect(session.state.filter.text == "outcome:declined travis")
    try session.press("gh")
    session.take(.reloaded(sample, FileChanges()))
    #expect(session.contains("Data health"))
  }
}
