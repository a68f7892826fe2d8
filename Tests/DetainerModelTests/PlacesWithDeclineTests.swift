import TestSupport
import Testing

@testable import DetainerModel

/// Places with a decline, ticked off row by row, against the groups of all places.
@Suite struct PlacesWithDeclineTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func areThoseWhoseGroupHasSome(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    var rows = OracleTests.rows(&random)
    if seed % 2 == 0 { OracleTests.addLiftDates(&rows, &random) }
    if seed % 5 == 0 { OracleTests.silence(&rows, of: "beta") }
    let data = OracleTests.dataset(rows)
    for filter in ["", "state:TX", "crime:dui", "-state:TX", "outcome:booked", "count:>1"] {
      let selection = try Selection(Query(FilterParser.parse(filter)), in: data)
      var expected: [[KeyValue]: Int] = [:]
      for part in selection.ofEachLength {
        for group in part.uncheckedGroups(by: [.week, .source, .jurisdiction])
        where !group.keys[2].isUnknown && (group.declined ?? 0) > 0 {
          expected[Array(group.keys.prefix(2)), default: 0] += 1
        }
      }
      #expect(selection.placesWithDecline() == expected, "seed \(seed), “\(filter)”")
    }
  }
}
