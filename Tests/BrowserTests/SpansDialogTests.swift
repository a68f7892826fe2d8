import DetainerModel
import TestSupport
import Testing

@testable import Browser

/// Two spans of time that are typed and held against each other.
@Suite struct SpansDialogTests {
  @Test func twoMonthsAreCompared() throws {
    var session = try Session("80x24", keys: "gs2014-11 2014-12<Enter>")
    #expect(session.contains("Compare › 2014-11 › 2014-12"))
    #expect(session.contains("897      613    -284"))
    // The same months a year before are not covered.
    try session.press("=")
    #expect(session.contains("No report covers 2013-12"))
  }

  @Test func unequalSpansAreSaidWithTheCountsOfADay() throws {
    let session = try Session("120x40", keys: "gs2014-10 2014-11<Enter>")
    #expect(session.contains("31 of 35 days (5 weeks by their Friday) against 28 days"))
    #expect(session.contains("36.3 and 32.0 declined a day."))
  }

  @Test(arguments: [
    ("gs2014-11<Enter>", "Two spans are compared; 1 span stands here."),
    ("gs2014-11 soon<Enter>", "“soon” is not a span of time."),
  ])
  func whatCannotBeReadStaysInTheLine(keys: String, problem: String) throws {
    var session = try Session("80x24", keys: keys)
    #expect(session.contains(problem) && session.contains("> 2014-11"))
    try session.press("<Esc>")
    #expect(!session.contains("Compare two spans"))
  }

  @Test func atTheOldestReportTheNextIsCompared() throws {
    #expect(
      try Session("80x24", keys: "hG=").contains("Compare › 2014-09-27 › 2014-10-04"))
    #expect(
      try Session("80x24", keys: "hG=").contains("3 of 7 days against 7 days"))
  }

  @Test func enterGoesToTheReportThatHasTheRow() throws {
    let session = try Session("80x24", keys: "]=jj<Enter>")
    #expect(session.contains("Weeks › 2017-01-28 › PA Philadelphia County"))
  }
}
