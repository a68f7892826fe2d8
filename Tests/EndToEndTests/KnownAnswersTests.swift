import TestSupport
import Testing

/// The known answers of the sample data, through the commands that give them.
@Suite struct KnownAnswersTests {
  @Test func aYearAndThreePublishedWeeksStandBeforeThoseOfTheTally() async throws {
    let run = try await ddor("list", "weeks")
    #expect(run.code == 0)
    #expect(run.errors == "")
    #expect(
      run.lines.prefix(5) == [
        "week,week_end,days,source,kind,issued,resolved,declined,declined_most,listed,jurisdictions",
        "2025-01-01,2025-12-31,365,dhs-2025,published,201340,,17864,17864,0,0",
        "2017-02-11,2017-02-17,7,ddor-2017-02-11,published,2868,,65,65,1,2",
        "2017-02-04,2017-02-10,7,ddor-2017-02-04,published,2825,,47,47,2,2",
        "2017-01-28,2017-02-03,7,ddor-2017-01-28,published,3083,,206,206,43,24",
      ])
    #expect(run.lines.count == 1 + 4 + 43)
  }

  @Test func fiscalYear2015IsCountedWhole() async throws {
    let run = try await ddor("count", "--by", "source", "--source", "fy2015-tally")
    #expect(
      run.output == """
        source,issued,resolved,declined,declined_most,share_of_issued,share_of_resolved
        fy2015-tally,79053,26790,5501,5501,0.0696,0.2053

        """)
  }

  @Test func detainersWithoutAStateAreOneGroup() async throws {
    let run = try await ddor("count", "--by", "state", "--filter", "state:none source:fy2015-tally")
    #expect(run.lines.dropFirst() == [",9020,2634,1272,1272,0.1410,0.4829"])
  }

  @Test func statesOfTheFirstReportLeaveNineteenNotItemised() async throws {
    let run = try await ddor(
      "count", "--by", "state", "--week", "2017-01-28", "--filter", "count:>2")
    #expect(
      run.output == """
        state,issued,resolved,declined,declined_most,share_of_issued,share_of_resolved
        TX,,,149,149,,
        CA,,,11,11,,
        CO,,,11,11,,
        NY,47,,4,23,,
        PA,5,,3,3,,
        MD,,,3,3,,
        WA,12,,3,22,,
        (not itemised),,,19,19,,

        """)
  }

  @Test func statesOfTheSecondReportSumToItsTotal() async throws {
    let run = try await ddor("count", "--by", "state", "--week", "2017-02-04")
    let declined = run.lines.dropFirst().compactMap { Int(cells($0)[3]) }
    #expect(declined.reduce(0, +) == 47)
    #expect(!run.output.contains("(not itemised)"))
  }

  @Test func thirdReportLeavesFourteenToTheNation() async throws {
    let run = try await ddor("list", "jurisdictions", "--week", "2017-02-11")
    #expect(run.lines.contains(",(not itemised),,,,14,14,0,0"))
  }

  @Test func bothJailsOfTravisCountyMakeItsSum() async throws {
    let facilities = try await ddor(
      "count", "--by", "facility", "--week", "2017-02-01", "--county", "Travis")
    #expect(
      facilities.lines.dropFirst().prefix(2) == [
        "\"Travis County Jail, TX\",,,128,128,,", "\"Travis County State Jail, TX\",,,14,14,,",
      ])
  }

  @Test func sectionOneSumsTo157() async throws {
    let run = try await ddor("list", "jurisdictions", "--week", "2017-01-28")
    #expect(
      run.lines.first
        == "state,county,county_fips,issued,resolved,declined,declined_most,listed,corrections")
    #expect(run.lines.dropFirst().first == "TX,Travis County,48453,,,142,142,2,2")
    #expect(run.lines.last == ",(not itemised),,,,19,19,0,0")
    #expect(run.lines.dropFirst().compactMap { Int(cells($0)[3]) }.reduce(0, +) == 157)
  }

  @Test func franklinIsThreeCountiesInSectionOne() async throws {
    let run = try await ddor(
      "list", "jurisdictions", "--week", "2017-01-28", "--county", "franklin")
    #expect(
      run.lines.dropFirst() == [
        "PA,Franklin County,42055,5,,0,0,0,2", "NY,Franklin County,36033,9,,,23,0,2",
        "IA,Franklin County,19069,5,,,19,0,2",
      ])
  }

  @Test func sectionOneSumsTo88AsCorrectedAndTheRestIsNotAttributable() async throws {
    let run = try await ddor("list", "jurisdictions", "--week", "2017-01-28", "--as-corrected")
    let rows = run.lines.dropFirst().map(cells)
    func sum(_ column: Int, _ isTaken: Bool) -> Int {
      rows.filter { ($0[1] == "(not attributable)") == isTaken }.compactMap { Int($0[column]) }
        .reduce(0, +)
    }
    #expect(sum(3, false) == 88 && sum(3, true) == 69)
    #expect(sum(5, false) == 197 && sum(5, true) == 9)
    #expect(
      run.lines.suffix(6) == [
        "TX,(not attributable),,,,7,7,7,1", "PA,(not attributable),,5,,1,1,1,2",
        "NC,(not attributable),,,,1,1,1,1", "NY,(not attributable),,47,,0,0,0,2",
        "IA,(not attributable),,17,,0,0,0,1", ",(not itemised),,,,19,19,0,0",
      ])
    let states = ["count", "--by", "state", "--week", "2017-01-28"]
    let published = try await ddor(states)
    try await #expect(ddor(states + ["--as-corrected"]).output == published.output)
  }

  @Test func franklinsAreNamedAsCorrectedWithoutACount() async throws {
    let run = try await ddor(
      "list", "jurisdictions", "--week", "2017-01-28", "--county", "franklin", "--as-corrected")
    #expect(
      run.lines.dropFirst() == [
        "IA,Franklin County,19069,,,,19,0,2", "NY,Franklin County,36033,,,,23,0,2",
        "PA,Franklin County,42055,,,,1,0,2",
      ])
    let place = try await ddor("place", "franklin", "--as-corrected")
    #expect(place.lines.filter { $0.contains(",void by E01,") }.count == 3)
    #expect(
      place.lines.contains {
        $0.hasPrefix("NY,Franklin County,36033,I,2017-01-28,ddor-2017-01-28,6,,,,,,void by E01,")
      })
  }

  @Test func threeDetainersWereYearsOrWeeksOld() async throws {
    let run = try await ddor("list", "detainers", "--filter", "days:>=58", "--sort", "issued")
    #expect(
      run.lines.dropFirst().map { cells($0)[5] } == ["2010-10-16", "2015-12-21", "2016-12-07"])
    #expect(
      run.lines.first == """
        week,source,file,row,outcome,issued,lifted,lift_reason,facility,facility_code,city,state,\
        county,county_fips,aor,type,criminality,threat,crime,crime_code,basis,citizenship,birth_country,\
        gender,birth_year,program,apprehension_method,apprehended,person,duplicate,count,\
        source_url,confidence,note
        """)
  }

  @Test func policiesAndCorrectionsKeepTheColumnsOfTheirFiles() async throws {
    let policies = try await ddor("list", "policies", "--state", "tx,ks")
    #expect(policies.lines.count == 1 + 6)
    #expect(
      policies.lines.first == """
        jurisdiction,state,level,county_fips,aor,date_enacted,date_precision,policy,criteria,\
        weeks_seen,confidence,source_url,note,source,listed
        """)
    let corrections = try await ddor(
      "list", "corrections", "--county", "hennepin", "--week", "2017-01-28")
    #expect(corrections.lines.count == 1 + 1)
    #expect(
      corrections.lines.first == """
        id,kind,date,weeks,section,scope,jurisdiction,state,county_fips,ranks,voids,affects,\
        affected_count,what,source_url,confidence
        """)
    try await #expect(ddor("list", "policies").lines.count == 1 + 85)
    try await #expect(ddor("list", "corrections").lines.count == 1 + 29)
  }

  /// The cells of a line without quotes.
  private func cells(_ line: String) -> [Substring] {
    line.split(separator: ",", omittingEmptySubsequences: false)
  }
}
