import DetainerModel
import TestSupport
import Testing

@testable import Browser

/// What bare words mean for the stated figures of the sample data: a place that they name keeps
/// them, of the others the rows listed count.
@Suite struct BareWordTests {
  private static let weeks = ["2017-01-28", "2017-02-04", "2017-02-11"]

  private static func groups(_ filter: String, _ week: String) throws -> [Group] {
    let filter = try FilterParser.parse("\(filter) week:\(week) source:ddor-\(week)")
    return try Selection(Query(filter), in: sample).groups(by: [.week])
  }

  /// The least that is declined in each of the three weeks; nil where nothing is known of it.
  @Test(
    arguments: [
      ("travis", [142, nil, 10]), ("county:travis", [142, nil, 10]), ("texas", [149, 2, 10]),
      ("tx", [149, 2, 10]), ("TX", [149, 2, 10]), ("\"travis county, tx\"", [142, nil, 10]),
      ("travis texas", [142, nil, 10]), ("mexico", [14, 5, 12]), ("\"new mexico\"", [nil, 4, 12]),
      ("travis dui", [1, nil, nil]), ("-travis", [41, 2, 1]), ("franklin", [nil, nil, nil]),
      ("\"new york city\"", [4, nil, nil]),
    ] as [(String, [Int?])])
  func leastDeclined(filter: String, expected: [Int?]) throws {
    let found = try Self.weeks.map { try Self.groups(filter, $0).first?.declined }
    #expect(found == expected, "\(filter)")
  }

  @Test func sectionIIsKeptWhereItsPlaceIsNamed() throws {
    let filter = try FilterParser.parse("franklin week:2017-01-28")
    let rows = try Selection(Query(filter), in: sample).jurisdictions()
    #expect(rows.map(\.jurisdiction.state) == ["PA", "NY", "IA"])
    #expect(rows.map(\.group.issued) == [5, 9, 5])
    #expect(try Self.groups("travis", "2017-02-04").first?.issued == 23)
    #expect(try Self.groups("travis dui", "2017-01-28").first?.issued == nil)
  }

  @Test func theScreenSaysWhatIsCounted() throws {
    #expect(try Session("80x24", keys: "/travis<Enter>").contains("2 of 142 listed"))
    #expect(
      try Session("80x24", keys: "/travis dui<Enter>").contains(
        "Of the rows listed, 1 passes the filter."))
    #expect(
      try Session("80x24", keys: "/-travis<Enter>").contains(
        "Of rows listed: 41."))
    let session = try Session("120x40", keys: "/travis<Enter>")
    #expect(session.contains("142 stated, 2 listed"))
  }
}
