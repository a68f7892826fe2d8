import DetainerModel
import Foundation
import TestSupport
import Testing

@testable import DetainerFormats

@Suite struct PeriodReaderTests {
  @Test(arguments: [
    "month=2025-01 → 2025-01", "month=2025-01-15 → 2025-01", "month=Jan 2025 → 2025-01",
    "month=January 2025 → 2025-01", "month=2025 September → 2025-09", "month=1,year=2025 → 2025-01",
    "month=Oct,year=2025 → 2025-10", "month=10,fiscalyear=2025 → 2024-10",
    "month=9,fiscalyear=FY2025 → 2025-09", "quarter=2025-Q1 → 2025-Q1", "quarter=2025Q3 → 2025-Q3",
    "quarter=Q2 2025 → 2025-Q2", "quarter=4,year=2025 → 2025-Q4", "quarter=Q1,year=2025 → 2025-Q1",
    "year=2025 → 2025", "year=2025.0 → 2025", "year=CY2025 → 2025", "year=FY2025 → FY2025",
    "fiscalyear=2025 → FY2025", "fiscalyear=FY 25 → FY2025", "fiscalyear=fy2025 → FY2025",
    "week=2025 → 2025", "week=2025-02 → 2025-02",
    "week=2022-10-01..2025-02-06 → 2022-10-01..2025-02-06",
    "year=2025,month=2025-03 → 2025-03", "year=,month= → blank", "year=,fiscalyear=2025 → FY2025",
    "quarter=1,fiscalyear=2025 → unreadable 0", "month=13,year=2025 → unreadable 0",
    "month=3 → unreadable 0", "year=2024,month=2025-03 → unreadable 0", "year=soon → unreadable 0",
    "month=2025-13 → unreadable 0", "week=2025-01-04 → day 2025-01-04",
    "week=2025-01-04,year=2024 → unreadable 1",
  ])
  func reads(_ text: String) throws {
    let parts = text.components(separatedBy: " → ")
    let cells = try parts[0].split(separator: ",").map { cell in
      let pair = cell.split(separator: "=", omittingEmptySubsequences: false)
      return PeriodReader.Cell(
        kind: try #require(PeriodReader.Kind(rawValue: String(pair[0]))), text: String(pair[1]))
    }
    let said =
      switch PeriodReader.read(cells) {
      case .period(let period): period.name
      case .day(let day): "day \(day.iso)"
      case .blank: "blank"
      case .unreadable(let place): "unreadable \(place)"
      }
    #expect(said == parts[1])
  }
}

/// Tallies and statements of months, quarters and years, through the whole reader.
@Suite struct PeriodLoadingTests {
  private func opened(_ files: [String: String]) throws -> Dataset {
    try withTemporaryDirectory { folder in
      for (name, text) in files { put(text.utf8, at: folder + "/" + name) }
      return try DataDirectory.open(folder)
    }
  }

  private func weeks(_ files: [String: String]) throws -> [String] {
    let all = try Selection(Query(), in: opened(files))
    let listing = all.weeksListing(all.weeks())
    return (0..<listing.rowCount).map { row in
      listing.row(row).prefix(8).map(\.plainText).joined(separator: ",")
    }
  }

  @Test func aTallyNamesMonthsQuartersAndYears() throws {
    #expect(
      try weeks([
        "a.csv":
          "month,state,lift_reason,count\n2025-01,TX,Detainer Declined by LEA,3\n2025-02,TX,,4\n"
      ])
        == ["2025-02-01,2025-02-28,28,a,built,4,0,0", "2025-01-01,2025-01-31,31,a,built,3,3,3"])
    #expect(
      try weeks(["a.csv": "issued,state,lift_reason,count\n2025-Q2,TX,Detainer Declined by LEA,3\n"]
      )
        == ["2025-04-01,2025-06-30,91,a,built,3,3,3"])
    #expect(
      try weeks([
        "a.csv":
          "Fiscal Year,Month,State,Detainer Lift Reason,Count\n2025,10,TX,Detainer Declined by LEA,3\n"
      ])
        == ["2024-10-01,2024-10-31,31,a,built,3,3,3"])
  }

  @Test func recordsBesideAYearKeepTheirDates() throws {
    #expect(
      try weeks([
        "a.csv":
          "Fiscal Year,Detainer Prepare Date,Detainer Facility,Detainer Lift Reason\n2025,2025-01-06,X,\n"
      ]) == ["2025-01-04,2025-01-10,1,a,built,1,0,0"])
  }

  @Test func aStatementOfAYearTakesItsRowsAndFigures() throws {
    let files = [
      "reports.csv":
        "week,week_end,source,kind,issued,declined\n2025-01-01,2025-12-31,y,published,900,90\n2025-02-01,,y,published,20,5\n",
      "figures.csv":
        "week,week_end,source,section,measure,key_kind,key,value,value_number\n2025,,y,II,declined,state,TX,40,40\n2025-02-01,2025-02-07,y,II,declined,state,TX,2,2\n",
      "issued.csv":
        "week,source,rank,county,state,county_fips,issued\n2025-01-01,y,1,Travis County,TX,48453,12\n",
      "y.csv":
        "week,state,county,source_url\n2025-01-01,TX,Travis County,x\n2025,TX,Travis County,x\n2025-02-03,TX,Travis County,x\n",
    ]
    #expect(
      try weeks(files) == [
        "2025-02-01,2025-02-07,7,y,published,20,,5",
        "2025-01-01,2025-12-31,365,y,published,900,,90",
      ])
    let data = try opened(files)
    func places(_ filter: String) throws -> [String] {
      try Selection(Query(FilterParser.parse(filter)), in: data).jurisdictions().map {
        "\($0.name) \($0.group.known.text) \($0.group.listed) \($0.group.issued ?? -1)"
      }
    }
    #expect(
      try places("week:=2025") == [
        "TX Travis County 2+ 2 12", "(not itemised) 50 0 -1", "TX (not itemised) 38 0 -1",
      ])
    #expect(
      try places("") == [
        "TX Travis County 1+ 1 -1", "(not itemised) 3 0 -1", "TX (not itemised) 1 0 -1",
      ])
    #expect(data.diagnostics.filter { $0.severity != .note }.map(\.description) == [])
  }

  @Test func whatIsNoPeriodIsTold() throws {
    let data = try opened([
      "a.csv": "quarter,fiscal_year,state,lift_reason,count\n1,2025,TX,Detainer Declined by LEA,3\n"
    ])
    #expect(
      data.diagnostics.filter { $0.code == .unreadableDate }.map(\.description) == [
        "a.csv:2: “1” is not a quarter as 2025-Q1, or from 1 to 4 beside a calendar year, or not within another column of the row; the period is read as not known."
      ])
  }
}
