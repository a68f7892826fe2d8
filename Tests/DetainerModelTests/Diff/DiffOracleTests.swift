import TestSupport
import Testing

@testable import DetainerModel

/// Two releases held against each other, against what a naive look at each row says.
@Suite struct DiffOracleTests {
  private static let reasons = ["", "", "Detainer Declined by LEA", "Lifted", "Died"]
  private static let loose: Set<Set<Int>> = [[1], [2], [1, 2], [6], [7]]

  private static func record(_ random: inout SeededGenerator) -> PlainRecord {
    var record = PlainRecord()
    record.issued = "2015-01-0\(5 + random.below(4))"
    record.reason = random.pick(reasons)
    record.lifted = record.reason.isEmpty ? "" : "2015-02-0\(1 + random.below(2))"
    record.facility = random.pick(["CLARK COUNTY JAIL", "CITY JAIL", ""])
    record.state = random.pick(["TX", "CA", ""])
    record.type = random.pick(["I247 - as of 2013", "I247 - before 2013", "I247D"])
    record.gender = random.pick(["Male", "Female"])
    return record
  }

  /// Some records, and the same with a few that changed, are gone, or are new.
  private static func releases(
    _ random: inout SeededGenerator, withPersons: Bool
  ) -> ([PlainRecord], [PlainRecord]) {
    var before = (0..<random.below(80)).map { _ in record(&random) }
    // Both cover the same days, whatever is dropped.
    let edges = ["2015-01-05", "2015-01-08"].map { day in
      var edge = PlainRecord()
      edge.issued = day
      edge.gender = "Unknown"
      return edge
    }
    before += edges
    if withPersons {
      for row in before.indices where random.below(6) > 0 {
        before[row].person = "p\(random.below(60))"
      }
    }
    var after = before.compactMap { record -> PlainRecord? in
      var other = record
      switch random.below(12) {
      case 0: return edges.contains { $0.texts == record.texts } ? record : nil
      case 1: other.reason = random.pick(reasons)
      case 2: other.gender = random.pick(["Male", "Female", ""])
      case 3: other.facility = random.pick(["CITY JAIL", "STATE PRISON"])
      default: break
      }
      return other
    }
    after += (0..<random.below(9)).map { _ in record(&random) }
    return (before, after.shuffled(using: &random))
  }

  private static func differences(_ a: PlainRecord, _ b: PlainRecord) -> Set<Int> {
    Set(a.texts.indices.filter { a.texts[$0] != b.texts[$0] })
  }

  /// How many of either list have no equal in the other.
  private static func leftover(
    _ first: [PlainRecord], _ last: [PlainRecord]
  ) -> (before: [PlainRecord], after: [PlainRecord]) {
    func rest(_ a: [PlainRecord], _ b: [PlainRecord]) -> [PlainRecord] {
      var counts: [PlainRecord: Int] = [:]
      for record in b { counts[record, default: 0] += 1 }
      return a.filter { record in
        guard let count = counts[record], count > 0 else { return true }
        counts[record] = count - 1
        return false
      }
    }
    return (rest(first, last), rest(last, first))
  }

  @Test(arguments: 0..<120 as Range<UInt64>)
  func sameAsLookingAtEachRow(seed: UInt64) throws {
    var random = SeededGenerator(seed &+ 3_000)
    let withPersons = seed % 3 == 0
    let (before, after) = Self.releases(&random, withPersons: withPersons)
    let diff = try diff(before, after)
    if withPersons, case .alike = diff.identifiers {} else if withPersons { return }
    let rows = try diff.rows()
    func record(_ list: [PlainRecord], _ row: Int?) -> PlainRecord? { row.map { list[$0] } }
    let left = Self.leftover(before, after)
    #expect(try diff.total().alike == before.count - left.before.count)
    // What is left over is in the rows, each once.
    let (seen, seenAfter) = (
      rows.compactMap { record(before, $0.before) }, rows.compactMap { record(after, $0.after) }
    )
    #expect(Set(rows.compactMap(\.before)).count == seen.count)
    #expect(Set(rows.compactMap(\.after)).count == seenAfter.count)
    #expect(Self.counts(seen) == Self.counts(left.before))
    #expect(Self.counts(seenAfter) == Self.counts(left.after))
    for row in rows {
      #expect((row.before == nil) == (row.change == .new))
      #expect((row.after == nil) == (row.change == .gone))
      guard let a = record(before, row.before), let b = record(after, row.after) else { continue }
      let columns = Self.differences(a, b)
      let fields = diff.changes(of: row).map(\.field)
      #expect(fields.count == columns.count)
      #expect(a.person == b.person)
      if a.person.isEmpty { #expect(Self.loose.contains(columns), "\(a) \(b)") }
      try Self.expectCertainty(row, a, b, left)
    }
    // No two that are left could be one record.
    for a in rows where a.change == .gone {
      for b in rows where b.change == .new {
        guard let first = record(before, a.before), let last = record(after, b.after),
          first.person == last.person
        else { continue }
        let columns = Self.differences(first, last)
        #expect(!Self.loose.contains(columns), "\(first) \(last)")
        if !first.person.isEmpty { #expect(columns.contains(0), "\(first) \(last)") }
      }
    }
  }

  /// A row found again by its columns is the only one that can be meant, on one side at least.
  private static func expectCertainty(
    _ row: DiffRow, _ a: PlainRecord, _ b: PlainRecord,
    _ left: (before: [PlainRecord], after: [PlainRecord])
  ) throws {
    guard a.person.isEmpty else { return }
    func near(_ record: PlainRecord, _ others: [PlainRecord]) -> Set<PlainRecord> {
      Set(
        others.filter { $0.person.isEmpty && loose.contains(differences(record, $0)) })
    }
    let (ofFirst, ofLast) = (near(a, left.after), near(b, left.before))
    if row.match == .columns { #expect(ofFirst == [b] || ofLast == [a], "\(a) \(b)") }
    if ofFirst == [b], ofLast == [a] { #expect(row.match == .columns, "\(a) \(b)") }
  }

  private static func counts(_ records: [PlainRecord]) -> [PlainRecord: Int] {
    records.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func groupsAreCountedAsEachReleaseCountsThem(seed: UInt64) throws {
    var random = SeededGenerator(seed &+ 5_000)
    var (before, after) = Self.releases(&random, withPersons: false)
    // A selection counts by the dates of ends where there are any.
    for row in before.indices { before[row].lifted = "" }
    for row in after.indices { after[row].lifted = "" }
    let diff = try diff(before, after)
    let filter = random.pick(["", "outcome:declined", "state:tx", "gender:female state:none,ca"])
    let query = Query(try FilterParser.parse(filter))
    let keys = random.pick([
      [GroupKey.state], [.liftReason], [.gender, .state], [.outcome, .day], [.facility, .type],
    ])
    let groups = try diff.groups(by: keys, query)
    func listed(_ dataset: Dataset) throws -> [[KeyValue]: Int] {
      Dictionary(
        uniqueKeysWithValues: try Selection(query, in: dataset).groups(by: keys)
          .filter { $0.listed > 0 }.map { ($0.keys, $0.listed) })
    }
    let sides = (try listed(diff.before.dataset), try listed(diff.after.dataset))
    #expect(
      Dictionary(
        uniqueKeysWithValues: groups.filter { $0.count.before > 0 }.map {
          ($0.keys, $0.count.before)
        })
        == sides.0)
    #expect(
      Dictionary(
        uniqueKeysWithValues: groups.filter { $0.count.after > 0 }.map { ($0.keys, $0.count.after) }
      )
        == sides.1)
    // What moves out of one group moves into another, or out of what the filter chooses.
    let rows = try diff.rows(query)
    let changed = rows.count { $0.change == .changed }
    let sums = groups.reduce(into: DiffCount()) { $0 += $1.count }
    #expect(sums.new == rows.count { $0.change == .new })
    #expect(sums.gone == rows.count { $0.change == .gone })
    #expect(sums.changed + max(sums.movedIn, sums.movedOut) <= changed)
    #expect(sums.changed + sums.movedIn + sums.movedOut >= changed)
    if filter.isEmpty { #expect(sums.movedIn == sums.movedOut) }
  }
}
