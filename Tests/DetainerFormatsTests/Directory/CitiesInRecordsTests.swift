import DetainerFormats
import DetainerModel
import TestSupport
import Testing

/// Records name counties: of a city that lies in them they are silent, and silence is no 0 (rule 4 of
/// what is not known).
@Suite struct CitiesInRecordsTests {
  private static let city = Jurisdiction(state: "NY", county: "New York City", fips: "")

  private static func select(_ filter: String) throws -> Selection {
    try Selection(Query(FilterParser.parse("-week:2025 " + filter)), in: sample)
  }

  /// What was declined in the records of a state, by week.
  private static func declined(_ state: String) throws -> [KeyValue: Int] {
    let groups = try select("state:\(state) source:fy2015-tally").groups(by: [.week])
    return Dictionary(uniqueKeysWithValues: groups.map { ($0.keys[0], $0.known.least) })
  }

  @Test func aCountOfTheCityMayBeAllOfItsState() throws {
    let ofState = try Self.declined("ny").values.reduce(0, +)
    #expect(ofState == 399)
    for filter in ["state:ny", "county:\"new york city\"", ""] {
      let group = try #require(
        try Self.select(filter).groups(by: [.county]).first {
          $0.keys == [.jurisdiction(Self.city)]
        })
      #expect(group.known == Known(least: 4, most: 4 + 12 + 14 + ofState), "under “\(filter)”")
      #expect(group.issued == nil && group.resolved == nil)
    }
  }

  @Test func itsCellsAreNoZeros() throws {
    let ofState = try Self.declined("ny")
    let table = try CrossTable(Self.select("state:ny"), rows: .county, columns: .week)
    for (week, declined) in ofState {
      #expect(
        table.declined(row: .jurisdiction(Self.city), column: week)
          == Known(least: 0, most: declined), "\(week)")
    }
  }

  @Test func itsTrendIsNotFlat() throws {
    let ofState = try Self.declined("ny")
    let points = try Self.select("county:\"new york city\"").trend(by: .week)
    for (week, declined) in ofState where declined > 0 {
      let group = try #require(points.first { .text($0.label) == week }?.group)
      #expect(group.known == Known(least: 0, most: declined), "\(week)")
      #expect(group.issued == nil && group.resolved == nil, "\(week)")
    }
  }

  @Test(arguments: ["", " outcome:declined", " outcome:booked"])
  func itsWeeksOfRecordsAreListed(_ term: String) throws {
    let ofState = try Self.declined("ny")
    let weeks = try Self.select("county:\"new york city\"\(term)").weeks()
    let built = weeks.filter { $0.report.kind == .built }
    // Of what is booked the page of the city says nothing; a week of none declined may have issued.
    let listed = [
      "": ofState.count, " outcome:declined": ofState.values.count { $0 > 0 }, " outcome:booked": 0,
    ]
    #expect(built.count == listed[term])
    for week in built {
      let most = try #require(ofState[.text(week.report.period.name)])
      #expect(week.group.known == Known(least: 0, most: most) && week.group.issued == nil)
    }
  }

  @Test func itIsCountedOnceBesideItsCounties() throws {
    let counties = try Self.select("state:ny county:queens").groups(by: [.year])
    let both = try Self.select("state:ny county:queens,\"new york city\"").groups(by: [.year])
    let all = try Self.select("state:ny").groups(by: [.year])
    for year in [KeyValue.text("2014"), .text("2015")] {
      let ofCounties = try #require(counties.first { $0.keys == [year] }?.known.exact)
      let ofAll = try #require(all.first { $0.keys == [year] }?.known.exact)
      #expect(
        both.first { $0.keys == [year] }?.known == Known(least: ofCounties, most: ofAll), "\(year)")
    }
  }

  @Test func itsPageSaysWhatRecordsMayHave() throws {
    let released = try PlacePage(of: Self.city, in: sample).released
    #expect(released.map(\.declined) == [Known(least: 0, most: 399)])
    #expect(released.allSatisfy { $0.issued == nil && $0.resolved.isUnknown })
    #expect(
      released.map(\.sentence) == [
        "not named by the records: 0–399 of those declined in its state may be of it, by issue date"
      ])
    // A county that the records name is as exact as before.
    let county = try #require(sample.places.county(named: "Travis", state: "TX")?.jurisdiction)
    #expect(try PlacePage(of: county, in: sample).released.map(\.declined) == [Known(63)])
  }
}
