import DetainerModel
import TestSupport
import Testing

@testable import DetainerFormats

/// What is a file of detainers, and what only looks like one (rule 12 of the data).
@Suite struct RecognitionTests {
  private static let good = "Prepare Date,State,City,Detainer Lift Reason\n2015-01-05,TX,AUSTIN,\n"

  /// The findings of kinds that leave a file out, beside a good one whose rows still count.
  private func leftOut(_ text: String, as name: String = "b.csv") throws -> [String] {
    let data = try opened(["good.csv": Self.good, name: text])
    #expect(data.table.rowCount == 1)
    return data.diagnostics.filter(\.code.leavesFileOut).map {
      "\($0.code) \($0.file) \($0.message.split(separator: ":")[0].split(separator: "/").last ?? "")"
    }
  }

  @Test(
    arguments: [
      ("date,state,city,incident_type\n2026-01-03,Texas,Austin,raid\n", "looks like incidents"),
      (
        "departed_date,age_at_removal,detainer_prepare_date,state\n2013-05-01,31,2013-04-01,TX\n",
        "looks like removals"
      ),
      (
        "book_in_date_time,detention_facility,detainer_prepare_date\n2022-05-01,X,2022-04-30\n",
        "looks like detentions"
      ),
      ("date,state,agreement,support_type\n2025-02-01,TX,signed,JEM\n", "looks like agreements"),
      ("arrest_date,prepare_date,state\n2025-02-01,2025-02-01,TX\n", "looks like arrests"),
      (
        "county,state,issued,declined\nTravis,TX,24017,88\n",
        "is a table of counts by place, not of records"
      ),
      (
        "year,state,declined,issued\n2025,,17864,201340\n",
        "is a table of counts by place, not of records"
      ),
      ("fips,county_name,year,count\n48453,Travis,2025,7\n", "looks like a table of counts"),
      (
        "week,week_end,days,source,kind,issued,resolved,declined,declined_most,listed,jurisdictions\n2017-01-28,2017-02-03,7,a,built,3,2,1,1,3,1\n",
        "is an answer of ddor list or ddor count"
      ),
      (
        "week,issued,resolved,declined,declined_most,share_of_issued,share_of_resolved\n2017-01-28,3,2,1,1,0.3,0.5\n",
        "is an answer of ddor list or ddor count"
      ),
      (
        "lift_reason,issued,resolved,declined,declined_most\nLifted,3,2,0,0\n",
        "is an answer of ddor list or ddor count"
      ),
      (
        "week,before,before_most,after,after_most,change,status\n2017-01-28,1,1,2,2,1,up\n",
        "is an answer of ddor compare"
      ),
      (
        "week,before,after,alike,new,gone,changed,moved_in,moved_out\n2017-01-28,1,1,1,0,0,0,0,0\n",
        "is an answer of ddor diff"
      ),
      (
        "status,columns,before,after,matched,count,row_after,issued,lift_reason,facility\nnew,,,,,1,2,2015-01-03,Lifted,X JAIL\n",
        "is an answer of ddor diff"
      ),
    ] as [(Named<String>, Named<String>)])
  func otherDataIsNamedAndNeverCounted(_ text: Named<String>, _ sentence: Named<String>) throws {
    #expect(try leftOut(text.value) == ["other-data b.csv b.csv \(sentence.value)"])
  }

  @Test(
    arguments: [
      "detainer_prepare_date,facility_state\n2025-01-06,TEXAS\n",
      "issued,det_facility\n2025-01-06,X JAIL\n",
      "date,type,state\n2025-01-06,I247A - Notice,TX\n",
      "date,detainer_lift_reason,book_in_date\n2025-01-06,Lifted,2025-01-07\n",
      "week,state,county,count\n2025-01-04,TX,Travis,7\n",
    ])
  func detainersAreDetainersWhateverElseIsMissing(_ text: String) throws {
    #expect(try opened(text: text).table.rowCount == 1)
  }

  @Test func aReleaseWithoutLiftReasonsIsTold() throws {
    let data = try opened(text: "Detainer Prepare Date,Facility State\n2025-01-06,TEXAS\n")
    #expect(data.diagnostics.map(\.code).contains(.noLiftReasons))
  }

  @Test func rowsOfAJoinWithoutADetainerAreNot() throws {
    let data = try opened(
      text: """
        arrest_date,arrest_state,gender,detainer_prepare_date,detainer_lift_reason,facility_state
        2026-01-01,TEXAS,Male,,,
        2026-01-02,TEXAS,Male,2026-01-03,Detainer Declined by LEA,TEXAS
        2026-01-04,TEXAS,Male,NA,,TEXAS
        2026-01-05,TEXAS,Male,,Lifted,TEXAS
        """)
    #expect((0..<data.table.rowCount).map(data.table.line) == [3, 5])
    let told = data.diagnostics.filter { $0.code == .notADetainer }
    #expect(told.map(\.row) == [2] && told[0].message.contains("2 rows of it"))
  }

  @Test func columnsOfTheDetainerComeFirst() throws {
    let data = try opened(
      text: """
        prepare_date,lift_reason,facility,detention_facility,detainer_facility,state,detainer_state
        2026-01-01,,A,B,C,TX,NM
        """)
    #expect(data.table.site(0).facility == "C")
    #expect(data.table.jurisdictions[data.table.site(0).jurisdiction].state == "NM")
  }

  @Test func aListingIsDataAloneAndACopyBesideItsSource() throws {
    let listing = "week,source,file,row,issued,lift_reason,state\n,good,good.csv,2,2015-01-05,,TX\n"
    #expect(try opened(text: listing).table.rowCount == 1)
    let found = try leftOut(listing)
    #expect(found.count == 1 && found[0].hasPrefix("copy-of-source b.csv"))
    #expect(try leftOut("a,b\n1,2\n") == ["no-known-columns b.csv b.csv"])
  }

  @Test func aBareNumberIsADateOnlyUnderADate() throws {
    let rows = "2015-01-05,Lifted\n42009,Lifted\n20150105,Lifted\n"
    let named = try opened(text: "prepare_date,lift_reason\n" + rows).table
    #expect((0..<3).map { named.issued($0).iso } == ["2015-01-05", "2015-01-05", "2015-01-05"])
    let bare = try opened(text: "issued,lift_reason\n" + rows).table
    #expect((0..<3).map { bare.issued($0).isKnown } == [true, false, false])
  }

  @Test func numbersOfDaysAreToldAndNotGuessed() throws {
    let data = try opened(
      text: "detainer_prepare_date,lift_reason\n24107,Lifted\n20454,Lifted\n")
    #expect((0..<2).allSatisfy { !data.table.issued($0).isKnown })
    let told = data.diagnostics.filter { $0.code == .dayNumber }
    #expect(told.count == 2 && told[0].message.contains("in Stata it is 2026-01-01"))
  }

  @Test func filesOfOtherKindsSayWhatToDo() throws {
    var duck = [UInt8](repeating: 0, count: 64)
    duck.replaceSubrange(8..<12, with: Array("DUCK".utf8))
    #expect(sniff(duck) == .duckDB)
    let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 28\n"
    #expect(sniff(Array(pointer.utf8)) == .gitPointer)
    let data = try opened([
      "good.csv": Array(Self.good.utf8), "a.duckdb": duck, "b.csv": Array(pointer.utf8),
      "c.db": Array("SQLite format 3\0".utf8), "d.bin": [0, 1, 2],
    ])
    let left = data.diagnostics.filter { $0.code == .unreadableFile }
    #expect(left.map(\.file).sorted() == ["a.duckdb", "b.csv", "c.db"])
    #expect(left.contains { $0.message.contains("git lfs pull") })
    #expect(data.diagnostics.contains { $0.code == .unrecognisedFile && $0.file == "d.bin" })
  }
}
