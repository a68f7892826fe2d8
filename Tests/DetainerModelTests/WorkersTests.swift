import Synchronization
import TestSupport
import Testing

@testable import DetainerModel

/// What several workers count of the rows of a table, against one.
@Suite struct WorkersTests {
  /// Workers that take the parts in another order than that of the rows.
  private static func backwards(_ count: Int, log: Parts = Parts()) -> Workers {
    Workers(count, fewestWords: 1) { parts, body in
      log.add(parts)
      for part in (0..<parts).reversed() { body(part) }
    }
  }

  private final class Parts: Sendable {
    private let counts = Mutex<[Int]>([])
    func add(_ count: Int) { counts.withLock { $0.append(count) } }
    var all: [Int] { counts.withLock { $0 } }
  }

  @Test(arguments: [0, 1, 2, 3, 7, 100], [1, 2, 3, 5])
  func partsAreAllWordsInOrder(words: Int, workers: Int) {
    let parts = Self.backwards(workers).parts(of: words)
    #expect(parts.count == max(1, min(words, workers)))
    #expect(parts.flatMap { Array($0) } == Array(0..<words))
  }

  @Test func fewRowsAreLeftToOne() {
    let workers = Workers(8) { _, _ in Issue.record("none is needed") }
    #expect(workers.parts(of: Workers.fewestWords * 2 - 1).count == 1)
    #expect(workers.parts(of: Workers.fewestWords * 2).count == 2)
  }

  @Test(arguments: 0..<20)
  func severalCountAsOne(seed: Int) throws {
    var random = SeededGenerator(UInt64(seed))
    var rows = OracleTests.rows(&random)
    if seed % 2 == 0 { OracleTests.addLiftDates(&rows, &random) }
    let alone = OracleTests.dataset(rows)
    var together = OracleTests.dataset(rows)
    let log = Parts()
    together.table.workers = Self.backwards(2 + seed % 3, log: log)
    for filter in [
      "", "state:tx", "a", "-crime:dui", "a state:tx,nm", "week:2015-01-03..2015-03-01",
    ] {
      let query = Query(try FilterParser.parse(filter))
      let (one, several) = (try Selection(query, in: alone), try Selection(query, in: together))
      for keys in [[GroupKey.state], [.county], [.week, .source], [.facility], [.crime]] {
        let groups = one.uncheckedGroups(by: keys).ordered(by: .key(0), keys: keys)
        #expect(several.uncheckedGroups(by: keys).ordered(by: .key(0), keys: keys) == groups)
      }
      #expect(several.weeks() == one.weeks())
      #expect(several.counted == one.counted)
    }
    if together.table.rowCount > 64 { #expect(log.all.contains { $0 > 1 }) }
  }

  @Test(arguments: [63, 64, 65, 200, 1_000])
  func rowsOfCodesAreThoseOfOne(count: Int) {
    var random = SeededGenerator(UInt64(count))
    let codes = Codes.medium(Column((0..<count).map { _ in UInt16(random.next() % 9) }))
    let wanted = (0..<9).map { $0 % 2 == 0 }
    var some = RowSet(universe: count)
    for row in 0..<count where random.next() % 3 == 0 { some.insert(row) }
    var few = some
    few.gather()
    for among in [nil, some, few, RowSet(universe: count)] {
      var (expected, found) = (RowSet(universe: count), RowSet(universe: count))
      expected.insertRows(of: codes, in: wanted, among: among, by: .one)
      found.insertRows(of: codes, in: wanted, among: among, by: Self.backwards(3))
      #expect(found == expected)
      for row in 0..<count {
        let isWanted = wanted[codes[row]] && among?.contains(row) != false
        #expect(found.contains(row) == isWanted)
      }
    }
  }
}
