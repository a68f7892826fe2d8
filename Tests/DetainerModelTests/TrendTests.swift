import DetainerModel
import TestSupport
import Testing

/// Counts over time, against a naive count of rows by the names of their spans.
@Suite struct TrendTests {
  private func label(_ day: Day, _ span: TrendSpan) -> String {
    switch span {
    case .day: day.iso
    case .week: Week(containing: day).iso
    case .month: Period.month.label(of: day)
    case .quarter: Period.quarter.label(of: day)
    case .fiscalYear: Period.fiscalYear.label(of: day)
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func sameAsCountingRowByRow(seed: UInt64) throws {
    var random = SeededGenerator(seed &+ 900)
    var rows = OracleTests.rows(&random)
    let dataset = OracleTests.dataset(rows)
    let all = try Selection(Query(), in: dataset)
    if !all.overlappingWeeks.isEmpty {
      for span in TrendSpan.allCases {
        #expect(throws: SourceOverlap.self) { try all.trend(by: span) }
      }
    }
    let source = random.pick(["tally", "alpha", "beta"])
    rows.removeAll { $0.source != source }
    for span in TrendSpan.allCases {
      let term = random.pick(["", "state:tx", "outcome:declined", "crime:=Assault outcome:booked"])
      let filter = try FilterParser.parse("\(term) source:\(source)")
      let selection = try Selection(Query(filter), in: dataset)
      let counted = rows.filter { row in
        (!term.contains("state") || row.place.state == "TX")
          && (!term.contains("crime") || OracleTests.lower(row.crime) == "assault")
      }
      var expected: [String: [Int]] = [:]
      for row in counted {
        let day = span == .week ? row.week.start : row.date
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
    let week = try #require(Week(naming: "2015-01-03"))
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
    // Only three of the five Fridays of the month are covered.
    let months = try selection.trend(by: .month)
    #expect(months.map(\.label) == ["2015-01"])
    #expect(months[0].weeks.covered == 3 && months[0].weeks.all == 5 && months[0].isIncomplete)
    // Days of a week that is covered are zeros, the others are gaps.
    let days = try selection.trend(by: .day)
    #expect(days.count == 28 && days.filter(\.isGap).count == 7)
    #expect(days.reduce(0) { $0 + ($1.group?.issued ?? 0) } == 3)
  }

  @Test(arguments: [
    (TrendSpan.day, "2016-02-29", "2016-03-01", "2015-03-02"),
    (.week, "2016-02-27", "2016-03-05", "2015-02-28"),
    (.month, "2016-02-01", "2016-03-01", "2015-02-01"),
    (.month, "2015-12-01", "2016-01-01", "2014-12-01"),
    (.quarter, "2015-10-01", "2016-01-01", "2014-10-01"),
    (.quarter, "2016-07-01", "2016-10-01", "2015-07-01"),
    (.fiscalYear, "2015-10-01", "2016-10-01", "2014-10-01"),
  ])
  func spansFollowTheCalendar(span: TrendSpan, start: String, next: String, before: String) throws {
    func day(_ text: String) throws -> Day {
      try #require(ClosedRange<Day>(naming: text)).lowerBound
    }
    #expect(span.start(of: try day(start)) == (try day(start)))
    #expect(span.next(after: try day(start)) == (try day(next)))
    #expect(span.start(of: try day(next).adding(-1)) == (try day(start)))
    #expect(span.yearBefore(try day(start)) == (try day(before)))
  }

  @Test func timeEndsWhereDaysDo() {
    #expect(TrendSpan.month.start(of: .first) == .first)
    #expect(TrendSpan.fiscalYear.start(of: .first).isKnown)
    for span in TrendSpan.allCases { #expect(!span.next(after: .last).isKnown) }
    #expect(!TrendSpan.month.start(of: .none).isKnown)
  }
}
