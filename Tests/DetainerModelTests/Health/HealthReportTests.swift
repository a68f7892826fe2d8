import DetainerModel
import Testing

/// Published reports: what is at hand, and what contradicts itself.
@Suite struct HealthReportTests {
  private static let week = "2017-01-28"

  /// Data with one report of so many declined, and three listed in Travis County.
  private func published(_ declined: Int?, _ figures: [Figure] = []) -> Health {
    var dataset = data(
      [TestFile("p", (0..<3).map { _ in Line(week: Self.week, place: travis) })],
      published: [report(Self.week, "p", declined: declined)])
    dataset.figures = figures
    return Health(of: dataset)
  }

  @Test func whatIsListedStandsBesideWhatIsStated() {
    let health = published(5)
    #expect(health.coverage.map(\.listed) == [3] && health.coverage.map(\.stated) == [5])
    #expect(
      health.said(.incompleteReport) == [
        "reports.csv: 3 of the 5 declined detainers that p states are listed; 2 are missing."
      ])
    #expect(!health.hasErrors)
    #expect(published(3).said(.incompleteReport).isEmpty)
    #expect(published(nil).coverage.map(\.stated) == [nil])
  }

  @Test func moreRowsThanAReportStatesAreAnErrorForNationStateAndCounty() {
    #expect(
      published(2).said(.statedTotalExceeded) == [
        "p.csv: p, the week 2017-01-28: the whole report has 3 listed, but 2 stated."
      ])
    #expect(
      published(9, [figure(.state("TX"), 2)]).said(.statedTotalExceeded) == [
        "p.csv: p, the week 2017-01-28: TX has 3 listed, but 2 stated."
      ])
    #expect(
      published(9, [figure(.jurisdiction(travis), 1)]).said(.statedTotalExceeded) == [
        "p.csv: p, the week 2017-01-28: Travis County, TX has 3 listed, but 1 stated."
      ])
    #expect(published(2).hasErrors)
    #expect(!published(3, [figure(.state("TX"), 3), figure(.jurisdiction(travis), 3)]).hasErrors)
  }

  @Test func statedPartsBeyondTheWholeAreAnError() {
    #expect(
      published(9, [figure(.state("TX"), 6), figure(.state("CO"), 4)]).said(.statedPartsExceed) == [
        "figures.csv: p states 10 declined in all its states, but 9 in the nation."
      ])
    #expect(
      published(9, [figure(.state("TX"), 6), figure(.jurisdiction(travis), 7)])
        .said(.statedPartsExceed) == [
          "figures.csv: p states 7 declined in the jurisdictions of TX, but 6 in the state."
        ])
    #expect(
      published(9, [figure(.state("TX"), 5), figure(.state("CO"), 4)]).findings.count(of: .error)
        == 0)
  }

  @Test func rowsOfSideTablesThatSpeakOfNoReportAreListed() throws {
    var dataset = data([], published: [report(Self.week, "p", declined: 1)])
    dataset.figures = [
      figure(.state("TX"), 1, line: 2), figure(.state("TX"), 1, source: "q", line: 3),
      figure(.state("TX"), 1, week: "2017-02-04", line: 4),
    ]
    var long = figure(.jurisdiction(travis), 1, week: "2017-02-04", line: 5)
    long.period = Period(long.period.start...day("2017-03-01"))
    dataset.figures.append(long)
    for (source, line) in [("p", 2), ("q", 3)] {
      dataset.ranks.append(
        Rank(
          period: Period(.week, containing: day(Self.week)), source: source, rank: 1,
          jurisdiction: travis, issued: 1, line: line))
    }
    var correction = Correction()
    correction.weeks = NamedWeeks("2017-01-28|2017-02-04|soon")
    correction.line = 2
    dataset.corrections = [correction]
    var policy = Policy()
    policy.weeksSeen = NamedWeeks("2017-01-28|2017-02-11")
    policy.line = 7
    dataset.policies = [policy]
    #expect(
      Health(of: dataset).said(.noSuchReport) == [
        "issued.csv:3: there is no report of q for the week 2017-01-28.",
        "figures.csv:3: there is no report of q for the week 2017-01-28.",
        "figures.csv:4: there is no report of p for the week 2017-02-04.",
        "corrections.csv:2: there is no report of the week “2017-02-04”.",
        "corrections.csv:2: there is no report of the week “soon”.",
        "policies.csv:7: there is no report of the week “2017-02-11”.",
      ])
  }

  @Test func dataThatCouldNotBeReadHasItsFindingsAndNothingElse() {
    let finding = Diagnostic(.unreadablePath, file: "x", "x does not exist.")
    let health = Health(findings: [finding])
    #expect(health.hasErrors && health.files.isEmpty && health.listing.rowCount == 1)
  }
}
