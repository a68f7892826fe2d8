import DetainerFormats
import DetainerModel
import TestSupport
import Testing

/// Questions to the sample data.
enum Sample {
  static func select(_ filter: String = "") throws -> Selection {
    try Selection(Query(FilterParser.parse(filter)), in: sample)
  }
}

extension [Group] {
  fileprivate var declined: Int { compactMap(\.declined).reduce(0, +) }

  fileprivate func declined(_ key: KeyValue) -> Int? { first { $0.keys[0] == key }?.declined }
}

/// What is known of the published reports of 2017 and of the tally of fiscal year 2015.
struct SampleDataTests {
  static let totals = [
    ("2017-01-28", 3083, 206), ("2017-02-04", 2825, 47), ("2017-02-11", 2868, 65),
  ]

  @Test func everyFileIsReadWithoutAFinding() throws {
    let data = sample
    #expect(data.diagnostics.filter { $0.severity != .note }.map(\.description) == [])
    #expect(data.policies.count == 85)
    #expect(data.corrections.count == 29)
    #expect(data.figures.count == 47)
    #expect(data.ranks.count == 20)
    #expect(data.table.rowCount == 46 + 31_610)
    #expect(data.start?.name == "2017-01-28")
    #expect(!data.isLoading)
  }

  @Test func thereAre43BuiltAnd3PublishedWeeksAndAYear() throws {
    let reports = try Sample.select().weeks()
    #expect(reports.count == 47)
    let year = try #require(reports.first)
    #expect(year.report.period.name == "2025" && year.report.source == "dhs-2025")
    #expect(year.group.issued == 201_340 && year.group.declined == 17_864 && !year.isPart)
    #expect(year.group.resolved == nil && year.group.shareOfIssued == nil)
    #expect(year.report.statement?.caveat.contains("calendar or the fiscal year") == true)
    let weeks = reports.dropFirst()
    let built = weeks.filter { $0.report.kind == .built }
    #expect(built.count == 43)
    #expect(built.compactMap(\.group.issued).reduce(0, +) == 79_053)
    #expect(built.compactMap(\.group.resolved).reduce(0, +) == 26_790)
    #expect(built.map(\.group).declined == 5501)
    #expect(weeks.map(\.report.period) == weeks.map(\.report.period).sorted(by: >))
    let saturday = try #require(Day(year: 2017, month: 1, day: 28))
    #expect(weeks.allSatisfy { $0.report.period.start.days(since: saturday) % 7 == 0 })
  }

  @Test(arguments: totals)
  func publishedWeeksStateTheirTotals(week: String, issued: Int, declined: Int) throws {
    let rows = try Sample.select("week:\(week)").weeks()
    #expect(rows.count == 1)
    #expect(rows.first?.report.kind == .published)
    #expect(rows.first?.group.issued == issued)
    #expect(rows.first?.group.declined == declined)
    #expect(rows.first?.group.resolved == nil)
    #expect(rows.first?.group.shareOfIssued == nil)
  }

  @Test func sharesAreOfBuiltReportsAlone() throws {
    let all = try Sample.select("outcome:declined")
    let groups = try all.groups(by: [.state])
    let california = try #require(groups.first { $0.keys == [.text("CA")] })
    #expect(california.known == Known(2164) && california.issued == 13456)
    #expect(california.shareOfIssued == 2134.0 / 13456)
    let hidden = try all.hiddenGroups(by: [.state], but: groups)
    let base = try #require(Sums(groups + hidden).shareBase)
    #expect(base.declined == 5501 && base.issued == 79053 && base.resolved == 26790)
    #expect(all.shareWords.hasPrefix("Shares are of the built reports"))
    let week = try Sample.select("week:2017-01-28")
    #expect(try week.groups(by: [.state]).allSatisfy { $0.shareBase == nil })
    #expect(week.shareWords.hasPrefix("No shares: published reports"))
    #expect(try Sample.select("source:fy2015-tally").shareWords.isEmpty)
  }

  @Test func texasHasItsThreeCounties() throws {
    let rows = try Sample.select("week:2017-01-28 state:tx").jurisdictions()
    #expect(rows.map(\.county) == ["Travis County", "Williamson County", "Bastrop County"])
    #expect(rows.map(\.group.declined) == [142, 4, 3])
  }

  @Test func californiaAndColoradoAreListedInFull() throws {
    for state in ["ca", "co"] {
      let rows = try Sample.select("week:2017-01-28 state:\(state)").jurisdictions()
      #expect(rows.map(\.group).declined == 11)
      #expect(rows.map(\.group.listed).reduce(0, +) == 11)
      #expect(!rows.contains { $0.isRemainder })
    }
  }

  @Test func aStatedZeroIsAZeroAndAPlaceWithoutAFigureIsEmpty() throws {
    let first = try Sample.select("week:2017-01-28").jurisdictions()
    let francisco = try #require(first.first { $0.county == "San Francisco County" })
    #expect(francisco.group.declined == 0)
    #expect(francisco.group.listed == 0)
    let second = try Sample.select("week:2017-02-04").jurisdictions()
    let santaFe = try #require(second.first { $0.county == "Santa Fe County" })
    #expect(santaFe.group.declined == nil)
  }

  @Test func aPlaceThatIsNoCountyKeepsItsNameAndCountsInItsState() throws {
    let rows = try Sample.select("week:2017-01-28 state:ny").jurisdictions()
    let city = try #require(rows.first { $0.county == "New York City" })
    #expect(city.jurisdiction.fips.isEmpty)
    #expect(city.jurisdiction.state == "NY")
    #expect(city.group.declined == 4)
  }

  @Test func whatNewYorkDoesNotItemiseIsARowOfItsOwn() throws {
    let rows = try Sample.select("week:2017-02-04 state:ny").jurisdictions()
    let rest = try #require(rows.last)
    #expect(rest.identity == .notItemised(state: "NY"))
    #expect(rest.group.declined == 10)
    #expect(rows.map(\.group).declined == 12)
  }

  @Test(arguments: [("2017-01-28", 206, 19), ("2017-02-04", 47, nil), ("2017-02-11", 65, 14)])
  func statesAndTheNationsRemainderSumToTheTotal(
    week: String, total: Int, remainder: Int?
  ) throws {
    let groups = try Sample.select("week:\(week)").groups(by: [.state])
    #expect(groups.declined == total)
    #expect(groups.declined(.notItemised(state: "")) == remainder)
  }

  @Test func theJailsOfTravisCountyAreSplitAsCorrected() throws {
    let groups = try Sample.select("week:2017-01-28 state:tx").groups(by: [.facility])
    let named = Dictionary(
      groups.map { ($0.keys[0].text(withState: false), $0.declined) },
      uniquingKeysWith: { a, _ in a })
    #expect(named["Travis County Jail"] == 128)
    #expect(named["Travis County State Jail"] == 14)
    #expect(groups.declined == 149)
  }

  @Test(arguments: totals.map { ($0.0, $0.2) })
  func byEveryKeyTheDeclinedSumToTheReportsTotal(week: String, declined: Int) throws {
    let selection = try Sample.select("week:\(week)")
    for key in GroupKey.allCases {
      #expect(try selection.groups(by: [key]).declined == declined, "\(key)")
    }
  }

  @Test func twoKeysSumToTheTotalAsWell() throws {
    for keys in [
      [GroupKey.state, .crime], [.county, .week], [.citizenship, .basis], [.state, .county],
    ] {
      #expect(try Sample.select("week:2017-01-28").groups(by: keys).declined == 206)
    }
  }

  @Test func sectionISumsTo157() throws {
    let groups = try Sample.select("week:2017-01-28").groups(by: [.jurisdiction])
    #expect(groups.compactMap(\.issued).reduce(0, +) == 157)
    let franklin = try Sample.select("week:2017-01-28 county:franklin").jurisdictions()
    #expect(Set(franklin.map(\.jurisdiction.state)) == ["IA", "NY", "PA"])
  }

  @Test func agesOf40858And2300DaysAreThere() throws {
    let table = sample.table
    var ages: [Int: String] = [:]
    for row in 0..<table.rowCount {
      if let age = table.age(row) { ages[age] = table.jurisdiction(row).county }
    }
    #expect(ages[408] == "Travis County")
    #expect(ages[58] == "Weld County")
    #expect(ages[2300] == "Travis County")
    #expect(try Sample.select("days:>=408").shown.count == 2)
  }

  @Test func oneJamaicanIsListedInPhiladelphia() throws {
    let selection = try Sample.select("citizenship:jamaica")
    #expect(try selection.jurisdictions().map(\.county) == ["Philadelphia County"])
    #expect(selection.shown.count == 1)
  }

  @Test func clarkIsNeverClarke() throws {
    let names = try Sample.select("county:clark").jurisdictions().map(\.county)
    #expect(!names.isEmpty)
    #expect(Set(names) == ["Clark County"])
    let all = try Sample.select().jurisdictions().map(\.county)
    #expect(all.contains("Clarke County"))
  }

  @Test func statedCitizenshipsStandBesideListedOnes() throws {
    let groups = try Sample.select("week:2017-02-04").groups(by: [.citizenship])
    #expect(groups.declined(.text("Mexico")) == 27)
    #expect(groups.declined(.text("France")) == 1)
    #expect(groups.declined(.text("Hungary")) == 1)
    #expect(groups.declined(.text("Ecuador")) ?? 0 > 0)
    #expect(groups.declined == 47)
  }

  @Test func aTermOnPlacesDropsTheNationsRemainderAndTheReportsTotal() throws {
    let selection = try Sample.select("week:2017-01-28 state:tx,co")
    #expect(try selection.groups(by: [.state]).declined == 160)
    #expect(try !selection.groups(by: [.state]).contains { $0.keys[0].isRemainder })
    #expect(selection.weeks().map(\.group.declined) == [160])
    let others = try Sample.select("week:2017-01-28 -state:tx").groups(by: [.state])
    #expect(!others.contains { $0.keys[0].isRemainder })
    #expect(others.declined == 206 - 19 - 149)
  }

  @Test func aTermOnRowsCountsOnlyWhatIsListed() throws {
    let selection = try Sample.select("week:2017-01-28 crime:assault")
    let groups = try selection.groups(by: [.state])
    #expect(groups.declined == selection.shown.count)
    #expect(groups.allSatisfy { $0.declined == $0.listed && $0.issued == nil })
  }

  @Test func aTermOnTheOutcomeHidesWhatHasAnother() throws {
    let booked = try Sample.select("week:2017-01-28 outcome:booked")
    #expect(try booked.groups(by: [.state]).isEmpty)
    let assaults = try Sample.select("week:2017-01-28 outcome:booked crime:assault")
    #expect(try assaults.groups(by: [.state]).isEmpty)
    let declined = try Sample.select("outcome:declined").weeks()
    #expect(declined.map(\.group).declined == 5501 + 318 + 17_864)
    // No total takes the year and the weeks together.
    #expect(try Sample.select("outcome:declined").groups(by: [.outcome]).declined == 5501 + 318)
  }

  @Test func aNegatedMonthLeavesTheOtherMonths() throws {
    let months = try Sample.select("source:fy2015-tally").groups(by: [.month])
    let october = try #require(months.first { $0.keys[0] == .text("2014-10") }?.issued)
    let others = try Sample.select("source:fy2015-tally -month:2014-10")
    #expect(others.weeks().compactMap(\.group.issued).reduce(0, +) == 79_053 - october)
    #expect(others.hasBuiltReport)
  }

  @Test func aMonthOfPublishedReportsKeepsSectionI() throws {
    let selection = try Sample.select("month:2017-02")
    #expect(!selection.hasBuiltReport)
    #expect(try selection.groups(by: [.jurisdiction]).contains { $0.issued == 51 })
  }

  @Test func detainersWithoutAStateAreOneUnlocatedRow() throws {
    let groups = try Sample.select("source:fy2015-tally").groups(by: [.state])
    #expect(groups.first { $0.keys[0] == .text("") }?.issued == 9020)
  }
}
