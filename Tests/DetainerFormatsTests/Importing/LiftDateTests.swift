import DetainerFormats
import DetainerModel
import Foundation
import TestSupport
import Testing

/// Releases that give lift dates: what has ended counts in the week in which it ended.
@Suite struct LiftDateTests {
  static let header =
    "Detainer_Prepare_Date,Detainer_Lift_Date,Detainer_Lift_Reason,Detainer_Detention_Facility,"
    + "State,City"

  private func open(_ rows: String) throws -> Dataset {
    try opened(text: "\(Self.header)\n\(rows)\n")
  }

  /// The weeks as `week issued resolved declined listed`, and whether they have shares.
  private func weeks(_ data: Dataset, _ filter: String = "") throws -> [String] {
    let selection = try Selection(Query(FilterParser.parse(filter)), in: data)
    return selection.weeks().map { row in
      let group = row.group
      let counts = [group.issued, group.resolved, group.declined, group.listed]
      let shares = group.shareOfIssued == nil && group.shareOfResolved == nil ? "" : " shares"
      return
        ([row.report.period.name.isEmpty ? "undated" : row.report.period.name]
        + counts.map { $0.map(String.init) ?? "-" }).joined(separator: " ") + shares
    }
  }

  static let travis = "TRAVIS COUNTY JAIL,TEXAS,AUSTIN"
  static let rows = """
    2018-01-06,2018-01-09,Detainer Declined by LEA,\(travis)
    2018-01-06,2018-01-15,Detainer Declined by LEA,\(travis)
    2018-01-07,2018-02-05,Booked into Detention,\(travis)
    2018-01-08,,,\(travis)
    2018-01-14,2018-01-14,Detainer Declined by LEA,\(travis)
    """

  @Test func endsCountInTheirOwnWeek() throws {
    let data = try open(Self.rows)
    #expect(
      try weeks(data) == ["2018-02-03 0 1 0 1", "2018-01-13 1 2 2 2", "2018-01-06 4 1 1 2"])
    #expect(data.table.reports.allSatisfy { $0.basis == .liftDate })
    let declined = try weeks(data, "outcome:declined")
    #expect(declined == ["2018-01-13 1 2 2 2", "2018-01-06 4 1 1 1"])
    #expect(try weeks(data, "week:2018-01-13") == ["2018-01-13 1 2 2 2"])
  }

  @Test func monthsGoTheSameWay() throws {
    let selection = try Selection(Query(FilterParser.parse("month:2018-02")), in: open(Self.rows))
    let groups = try selection.groups(by: [.month])
    #expect(groups.count == 1)
    #expect(groups.first?.keys == [.text("2018-02")])
    #expect(groups.first?.issued == 0 && groups.first?.resolved == 1)
  }

  @Test func wholeReleasesHaveNoSharesEither() throws {
    let groups = try Selection(Query(), in: open(Self.rows)).groups(by: [.state])
    #expect(groups.count == 1)
    #expect(groups.first?.issued == 5 && groups.first?.declined == 3)
    #expect(groups.first?.shareOfIssued == nil && groups.first?.shareOfResolved == nil)
  }

  @Test func aReleaseWithFewLiftDatesCountsByIssueDate() throws {
    func rows(undated: Int) -> String {
      Self.rows
        + String(repeating: "\n2018-01-08,,Detainer Declined by LEA,\(Self.travis)", count: undated)
    }
    let data = try open(rows(undated: 5))
    #expect(
      try weeks(data) == ["2018-01-13 1 1 1 1 shares", "2018-01-06 9 8 7 9 shares"],
      "four of nine ends are dated, and one basis holds for all")
    #expect(data.table.reports.allSatisfy { $0.basis == .issueDate })
    #expect(try weeks(open(rows(undated: 4))).last == "undated 0 4 4 4", "half of them are enough")
  }

  @Test func anEndWithoutADateBelongsToNoWeek() throws {
    let many = Array(repeating: Self.rows, count: 3).joined(separator: "\n")
    let data = try open(many + "\n2018-01-08,,Detainer Declined by LEA,\(Self.travis)")
    #expect(
      try weeks(data) == [
        "2018-02-03 0 3 0 3", "2018-01-13 3 6 6 6", "2018-01-06 13 3 3 6", "undated 0 1 1 1",
      ])
  }

  /// The rows that are told to be in no week, each with the date that it lacks.
  private func undated(_ data: Dataset) -> [String] {
    data.diagnostics.filter { $0.code == .undatedRow }.map { finding in
      let words = finding.message.split(separator: ";")[0].split(separator: " ").dropFirst(5)
      let file = finding.file.hasSuffix("release.csv") ? "release.csv" : finding.file
      return "\(file):\(finding.row ?? 0) \(words.joined(separator: " "))"
    }
  }

  @Test func aRowInNoWeekIsToldByTheDateThatDecidesItsWeek() throws {
    let rows = """
      2018-01-06,2018-01-09,Booked into Detention,\(Self.travis)
      2018-01-06,,Detainer Declined by LEA,\(Self.travis)
      ,2018-01-09,Detainer Declined by LEA,\(Self.travis)
      2018-01-14,,,\(Self.travis)
      ,,,\(Self.travis)
      ,,Detainer Declined by LEA,\(Self.travis)
      """
    let byLiftDate = try open(rows)
    #expect(
      undated(byLiftDate) == [
        "release.csv:3 lift date", "release.csv:6 issue date",
        "release.csv:7 lift date or issue date",
      ])
    #expect(
      try weeks(byLiftDate) == [
        "2018-01-13 1 0 0 1", "2018-01-06 2 2 1 2", "undated 3 2 2 3",
      ])
    let byIssueDate = try open(rows + "\n2018-01-15,,Booked into Detention,\(Self.travis)")
    #expect(
      undated(byIssueDate) == [
        "release.csv:4 issue date", "release.csv:6 issue date", "release.csv:7 issue date",
      ])
  }

  @Test func eachReleaseOfADirectoryTellsItsOwn() throws {
    let (ended, open) = ("2018-01-06,,Died,\(Self.travis)\n", ",2018-01-09,Died,\(Self.travis)\n")
    let both = "2018-01-06,2018-01-09,Died,\(Self.travis)\n"
    let data = try opened([
      "a.csv": Self.header + "\n" + both + ended,
      "b.csv": Self.header + "\n" + open + ended + ended,
      "t.csv": "week,state,lift_reason,count\nsoon,TX,Died,12\n2018-01-06,TX,,3\n",
      "reports.csv": "week,source,kind,declined\n2018-01-06,p,published,2\n",
      "detainers/p.csv": "week,state,county\n2018-01-06,TX,Travis\nsoon,TX,Travis\n",
    ])
    #expect(
      undated(data).sorted() == [
        "a.csv:3 lift date", "b.csv:2 issue date", "detainers/p.csv:3 week or issue date",
        "t.csv:2 week or issue date",
      ])
  }

  @Test func whatIsExportedCountsTheSameAgain() throws {
    // The year 0002 stands in a release; the row has a week of decline and none of issue.
    let data = try open(
      Self.rows + "\n06/14/0002 03:10 PM,2018-01-16,Detainer Declined by LEA,\(Self.travis)")
    #expect(
      try weeks(data) == [
        "2018-02-03 0 1 0 1", "2018-01-13 1 3 3 3", "2018-01-06 4 1 1 2", "undated 1 0 0 0",
      ])
    let listing = try Selection(Query(), in: data).detainersListing(Array(0..<6))
    let lines =
      [listing.columns.map(\.name)]
      + (0..<6).map { row in
        listing.row(row).map { value in
          switch value {
          case .missing: ""
          case .text(let text): text
          case .integer(let number): String(number)
          case .fraction(let part): String(part)
          }
        }
      }
    let again = try opened(
      text: lines.map { $0.joined(separator: ",") }.joined(separator: "\n"), as: "again.csv")
    #expect(try weeks(again) == weeks(data))
  }
}
