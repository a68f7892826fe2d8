import DetainerModel
import TestSupport
import Testing

@testable import DetainerFormats

/// A release without a column of lift reasons says what was issued and nothing of what became of it
/// (rule 12 of the data, point 1 of what is not known).
@Suite struct WithoutLiftReasonsTests {
  static let silent = """
    Detainer Prepare Date,Facility State,County
    2025-01-06,TEXAS,Travis
    2025-01-07,TEXAS,Travis
    2025-01-14,CALIFORNIA,Alameda
    """
  static let other = """
    Detainer Prepare Date,Detainer Lift Reason,Facility State,County
    2025-02-03,Detainer Declined by LEA,TEXAS,Travis
    2025-02-04,Booked into Detention,TEXAS,Travis
    2025-02-04,,NEVADA,Clark
    """

  private func cells(_ listing: Listing, _ columns: String...) -> [String] {
    let places = columns.compactMap { name in listing.columns.firstIndex { $0.name == name } }
    return (0..<listing.rowCount).map { index in
      let row = listing.row(index)
      return places.map { place in
        switch row[place] {
        case .missing: "-"
        case .text(let text): text
        case .integer(let number): "\(number)"
        case .fraction(let share): "\(share)"
        }
      }.joined(separator: ",")
    }
  }

  @Test func aReleaseThatWithholdsEveryLiftReasonSaysNothingOfThem() throws {
    let withheld = """
      Detainer Prepare Date,Detainer Lift Reason,Detainer Lift Reason Code,Facility State,County
      2025-02-03,"b(6), b(7)c",,TEXAS,Travis
      2025-02-04,,,TEXAS,Travis
      2025-02-05,(b)(6),(b)(6),NEVADA,Clark

      """
    let data = try opened(["a.csv": Self.other, "b.csv": withheld])
    #expect(
      (0..<6).map { data.table.outcome($0) } == [.declined, .booked, .pending, nil, nil, nil])
    let told = data.diagnostics.filter { $0.code == .withheldReason }
    #expect(told.map(\.row) == [2, 4] && told.allSatisfy { $0.severity == .warning })
    let groups = try selection(data, "source:b").groups(by: [.state])
    #expect(groups.allSatisfy { $0.known == .unknown && $0.resolved == nil })
    #expect(groups.compactMap(\.issued).sorted() == [1, 2])
  }

  @Test(arguments: ["Case Closed,", ",B"])
  func whereOneIsGivenTheWithheldOnesAreNotKnownAndTold(_ given: String) throws {
    let data = try opened(
      text: """
        Detainer Prepare Date,Detainer Lift Reason,Detainer Lift Reason Code,Facility State,County
        2025-02-03,(b)(6),,TEXAS,Travis
        2025-02-04,\(given),TEXAS,Travis
        2025-02-05,,,TEXAS,Travis

        """)
    #expect(data.table.outcome(0) == nil && data.table.isResolved(1))
    #expect(data.table.outcome(2) == .pending, "an empty cell is not a withheld one")
    #expect(data.diagnostics.count { $0.code == .withheldReason } == 1)
    let group = try #require(try selection(data).groups(by: [.state]).first)
    #expect(group.issued == 3 && group.known == .unknown)
    #expect(group.knownResolved == Known(least: 1, most: nil) && group.shareBase == nil)
  }

  @Test(arguments: [
    "\"(b)(6), (b)(7)(c)\",", "b(7)(e),", "(b)(7)(e) Booked into Detention,", "REDACTED,",
    "Detainer Declined by LEA (b)(7)(e),", "\u{2588}\u{2588}\u{2588},", "b6 b7c,",
  ])
  func aWithheldReasonIsNotPendingInAnyForm(_ cell: String) throws {
    let data = try opened(
      text: """
        Detainer Prepare Date,Detainer Lift Reason,Detainer Lift Reason Code,Facility State
        2025-02-03,Detainer Declined by LEA,,TEXAS
        2025-02-04,\(cell),TEXAS

        """)
    #expect(data.table.outcome(1) == nil && data.table.text(.liftReason, 1).isEmpty)
    #expect(try selection(data).declinedTotal == Known(least: 1, most: nil))
  }

  @Test func anImportKeepsAWithheldReasonApartFromAPendingOne() throws {
    let folder = try ImportFolder()
    try folder.put(
      """
      Detainer Prepare Date,Detainer Lift Reason,Facility State,County
      2025-02-03,Detainer Declined by LEA,TEXAS,Travis
      2025-02-04,(b)(6),TEXAS,Travis
      2025-02-05,,TEXAS,Travis

      """, "w.csv")
    let summary = try #require(try folder.add("w.csv").first)
    #expect(summary.declined == Known(least: 1, most: nil))
    let data = try opened(folder.data)
    #expect((0..<3).map { data.table.outcome($0) } == [.declined, nil, .pending])
  }

  private func selection(_ data: Dataset, _ filter: String = "") throws -> Selection {
    try Selection(Query(FilterParser.parse(filter)), in: data)
  }

  @Test func declinedAndResolvedAreNotKnown() throws {
    let data = try opened(text: Self.silent)
    let all = try selection(data)
    #expect(
      cells(
        all.weeksListing(all.weeks()), "week", "issued", "resolved", "declined", "declined_most",
        "listed", "jurisdictions") == ["2025-01-11,1,-,-,-,1,-", "2025-01-04,2,-,-,-,2,-"])
    #expect(
      try cells(
        all.jurisdictionsListing(all.jurisdictions()), "state", "issued", "resolved", "declined",
        "declined_most") == ["TX,2,-,-,-", "CA,1,-,-,-"])
    #expect(
      try cells(
        all.countListing(by: [.outcome]), "outcome", "issued", "declined", "declined_most",
        "share_of_issued", "share_of_resolved") == ["-,3,-,-,-,-"])
    #expect(all.declinedTotal == .unknown && all.total(of: .resolved) == .unknown)
    #expect(all.total(of: .issued) == Known(3))
    #expect(
      cells(all.detainersListing(all.detainers()), "outcome", "issued") == [
        "-,2025-01-06", "-,2025-01-07", "-,2025-01-14",
      ])
    let points = try all.trend(by: .month)
    #expect(points.map { $0.group?.known } == [.unknown])
    let table = try CrossTable(all, rows: .state, columns: .month)
    #expect(table.declined(row: nil, column: nil) == .unknown)
    #expect(table.declined(row: .text("TX"), column: .text("2025-01")) == .unknown)
    let place = try #require(data.table.jurisdictions.first { $0.fips == "48453" })
    let page = try PlacePage(of: place, in: data)
    #expect(page.released.map(\.declined) == [.unknown] && page.released[0].issued == 2)
    #expect(
      page.released[0].sentence == "declines are not known: the release gives no lift reason")
    #expect(
      cells([page].listing, "section", "issued", "resolved", "declined", "declined_most") == [
        "released,2,-,-,-"
      ])
    #expect(data.lateLiftReasons.isEmpty)
  }

  @Test func aPlaceOfWhichNothingWasIssuedHasNone() throws {
    let all = try selection(opened(text: Self.silent))
    let known = all.knownDeclined(by: [.state])
    #expect(known([.text("NV")]) == .zero && known([.text("TX")]) == .unknown)
  }

  @Test func sumsWithOtherReleasesAreAtLeast() throws {
    let data = try opened(["a.csv": Self.silent, "b.csv": Self.other])
    let all = try selection(data)
    #expect(
      try cells(
        all.countListing(by: [.state]), "state", "issued", "resolved", "declined",
        "declined_most", "share_of_issued") == [
          "TX,4,-,1,-,-", "NV,1,0,0,0,0.0", "CA,1,-,-,-,-",
        ])
    #expect(all.declinedTotal == Known(least: 1, most: nil))
    #expect(all.total(of: .resolved) == Known(least: 2, most: nil))
    let groups = try all.groups(by: [.state])
    #expect(Sums(groups).resolved == Known(least: 2, most: nil))
    #expect(Sums(groups).shareBase == nil)
    let rows = try selection(data, "month:2025-01").compared(
      with: selection(data, "month:2025-02"), by: [.state])
    #expect(
      Set(rows.map { "\($0.keys[0].text(withState: false)) \($0.change?.rawValue ?? "")" })
        == ["TX unknown", "NV same", "CA unknown"])
  }

  @Test(
    arguments: [
      ("outcome:declined", 1), ("-outcome:declined", 2), ("outcome:none", 3),
      ("-outcome:none", 3), ("outcome:none,declined", 4), ("reason:booked", 1),
      ("-reason:booked", 2), ("reason:none", 4), ("-reason:none", 2), ("declined:none", 6),
    ] as [(Named<String>, Int)])
  func rowsPassOnlyWhatIsCertain(_ filter: Named<String>, _ count: Int) throws {
    let data = try opened(["a.csv": Self.silent, "b.csv": Self.other])
    #expect(try selection(data, filter.value).detainers().count == count)
  }

  @Test func groupsAreShownForWhatTheyMayHave() throws {
    let data = try opened(["a.csv": Self.silent, "b.csv": Self.other])
    let found = try selection(data, "outcome:declined")
    #expect(
      try cells(found.countListing(by: [.state]), "state", "declined") == ["TX,1", "CA,-"])
    let persons = try found.countListing(by: [.state], measure: .persons)
    #expect(cells(persons, "state", "source", "persons", "without_id").contains("CA,a,-,-"))
  }

  @Test func aTallyAndPublishedRowsHaveRulesOfTheirOwn() throws {
    let tally = try opened(text: "week,state,county,count\n2025-01-04,TX,Travis,7\n")
    let all = try selection(tally)
    #expect(
      cells(all.weeksListing(all.weeks()), "issued", "resolved", "declined") == ["7,-,-"])
    #expect(tally.diagnostics.map(\.code).contains(.noLiftReasons))
    let published = try opened([
      "reports.csv": "week,source,kind,declined\n2017-01-28,x,published,2\n",
      "detainers/x.csv": "week,state,county\n2017-01-28,TX,Travis County\n",
    ])
    #expect(published.table.outcome(0) == .declined)
    #expect(!published.diagnostics.map(\.code).contains(.noLiftReasons))
  }

  @Test func anEmptyColumnOfLiftReasonsSaysThatAllArePending() throws {
    let data = try opened(
      text: "Detainer Prepare Date,Detainer Lift Reason,State\n2025-01-06,,TEXAS\n")
    #expect(data.table.outcome(0) == .pending)
    #expect(try selection(data).groups(by: [.state]).map(\.known) == [.zero])
  }

  @Test func aSnapshotKeepsIt() throws {
    try SnapshotFolder.with { folder in
      let path = folder.path + "/silent.csv"
      put(Self.silent.utf8, at: path)
      let first = try folder.open([path])
      let second = try folder.open([path])
      #expect(!first.usedSnapshot && second.usedSnapshot)
      #expect(try everything(of: second.data) == everything(of: first.data))
      #expect(second.data.table.outcome(0) == nil)
    }
  }

  @Test func anImportKeepsIt() throws {
    let folder = try ImportFolder()
    try folder.put(Self.silent, "silent.csv")
    let summary = try #require(try folder.add("silent.csv").first)
    #expect(summary.declined == .unknown && summary.resolved == .unknown && summary.rows == 3)
    let data = try opened(folder.data)
    #expect((0..<3).allSatisfy { data.table.outcome($0) == nil })
  }

  @Test func anImportOfBothKindsKeepsThemApart() throws {
    let folder = try ImportFolder()
    try folder.put(Self.silent, "a.csv")
    try folder.put(Self.other, "b.csv")
    let summary = try #require(try folder.add("a.csv", "b.csv", name: "r").first)
    #expect(summary.declined == Known(least: 1, most: nil) && summary.rows == 6)
    let data = try opened(folder.data)
    #expect(
      (0..<6).map { data.table.outcome($0)?.name ?? "" }.sorted()
        == ["", "", "", "booked", "declined", "pending"])
  }
}
