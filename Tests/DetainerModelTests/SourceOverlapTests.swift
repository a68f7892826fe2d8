import DetainerModel
import Testing

/// Two sources of one week are never added, whoever asks (rule 8 of the data).
@Suite struct SourceOverlapTests {
  private static let declined = Line(
    issued: "2015-01-07", place: travis, texts: [.liftReason: "Detainer Declined by LEA"])
  private static let dataset = data([TestFile("a", [declined]), TestFile("b", [declined])])

  private func selection(_ filter: String = "") throws -> Selection {
    try Selection(Query(FilterParser.parse(filter)), in: Self.dataset)
  }

  @Test(arguments: GroupKey.allCases.filter { $0 != .source })
  func noKeyButTheSourceKeepsThemApart(key: GroupKey) throws {
    let all = try selection()
    #expect(throws: SourceOverlap.self) { try all.groups(by: [key]) }
    #expect(try all.groups(by: [key, .source]).map(\.declined) == [1, 1])
    #expect(try selection("source:a").groups(by: [key]).map(\.declined) == [1])
  }

  @Test func nothingElseThatCountsAddsThem() throws {
    let all = try selection()
    let one = try selection("source:b")
    #expect(throws: SourceOverlap.self) { try all.jurisdictions() }
    #expect(throws: SourceOverlap.self) { try one.compared(with: all, by: [.state]) }
    #expect(throws: SourceOverlap.self) { try all.compared(with: one, by: [.week]) }
    for span in Period.Length.ofTrend {
      #expect(throws: SourceOverlap.self) { try all.trend(by: span) }
    }
    #expect(try one.jurisdictions().map(\.group.declined) == [1])
    #expect(try one.compared(with: one, by: [.state]).map(\.difference) == [0])
    #expect(all.weeks().map(\.group.declined) == [1, 1])
    let page = try PlacePage(of: travis, in: Self.dataset)
    #expect(page.released.map(\.declined.exact) == [1, 1])
  }

  @Test func declinesOfPublishedReportsOfOneWeekAreNotMixed() throws {
    let reports = ["a", "b"].map { report("2017-01-28", $0, declined: 3) }
    var published = data([], published: reports)
    published.figures = ["a", "b"].map { figure(.jurisdiction(travis), 2, source: $0) }
    let all = try Selection(Query(), in: published)
    #expect(throws: SourceOverlap.self) { try RecentDeclines(upTo: reports[0], in: all) }
    let one = try Selection(Query(FilterParser.parse("source:a")), in: published)
    #expect(try RecentDeclines(upTo: reports[0], in: one)[travis] == [2])
  }

  @Test func theErrorNamesWeeksAndSources() throws {
    let error = try #require(throws: SourceOverlap.self) { try selection().groups(by: [.state]) }
    #expect(error.weeks.map(\.period.name) == ["2015-01-03"])
    #expect(error.weeks.map(\.sources) == [["a", "b"]])
    #expect(
      "\(error)"
        == "a and b cover the same weeks and are never added: choose one with source:, or count by source."
    )
  }
}
