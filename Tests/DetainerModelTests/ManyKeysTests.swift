import TestSupport
import Testing

@testable import DetainerModel

/// Keys that make more groups than a machine word can number.
@Suite struct ManyKeysTests {
  private static let keys: [GroupKey] = [
    .day, .week, .facility, .county, .crime, .citizenship, .city, .liftReason,
  ]

  @Test(arguments: 0..<12 as Range<UInt64>, [2, 3, 5])
  func givenAgainTheyTellNothingNew(seed: UInt64, times: Int) throws {
    var random = SeededGenerator(seed)
    var rows = OracleTests.rows(&random)
    if seed % 2 == 0 { OracleTests.addLiftDates(&rows, &random) }
    let selection = try Selection(Query(), in: OracleTests.dataset(rows))
    let once = selection.uncheckedGroups(by: Self.keys)
    let again = Array(repeating: Self.keys, count: times).flatMap { $0 }
    var found: [[KeyValue]: Group] = [:]
    for group in selection.uncheckedGroups(by: again) {
      let values = Array(group.keys.prefix(Self.keys.count))
      #expect(group.keys == Array(repeating: values, count: times).flatMap { $0 })
      found[values] = group
    }
    #expect(found.count == once.count)
    for group in once {
      let other = try #require(found[group.keys])
      #expect(other.issued == group.issued && other.known == group.known)
      #expect(other.resolved == group.resolved && other.listed == group.listed)
    }
  }

  @Test func theirNumbersStayApartAtTheEdgeOfAWord() throws {
    var random = SeededGenerator(7)
    let dataset = OracleTests.dataset(OracleTests.rows(&random))
    for count in 1...24 {
      let keys = PackedKeys(dataset.keyColumns(Array(repeating: .day, count: count)))
      var days: Set<[KeyValue]> = []
      keys.forEachBlock(of: RowSet(universe: dataset.table.rowCount, all: true)) { _, numbers in
        for number in numbers {
          #expect(number >= 0 && number <= Int.max >> 3)
          let values = keys.values(number)
          #expect(Set(values).count == 1 && values.count == count)
          days.insert(values)
        }
      }
      #expect(days.count > 50)
    }
  }
}
