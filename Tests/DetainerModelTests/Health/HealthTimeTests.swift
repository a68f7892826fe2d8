import DetainerModel
import TestSupport
import Testing

/// Files, weeks and dates.
@Suite struct HealthTimeTests {
  @Test func aFileTellsItsKindRowsDetainersWeeksAndDays() {
    let health = Health(
      of: data(
        [
          TestFile("p", [Line(issued: "2010-01-01", week: "2017-01-28")]),
          TestFile("b", [Line(issued: "2015-01-05"), Line(issued: "2015-01-20"), Line()]),
          TestFile(
            "t", isTally: true,
            [Line(week: "2015-01-03", count: 12), Line(week: "2015-01-10", count: 0)]),
        ], published: [report("2017-01-28", "p", declined: 5)]))
    #expect(health.files.map(\.kind) == [.published, .built, .tally])
    #expect(health.files.map(\.rows) == [1, 3, 2])
    #expect(health.files.map(\.detainers) == [1, 3, 12])
    #expect(health.files.map(\.undated) == [0, 1, 0])
    #expect(health.files.map(\.weeks) == [1, 2, 2])
    #expect(
      health.files.map { "\($0.days?.lowerBound.iso ?? "") \($0.days?.upperBound.iso ?? "")" }
        == ["2017-01-28 2017-02-03", "2015-01-05 2015-01-20", "2015-01-03 2015-01-16"])
  }

  @Test func weeksWithoutARowAreNamedAsRanges() {
    let days = ["2015-01-03", "2015-01-24", "2015-02-07", "2015-02-14"]
    let health = Health(of: data([TestFile("a", days.map { Line(issued: $0) })]))
    #expect(
      health.said(.missingWeeks) == [
        "a.csv: a has no row in the 2 weeks 2015-01-10 to 2015-01-17.",
        "a.csv: a has no row in the week 2015-01-31.",
      ])
    #expect(health.sources.first?.gaps.map(\.count) == [2, 1])
    #expect(health.findings.count(of: .warning) == 2)
  }

  @Test func twoFilesOfOneSourceHaveNoGapBetweenThem() {
    let health = Health(
      of: data([
        TestFile("fy15/a", [Line(issued: "2015-01-03")]),
        TestFile("fy16/a", [Line(issued: "2015-01-10"), Line(issued: "2015-01-17")]),
      ]))
    #expect(health.said(.missingWeeks).isEmpty)
    #expect(health.sources.map(\.weeks.count) == [3])
    #expect(health.sources.first?.median == 1)
  }

  @Test func aDateFarFromAllOthersIsStrayAndMakesNoGap() {
    var lines = (0..<2500).map { Line(issued: day("2015-01-01").adding($0 % 40).iso) }
    lines.append(Line(issued: "2041-05-01"))
    lines.append(Line(issued: "2016-12-31"))
    let health = Health(of: data([TestFile("a", lines)]))
    #expect(
      health.said(.strayDate) == [
        "a.csv:2502: 2041-05-01 lies outside of the days that a covers, 2015-01-01 to 2015-02-09.",
        "a.csv:2503: 2016-12-31 lies outside of the days that a covers, 2015-01-01 to 2015-02-09.",
      ])
    #expect(health.said(.missingWeeks).isEmpty)
    let few = Health(of: data([TestFile("a", Array(lines.suffix(60)))]))
    #expect(few.said(.strayDate).isEmpty, "few rows have no bulk to lie outside of")
  }

  @Test func aTallyThatStatesNobodyForAWeekHasThatWeek() throws {
    let lines = [12, 0, 0, 3].enumerated().map {
      Line(week: day("2015-01-03").adding($0 * 7).iso, count: $1)
    }
    let data = data([TestFile("t", isTally: true, lines)])
    #expect(Health(of: data).said(.missingWeeks).isEmpty)
    #expect(try listedWeeks(of: "t", in: data).count == 4)
    let none = try Selection(Query(FilterParser.parse("week:2015-01-10")), in: data).weeks()
    #expect(none.map(\.group.issued) == [0] && none.map(\.group.declined) == [0])
    #expect(try Selection(Query(FilterParser.parse("state:TX")), in: data).weeks().isEmpty)
  }

  /// The weeks of a source that `list weeks` prints, oldest first.
  private func listedWeeks(of source: String, in data: Dataset) throws -> [Period] {
    let selection = try Selection(Query(), in: data)
    let listing = selection.weeksListing(selection.weeks())
    return (0..<listing.rowCount).map { listing.row($0) }.compactMap { row in
      guard case .text(let week) = row[0], row[3] == .text(source) else { return nil }
      return Period(naming: week)
    }.sorted()
  }

  /// Rows of one source: most days near each other, some without a day, and now and then one that
  /// lies years away.
  private func lines(byLiftDate: Bool, _ random: inout SeededGenerator) -> [Line] {
    let start = day("2015-01-03").adding(random.below(400))
    return (0..<random.pick([3, 30, 2500])).map { _ in
      func any() -> String {
        switch random.below(400) {
        case 0..<40: ""
        case 40: start.adding(2000 + random.below(5000)).iso
        default: start.adding(random.below(12) * random.below(40)).iso
        }
      }
      let ends = random.below(3) > 0
      return Line(
        issued: any(), lifted: ends && byLiftDate ? any() : "",
        texts: ends ? [.liftReason: "Died"] : [:])
    }
  }

  /// Whatever is missing is not listed, and whatever is listed is not missing, source by source.
  @Test(arguments: 0..<30 as Range<UInt64>)
  func missingWeeksAreThoseThatTheListOfWeeksLeavesOut(seed: UInt64) throws {
    var random = SeededGenerator(seed &+ 900)
    let bases = [random.below(2) == 0, random.below(2) == 0]
    let data = data(
      zip(["a", "b"], bases).map { TestFile($0, lines(byLiftDate: $1, &random)) })
    let health = Health(of: data)
    let strays = health.findings.filter { $0.code == .strayDate }
    for source in health.sources {
      let listed = try listedWeeks(of: source.source, in: data)
      #expect(source.weeks.map(\.period) == listed)
      let gaps = source.gaps.flatMap { gap in (0..<gap.count).map { gap.first.adding($0) } }
      #expect(Set(gaps).isDisjoint(with: listed))
      let said = strays.filter { $0.file == source.source + ".csv" }
        .compactMap { Period(naming: String($0.message.prefix(10))) }
      // Weeks of nothing but stray dates open no gap.
      let usual = listed.filter { !said.contains($0) }
      guard let first = usual.first, let last = usual.last else { continue }
      let all = (0...last.start.days(since: first.start) / 7).map { first.adding($0) }
      #expect(Set(gaps).union(listed).isSuperset(of: all))
      #expect(
        source.gaps.allSatisfy {
          listed.contains($0.first.adding(-1)) && listed.contains($0.last.adding(1))
        })
      let told = health.said(.missingWeeks).filter { $0.hasPrefix(source.source + ".csv: ") }
      #expect(told.count == source.gaps.count)
    }
  }

  @Test func aStrayLiftDateIsNamedByItsColumn() {
    var lines = (0..<2500).map { _ in Line(issued: "2015-01-01", lifted: "2015-02-01") }
    lines[7].lifted = "2018-02-01"
    let health = Health(of: data([TestFile("a", lines)]))
    #expect(health.findings.map(\.code).filter { $0 == .strayDate }.count == 1)
    #expect(health.findings.first?.column == "lifted" && health.findings.first?.row == 9)
  }

  @Test func aLiftBeforeTheIssueIsListedOnTheSameDayItIsNot() {
    let lines = [
      Line(issued: "2015-01-03", lifted: "2015-01-03"),
      Line(issued: "2015-01-03", lifted: "2015-01-02"), Line(lifted: "2015-01-02"),
    ]
    let health = Health(of: data([TestFile("a", lines)]))
    #expect(health.findings.filter { $0.code == .liftedBeforeIssued }.map(\.row) == [3])
  }

  /// Days of five detainers, and one of as many as asked for.
  private func batch(_ count: Int, usual: Int = 5) -> [String] {
    var lines: [Line] = []
    for offset in 0..<9 {
      lines += (0..<usual).map { _ in
        Line(issued: day("2015-01-03").adding(offset).iso, place: texas)
      }
    }
    lines += (0..<count).map { _ in Line(issued: "2015-02-11", place: texas) }
    lines += (0..<300).map { _ in Line(issued: "2015-02-11") }
    return Health(of: data([TestFile("a", lines)])).said(.oneDayBatch)
  }

  @Test func aDayWithAHundredDetainersAndTenTimesTheMedianIsABatch() {
    #expect(
      batch(100) == [
        "a.csv:47: 100 detainers of TX have the one date 2015-02-11; its median day has 5."
      ])
    #expect(batch(99).isEmpty)
    #expect(batch(109, usual: 11).isEmpty)
    #expect(batch(110, usual: 11).count == 1)
  }

  /// Twenty weeks of a hundred detainers, the last eight resolved less often.
  private func late(_ resolved: Int, weeks: Int = 20) -> [String] {
    let lines = (0..<weeks).flatMap { week -> [Line] in
      let share = week < weeks - 8 ? 40 : resolved
      return (0..<100).map { number in
        Line(
          issued: day("2015-01-03").adding(week * 7).iso,
          texts: number < share ? [.liftReason: "Died"] : [:])
      }
    }
    return Health(of: data([TestFile("a", lines)])).said(.lateLiftReasons)
  }

  @Test func lastWeeksThatAreFarLessResolvedAreNoted() {
    #expect(
      late(29) == [
        "a.csv: From the week 2015-03-28 on, 29.0 % of the detainers of a have a lift reason; in "
          + "the 12 weeks before, 40.0 % have one."
      ])
    #expect(late(30).isEmpty)
    #expect(late(0, weeks: 15).isEmpty, "too few weeks to tell")
  }

  @Test func weeksThatTwoSourcesCoverAreNotedOnceForBoth() {
    let lines = [Line(issued: "2015-01-03"), Line(issued: "2015-01-10")]
    let health = Health(
      of: data([TestFile("b", lines), TestFile("a", lines + [Line(issued: "2015-01-17")])]))
    #expect(
      health.said(.overlappingWeeks) == [
        "a.csv: a, b cover the same 2 weeks between 2015-01-03 and 2015-01-16."
      ])
  }
}
