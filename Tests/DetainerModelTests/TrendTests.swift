import DetainerModel
import TestSupport
import Testing

/// Counts over time, against a naive count of rows by the names of their spans.
@Suite struct TrendTests {
  private func label(_ day: Day, _ span: Period.Length) -> String {
    switch span {
    case .day: day.iso
    case .week: Period(.week, containing: day).name
    case .month: Period.Length.month.label(of: day)
    case .quarter: Period.Length.quarter.label(of: day)
    case .year: Period.Length.year.label(of: day)
    case .fiscalYear: Period.Length.fiscalYear.label(of: day)
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func sameAsCountingRowByRow(seed: UInt64) throws {
    var random = SeededGenerator(seed &+ 900)
    var rows = OracleTests.rows(&random)
    let dataset = OracleTests.dataset(rows)
    let all = try Selection(Query(), in: dataset)
    if !all.overlappingWeeks.isEmpty {
      for span in Period.Length.ofTrend {
        #expect(throws: SourceOverlap.self) { try all.trend(by: span) }
      }
    }
    let source = random.pick(["tally", "alpha", "beta"])
    rows.removeAll { $0.source != source }
    for span in Period.Length.ofTrend {
      let term = random.pick(["", "state:tx", "outcome:declined", "crime:=Assault outcome:booked"])
      let filter = try FilterParser.parse("\(term) source:\(source)")
      let selection = try Selection(Query(filter), in: dataset)
      let counted = rows.filter { row in
        (!term.contains("state") || row.place.state == "TX")
          && (!term.contains("crime") || OracleTests.lower(row.crime) == "assault")
      }
      var expected: [String: [Int]] = [:]
      for row in counted {
        let day = span == .week ? row.period.start : row.date
        var sums = expected[label(day, span)] ?? [0, 0]
        sums[0] += row.count
        sums[1] += row.outcome == .declined ? row.count : 0
        expected[label(day, span)] = sums
      }
      let points = try selection.trend(by: span)
      #expect(Set(points.map(\.label)).count == points.count)
      for point in points {
        let sums = expected.removeValue(forKey: point.label)
        if let group = point.group {
          #expect([group.issued, group.declined] == (sums ?? [0, 0]), "\(point.label) \(term)")
        } else {
          #expect(sums == nil, "\(point.label) is a gap and yet has rows")
        }
      }
      #expect(expected.isEmpty, "every row stands in one span")
      // One after the other, without a hole, and each held against the one a year before.
      let dated = points.filter(\.start.isKnown)
      for (a, b) in zip(dated, dated.dropFirst()) { #expect(span.next(after: a.start) == b.start) }
      let byStart = Dictionary(uniqueKeysWithValues: dated.map { ($0.start, $0.group) })
      for point in dated {
        #expect(point.yearBefore == byStart[span.yearBefore(point.start)] ?? nil)
      }
    }
  }

  @Test func aWeekWithoutReportIsAGapAndOneWithoutDeclineAZero() throws {
    let week = try #require(Period(naming: "2015-01-03"))
    var builder = TableBuilder()
    builder.begin(Source(name: "release", file: "release.csv"))
    for (number, reason) in [
      (0, "Detainer Declined by LEA"), (1, "Booked into Detention"), (3, ""),
    ] {
      var row = TableBuilder.Row()
      row.issued = week.adding(number).start.adding(2)
      row.texts[0] = builder.text(reason, column: 0)
      builder.append(row)
    }
    let data = Dataset(table: builder.finished())
    let selection = try Selection(Query(FilterParser.parse("outcome:declined")), in: data)
    let points = try selection.trend(by: .week)
    #expect(points.map { $0.group?.declined } == [1, 0, nil, 0])
    #expect(points.map { $0.group?.issued } == [1, 1, nil, 1])
    #expect(points.map(\.isGap) == [false, false, true, false])
    // From the Monday of the first week to that of the last, without the week that is missing.
    let months = try selection.trend(by: .month)
    #expect(months.map(\.label) == ["2015-01"])
    #expect(months[0].coveredDays == 15 && months[0].days == 31 && months[0].isPart)
    #expect(points.map(\.coveredDays) == [5, 7, 0, 3])
    // Days that are covered are zeros, the others are gaps, and none lies outside of the release.
    let days = try selection.trend(by: .day)
    #expect(days.count == 22 && days.filter(\.isGap).count == 7)
    #expect(days.reduce(0) { $0 + ($1.group?.issued ?? 0) } == 3)
  }

  @Test(arguments: [
    (Period.Length.day, "2016-02-29", "2016-03-01", "2015-03-02"),
    (.week, "2016-02-27", "2016-03-05", "2015-02-28"),
    (.month, "2016-02-01", "2016-03-01", "2015-02-01"),
    (.month, "2015-12-01", "2016-01-01", "2014-12-01"),
    (.quarter, "2015-10-01", "2016-01-01", "2014-10-01"),
    (.quarter, "2016-07-01", "2016-10-01", "2015-07-01"),
    (.fiscalYear, "2015-10-01", "2016-10-01", "2014-10-01"),
  ])
  func spansFollowTheCalendar(span: Period.Length, start: String, next: String, before: String)
    throws
  {
    func day(_ text: String) throws -> Day {
      try #require(ClosedRange<Day>(naming: text)).lowerBound
    }
    #expect(span.start(of: try day(start)) == (try day(start)))
    #expect(span.next(after: try day(start)) == (try day(next)))
    #expect(span.start(of: try day(next).adding(-1)) == (try day(start)))
    #expect(span.yearBefore(try day(start)) == (try day(before)))
  }

  @Test func timeEndsWhereDaysDo() {
    #expect(Period.Length.month.start(of: .first) == .first)
    #expect(Period.Length.fiscalYear.start(of: .first).isKnown)
    for span in Period.Length.ofTrend { #expect(!span.next(after: .last).isKnown) }
    #expect(!Period.Length.month.start(of: .none).isKnown)
  }
}
