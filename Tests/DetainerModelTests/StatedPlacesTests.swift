import DetainerModel
import Testing

/// Places that are only stated are chosen like those of records, whoever made the data.
@Suite struct StatedPlacesTests {
  private static let published = report("2017-01-28", "p", declined: 206)
  private static let figures = [
    figure(.state("TX"), 149), figure(.jurisdiction(travis), 142), figure(.state("ZZ"), 3),
  ]

  private func declined(_ filter: String, in data: Dataset) throws -> [String: Int?] {
    let selection = try Selection(Query(FilterParser.parse(filter)), in: data)
    return Dictionary(
      uniqueKeysWithValues: try selection.jurisdictions().map {
        ("\($0.jurisdiction.state) \($0.county)", $0.group.declined)
      })
  }

  @Test func dataMadeByHandKeepsWhatIsNotItemised() throws {
    let table = data([], published: [Self.published]).table
    let places = data([]).places
    let made = Dataset(places: places, table: table, figures: Self.figures)
    var changed = data([], published: [Self.published])
    changed.figures = Self.figures
    var refilled = Dataset(places: places, figures: Self.figures)
    refilled.table = table
    for data in [made, changed, refilled] {
      #expect(
        try declined("state:tx", in: data) == ["TX Travis County": 142, "TX (not itemised)": 7])
      #expect(try declined("state:zz", in: data) == ["ZZ (not itemised)": 3])
      #expect(try declined("-state:tx", in: data) == ["ZZ (not itemised)": 3])
      #expect(try declined("county:none", in: data)["TX (not itemised)"] == 7)
    }
  }

  @Test func aRankNamesItsPlace() throws {
    var ranked = data([], published: [Self.published])
    ranked.ranks = [
      Rank(period: Self.published.period, source: "p", rank: 1, jurisdiction: travis, issued: 23)
    ]
    let selection = try Selection(Query(FilterParser.parse("county:travis")), in: ranked)
    #expect(try selection.jurisdictions().map(\.group.issued) == [23])
  }

  /// Columns of no rows are all at the same place, and yet are not one column.
  @Test func reportsWithoutRowsAreCountedByTwoKeys() throws {
    let published = [Self.published, report("2017-02-04", "q", declined: 47)]
    let selection = try Selection(Query(), in: data([], published: published))
    let groups = try selection.groups(by: [.outcome, .week])
    #expect(groups.compactMap(\.declined).sorted() == [47, 206])
  }
}
