import DetainerModel
import TestSupport
import Testing

/// What released records say of a place, against a naive count of rows.
@Suite struct PlacePageTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func sameAsCountingRowByRow(seed: UInt64) throws {
    var random = SeededGenerator(seed &+ 700)
    var rows = OracleTests.rows(&random)
    if seed % 2 == 1 { OracleTests.addLiftDates(&rows, &random) }
    let dataset = OracleTests.dataset(rows)
    // The basis is that of a whole release, so it is found before anything is left out.
    let ended = OracleTests.byEnd(rows).filter { $0.count > 0 }
    // A line may stand for nobody.
    rows.removeAll { $0.count == 0 }
    for place in Set(rows.map(\.place)) where !place.isUnlocated {
      let page = try PlacePage(of: place, in: dataset)
      let here = rows.filter { $0.place == place }
      #expect(page.published.isEmpty)
      #expect(Set(page.released.map(\.source)) == Set(here.map(\.source)))
      for release in page.released {
        let rows = here.filter { $0.source == release.source }
        func sum(_ rows: [OracleTests.Plain]) -> Int { rows.reduce(0) { $0 + $1.count } }
        #expect(release.issued == sum(rows))
        #expect(release.resolved.exact == sum(rows.filter { $0.outcome != .pending }))
        let declined = rows.filter { $0.outcome == .declined }
        #expect(release.declined.exact == sum(declined))
        let weeks = ended.filter {
          $0.place == place && $0.source == release.source && $0.outcome == .declined
        }.map(\.period).filter(\.isKnown)
        #expect(release.weeks?.lowerBound == weeks.min())
        #expect(release.weeks?.upperBound == weeks.max())
      }
      let nation = page.released.map(\.declinedOfNation.exact)
      let expected = page.released.map { release in
        OracleTests.rows(of: rows, release.source)
      }
      #expect(nation == expected)
    }
  }
}

extension OracleTests {
  /// How many declined detainers the rows of a source stand for.
  fileprivate static func rows(of rows: [Plain], _ source: String) -> Int {
    rows.filter { $0.source == source && $0.outcome == .declined }.reduce(0) { $0 + $1.count }
  }
}
