import DetainerModel
import Testing

/// What a program that imports the model can list, count and sort, and what it is refused.
@Suite struct ShapingTests {
  private static let dataset = data([
    TestFile(
      "a",
      [
        Line(
          issued: "2015-01-07", place: travis,
          texts: [.liftReason: "Detainer Declined by LEA", .crime: "Theft"]),
        Line(issued: "2015-01-15", place: texas, texts: [.crimeCode: "2316"]),
      ])
  ])

  private func cells(_ listing: Listing) -> [[Value]] {
    (0..<listing.rowCount).map { listing.row($0) }
  }

  @Test func everythingCanBeListedSortedAndCut() throws {
    let all = try Selection(Query(), in: Self.dataset)
    for name in ListingName.allCases {
      let listing = try name.listing(of: all)
      let first = SortKey(listing.columns[0].name)
      let sorted = try name.listing(of: all, by: first)
      #expect(sorted.columns == listing.columns && sorted.rowCount == listing.rowCount)
      #expect(sorted.first(1).rowCount == min(1, listing.rowCount))
      #expect(throws: NameError.self) { try name.listing(of: all, by: SortKey("nothing")) }
    }
    let weeks = try ListingName.weeks.listing(of: all, by: SortKey("-week"))
    #expect(cells(weeks).map { $0[0] } == [.text("2015-01-03"), .text("2015-01-10")])
  }

  @Test func columnsAreChosenAndOrdered() throws {
    let weeks = try ListingName.weeks.listing(of: Selection(Query(), in: Self.dataset))
    let chosen = try weeks.choosing(["listed", "week"])
    #expect(chosen.columns.map(\.name) == ["listed", "week"])
    #expect(cells(chosen).first == [.integer(1), .text("2015-01-10")])
    let error = #expect(throws: NameError.self) { try weeks.choosing(["week", "-listed"]) }
    #expect(error?.reason.contains("did you mean “listed”?") == true)
  }

  @Test(arguments: [
    ("", "There is no row to show."),
    ("state:tx days:>400", "No row passes the filter “state:tx days:>400”."),
    (
      "crime:thfet -crime:xyz",
      "No row passes the filter “crime:thfet -crime:xyz”. crime: has no “thfet”; did you mean “theft”?"
    ),
    (
      "tarvis",
      "No row passes the filter “tarvis”. Nothing has the word “tarvis”; did you mean “travis”?"
    ),
    ("crime:none theft", "No row passes the filter “crime:none theft”."),
  ])
  func anEmptyAnswerSaysWhy(filter: String, sentence: String) throws {
    let query = Query(try FilterParser.parse(filter))
    #expect(try [Selection(query, in: Self.dataset)].emptySentence == sentence)
  }

  @Test func countsCanBeSortedByAnyColumn() throws {
    let all = try Selection(Query(), in: Self.dataset)
    let byMeasure = try all.countListing(by: [.week], measure: .issued)
    #expect(cells(byMeasure).map { $0[0] } == [.text("2015-01-03"), .text("2015-01-10")])
    for column in byMeasure.columns {
      let up = try all.countListing(by: [.week], sortedBy: SortKey(column.name))
      let down = try all.countListing(by: [.week], sortedBy: SortKey("-" + column.name))
      #expect(Set(cells(up)) == Set(cells(byMeasure)) && Set(cells(down)) == Set(cells(byMeasure)))
    }
  }

  @Test func namesThatMeanNothingSayWhatMayBeMeant() {
    let column = #expect(throws: NameError.self) {
      try Listing(columns: [.init("declined")], rows: []).sorted(by: SortKey("-declned"))
    }
    #expect(
      column?.description
        == "“declned”: there is no column of this name; did you mean “declined”? It may be one of declined."
    )
    let key = #expect(throws: NameError.self) { try GroupKey.keys(named: ["state", "stat"]) }
    #expect(
      key?.description == "“stat”: nothing can be counted by this; did you mean “state”?")
    #expect(throws: NameError("state", "this key is given twice; leave one out.")) {
      try GroupKey.keys(named: ["state,crime", "state"])
    }
    #expect(throws: NameError.self) { try GroupKey.keys(named: ["jurisdiction"]) }
  }

  @Test func everyKeyIsInTheMenuOnceAndCanBeFiltered() {
    #expect(Set(GroupKey.inMenus) == Set(GroupKey.countable))
    #expect(GroupKey.inMenus.count == GroupKey.countable.count)
    for key in GroupKey.countable { #expect(FilterField(rawValue: key.rawValue) != nil) }
    #expect(FilterField(.jurisdiction) == nil)
    let names = FilterField.allCases.map(\.rawValue)
    #expect(Set(names).count == names.count)
    for name in ["city", "issued", "declined", "days", "count", "person", "note"] {
      #expect(names.contains(name))
    }
  }
}
