import DetainerModel
import Testing

/// Spans of time as they are typed and named.
@Suite struct PeriodTests {
  @Test(arguments: [
    ("2017-01-30", "2017-01-28", "2017-01-28", "2017-02-03"),
    ("2017-02", "2017-02", "2017-02-01", "2017-02-28"),
    ("2017-2", "2017-02", "2017-02-01", "2017-02-28"),
    ("2016-q1", "2016-Q1", "2016-01-01", "2016-03-31"),
    ("2016", "2016", "2016-01-01", "2016-12-31"),
    ("fy2016", "FY2016", "2015-10-01", "2016-09-30"),
    ("2015-02..2015-05", "2015-02..2015-05", "2015-02-01", "2015-05-31"),
    ("2015-02-01..2015-05-31", "2015-02..2015-05", "2015-02-01", "2015-05-31"),
    ("2015-02-03..2015-05", "2015-02-03..2015-05-31", "2015-02-03", "2015-05-31"),
    ("2015-01-01..2015-01-01", "2015-01-01..2015-01-01", "2015-01-01", "2015-01-01"),
  ])
  func aPeriodIsNamedAsItIsTyped(text: String, name: String, first: String, last: String) throws {
    let period = try #require(Period(naming: text))
    #expect(period.name == name)
    #expect([period.days.lowerBound.iso, period.days.upperBound.iso] == [first, last])
    #expect(Period(naming: period.name) == period)
  }

  @Test(arguments: [
    "", "..", "2017-13", "2017-01-32", "2017-02..2017-01", "..2017", "2017..", "fy17", "soon",
    "2017-01-01..2017-01-02..2017-01-03", "9999",
  ])
  func whatIsNotAPeriodIsNone(text: String) { #expect(Period(naming: text) == nil) }

  @Test(arguments: [
    ("2016-02-27", "2015-02-28"), ("2016-02", "2015-02"), ("2016-Q3", "2015-Q3"),
    ("FY2016", "FY2015"), ("2016-02..2016-05", "2015-02..2015-05"),
    ("2016-02-10..2016-02-29", "2015-02-10..2015-02-28"),
  ])
  func theSameSpanAYearBefore(text: String, before: String) throws {
    #expect(try #require(Period(naming: text)).yearBefore?.name == before)
  }

  @Test(arguments: [
    ("2017-01-28", "2017-02-03", "2017-01-28", "2017-01-28"),
    ("2025-01-01", "2025-01-31", "2025-01", "2025-01"),
    ("2025-01-01", "2025-03-31", "2025-Q1", "2025-Q1"),
    ("2025-01-01", "2025-12-31", "2025", "2025"),
    ("2024-10-01", "2025-09-30", "FY2025", "FY2025"),
    ("2022-10-01", "2025-02-06", "2022-10-01..2025-02-06", "2022-10-01 to 2025-02-06"),
    ("2025-01-01", "2025-05-31", "2025-01..2025-05", "2025-01-01 to 2025-05-31"),
  ])
  func theDaysOfAReportAreNamedAndReadAgain(
    first: String, last: String, name: String, words: String
  ) throws {
    let start = try #require(ClosedRange<Day>(naming: first)).lowerBound
    let period = Period(ofReport: start...(try #require(ClosedRange<Day>(naming: last)).lowerBound))
    #expect(period.name == name && period.words == words)
    #expect(Period(ofReportNamed: name) == period)
  }

  @Test(arguments: [
    ("2017-01-28", "2017-02-04", "2016-01-30"), ("2025-12", "2026-01", "2024-12"),
    ("2025-Q4", "2026-Q1", "2024-Q4"), ("2025", "2026", "2024"), ("FY2025", "FY2026", "FY2024"),
  ])
  func aPeriodHasOneBehindAndOneAYearBefore(text: String, next: String, before: String) throws {
    let period = try #require(Period(naming: text))
    #expect(period.adding(1).name == next && period.yearBefore?.name == before)
    #expect(period.adding(1).adding(-1) == period)
  }

  @Test func periodsOfALengthFollowEachOtherWithoutAHole() throws {
    let start = try #require(Day(year: 1999, month: 12, day: 1))
    for length in Period.Length.allCases {
      for step in 0..<800 {
        let day = start.adding(step)
        let period = try #require(Period(length, containing: day))
        #expect(period.days.contains(day) && period.name == length.label(of: day))
        let next = try #require(Period(length, containing: period.days.upperBound.adding(1)))
        #expect(next.days.lowerBound == period.days.upperBound.adding(1))
      }
    }
  }
}
