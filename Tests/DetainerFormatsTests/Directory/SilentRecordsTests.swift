import DetainerFormats
import DetainerModel
import TestSupport
import Testing

/// The tally of FY2015 names no crime: what its weeks have of one is not known, and not none.
@Suite struct SilentRecordsTests {
  private static func select(_ filter: String) throws -> Selection {
    try Selection(Query(FilterParser.parse("-week:2025 " + filter)), in: sample)
  }

  private static let filters: [Named<String>] = ["crime:dui", "citizenship:mexico", "crime:=DUI"]

  @Test(arguments: filters)
  func theirTrendIsNotFlat(filter: Named<String>) throws {
    let points = try Self.select(filter.value).trend(by: .month)
    let built = points.compactMap(\.group).filter(\.hasBuilt)
    #expect(built.count == 10)
    for group in built {
      #expect(group.known.isUnknown && group.issued == nil && group.resolved == nil)
    }
  }

  @Test(arguments: filters)
  func whatOthersNameIsAtLeast(filter: Named<String>) throws {
    let selection = try Self.select(filter.value)
    #expect(try selection.groups(by: [.state]).allSatisfy { $0.known.most == nil })
    #expect(selection.declinedOfMissing(by: [.state])([.text("WY")]).isUnknown)
    #expect(selection.declinedOfMissing(by: [.source])([.text("fy2015-tally")]).isUnknown)
    #expect(selection.declinedTotal.most == nil)
  }

  /// What asks for nothing in a column that they lack leaves their zeros as they are.
  @Test(arguments: ["state:tx", "facility:travis", "-crime:dui", "crime:none", "outcome:declined"])
  func otherTermsLeaveZerosAlone(filter: String) throws {
    let selection = try Self.select("source:fy2015-tally " + filter)
    #expect(selection.declinedOfMissing(by: [.state])([.text("WY")]) == .zero)
  }

  @Test func anEmptyAnswerSaysWhy() throws {
    #expect(
      [try Self.select("source:fy2015-tally crime:dui")].emptySentence
        == "No row passes the filter “-week:2025 source:fy2015-tally crime:dui”. "
        + "The records of fy2015-tally have no crime, so that nothing is known of them.")
  }

  @Test func aReleaseWithTheColumnHasZeros() throws {
    let rows =
      "2015-01-05,2015-01-05,TX,DUI,Detainer Declined by LEA\n2015-02-05,2015-02-05,TX,,Detainer Declined by LEA\n"
    let data = try opened(["a.csv": "issued,lifted,state,crime,lift_reason\n" + rows])
    let points = try Selection(Query(FilterParser.parse("crime:dui")), in: data).trend(by: .month)
    #expect(points.filter { !$0.isGap }.map { $0.group?.known } == [Known(1), .zero])
  }
}
