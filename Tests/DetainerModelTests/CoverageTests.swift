import TestSupport
import Testing

@testable import DetainerModel

/// Which days a source covers, and what is said of the weeks that it covers in part.
@Suite struct CoverageTests {
  /// A release with one detainer on each of some days.
  private static func data(
    _ days: [String], isTally: Bool = false, stated: String? = nil
  ) throws -> Dataset {
    var builder = TableBuilder()
    builder.begin(Source(name: "release", file: "release.csv"))
    if isTally { builder.markTally() }
    for text in days {
      let day = try #require(ClosedRange<Day>(naming: text)).lowerBound
      var row = TableBuilder.Row()
      if isTally { row.period = Period(.week, containing: day) } else { row.issued = day }
      builder.append(row)
    }
    let coverage = try stated.map { ["release": try #require(Period(daysNamed: $0)).days] }
    return Dataset(table: builder.finished(), statedCoverage: coverage ?? [:])
  }

  private static func found(_ data: Dataset) -> [String] {
    guard let days = data.coverages["release"]?.days else { return [] }
    return [days.lowerBound.iso, days.upperBound.iso]
  }

  private static func weeks(_ data: Dataset) throws -> [Int] {
    try Selection(Query(), in: data).weeks().map(\.coveredDays)
  }

  @Test func recordsCoverTheDaysFromTheFirstToTheLast() throws {
    let data = try Self.data(["2014-10-01", "2014-10-08", "2014-10-18"])
    #expect(Self.found(data) == ["2014-10-01", "2014-10-18"])
    #expect(try Self.weeks(data) == [1, 7, 3])
    #expect(data.table.reports.map(data.isPart) == [true, false, true])
  }

  @Test func aReleaseByLiftDateCoversOtherDaysByItsIssues() throws {
    var builder = TableBuilder()
    builder.begin(Source(name: "release", file: "release.csv"))
    for (issued, lifted) in [
      ("2023-05-01", "2025-01-01"), ("2023-05-31", "2025-01-15"), ("2025-01-10", "2025-01-31"),
    ] {
      var row = TableBuilder.Row()
      row.issued = try #require(ClosedRange<Day>(naming: issued)).lowerBound
      row.lifted = try #require(ClosedRange<Day>(naming: lifted)).lowerBound
      if let column = DetainerField.liftReason.textIndex {
        row.texts[column] = builder.text("Detainer Declined by LEA", column: column)
      }
      builder.append(row)
    }
    let data = Dataset(table: builder.finished())
    #expect(data.table.countsByLiftDate)
    let may = try #require(Period(naming: "2023-05"))
    let side = try Selection(Query(Filter(terms: may.terms)), in: data)
    // Two weeks have a report, of which ten days lie in May.
    #expect(side.coveredDays(of: may, counting: .issued).covered == 10)
    #expect(side.coveredDays(of: may, counting: .declined).covered == 0)
  }

  @Test func linesOfATallyCoverTheirWeeks() throws {
    let data = try Self.data(["2014-10-01", "2014-10-18"], isTally: true)
    #expect(Self.found(data) == ["2014-09-27", "2014-10-24"])
    #expect(try Self.weeks(data) == [7, 7])
  }

  @Test func whatIsStatedGoesBeforeWhatTheRowsShow() throws {
    let data = try Self.data(
      ["2014-10-01", "2014-10-18"], isTally: true, stated: "2014-10-01..2014-10-19")
    #expect(Self.found(data) == ["2014-10-01", "2014-10-19"])
    #expect(try Self.weeks(data) == [2, 3])
    #expect(data.coverages["release"]?.isStated == true)
  }

  @Test func strayDaysDoNotStretchTheCoverage() throws {
    let rest = try #require(Day(year: 2015, month: 1, day: 1))
    let days = (0..<1200).map { rest.adding($0 % 100).iso }
    // One row in 1,201 is stray from 61 days on, two are not.
    #expect(Self.found(try Self.data(days + ["2013-05-01"])) == ["2015-01-01", "2015-04-10"])
    #expect(Self.found(try Self.data(days + ["2016-05-01"])) == ["2015-01-01", "2015-04-10"])
    #expect(Self.found(try Self.data(days + ["2014-11-02"])) == ["2014-11-02", "2015-04-10"])
    #expect(
      Self.found(try Self.data(days + ["2013-05-01", "2013-05-02"])) == [
        "2013-05-01", "2015-04-10",
      ])
    let data = try Self.data(days + ["2013-05-01"])
    let stray = try #require(data.table.reports.first { $0.period.start.civil.year == 2013 })
    #expect(data.isPart(stray) && data.coveredDays(of: stray) == 0)
    // The row is counted, and what lies a year after it has no year before.
    let points = try Selection(Query(), in: data).trend(by: .month)
    #expect(points.first?.label == "2013-05" && points.first?.group?.issued == 1)
    #expect(points.allSatisfy { $0.yearBefore == nil })
  }

  @Test func nothingIsSaidOfDaysOutsideOfTheRelease() throws {
    let data = try Self.data(["2014-10-01", "2014-10-08", "2014-10-18"])
    let selection = try Selection(Query(), in: data)
    let years = try selection.trend(by: .fiscalYear)
    #expect(years.map(\.label) == ["FY2015"] && years[0].yearBefore == nil)
    #expect(years[0].coveredDays == 18 - 7 && years[0].days == 365, "a week is missing")
    #expect(try selection.trend(by: .month).map(\.label) == ["2014-10"])
    #expect(try selection.trend(by: .day).first?.label == "2014-10-01")
  }

  @Test func theReportToOpenFirstIsAWholeWeek() throws {
    var data = try Self.data(["2014-10-04", "2014-10-10", "2014-10-18"])
    let rows = try Selection(Query(), in: data).weeks()
    #expect(
      try Selection(Query(), in: data).startRow(among: rows)?.report.period.name == "2014-10-04")
    data.start = Period(naming: "2014-10-18")
    #expect(
      try Selection(Query(), in: data).startRow(among: rows)?.report.period.name == "2014-10-18")
  }

  /// Comparing two spans gives what counting by periods of their length gives.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func comparedSpansCountAsTheirKeyDoes(seed: UInt64) throws {
    var random = SeededGenerator(seed &+ 4_100)
    let dataset = OracleTests.dataset(OracleTests.rows(&random))
    let source = random.pick(["tally", "alpha", "beta"])
    let all = try Selection(Query(FilterParser.parse("source:\(source)")), in: dataset)
    let length = random.pick(Period.Length.allCases)
    let key = random.pick([GroupKey.state, .jurisdiction, .crime])
    let groups = try all.groups(by: [length.key, key])
    let names = Set(groups.map { $0.keys[0].text(withState: false) }).subtracting([""]).sorted()
    guard names.count > 1, length != .day else { return }
    let spans = try [random.pick(names), random.pick(names)].map {
      try #require(Period(naming: $0))
    }
    let sides = try spans.map { try all.narrowed(by: Filter(terms: $0.terms)) }
    for row in try sides[0].compared(with: sides[1], by: [key]) {
      for (span, known) in zip(spans, [row.before, row.after]) {
        let group = groups.first { $0.keys == [.text(span.name), row.keys[0]] }
        #expect(known == Known(group?.declined ?? 0), "\(span.name) \(row.keys[0].name)")
      }
    }
    for (span, side) in zip(spans, sides) {
      let days = side.coveredDays(of: span)
      #expect(days.covered > 0 && days.covered <= days.all)
      #expect(source == "tally" ? days.all % 7 == 0 : days.all == span.dayCount)
    }
  }
}
