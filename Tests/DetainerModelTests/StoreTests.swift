import TestSupport
import Testing

@testable import DetainerModel

/// Columns, sets of rows and dictionaries, each against the plain thing.
struct StoreTests {
  @Test func codesWidenAndKeepEveryNumber() {
    var random = SeededGenerator(1)
    for limits in [[200], [200, 300], [300, 70_000], [255, 256, 65_535, 65_536], [70_000]] {
      var codes = GrowingCodes()
      var plain: [Int] = []
      for limit in limits {
        let block = (0..<50).map { _ in random.below(limit) } + [limit]
        codes.append(contentsOf: block.map { UInt32($0) }[...])
        plain += block
      }
      #expect(plain.indices.map { codes[$0] } == plain)
      let column = codes.column
      codes.pad(to: plain.count + 3)
      codes.pad(to: 1)
      #expect((0..<codes.count).map { codes[$0] } == plain + [0, 0, 0])
      #expect((0..<codes.count).map { codes.column[$0] } == plain + [0, 0, 0])
      #expect(column.count == plain.count && plain.indices.allSatisfy { column[$0] == plain[$0] })
    }
  }

  @Test func columnsThatShareTheirMemoryGrowApart() {
    var first = GrowingColumn<UInt16>([1, 2, 3])
    first.reserve(100)
    let before = first.column
    var second = first
    first.append(contentsOf: [4, 5])
    second.append(contentsOf: [6])
    second.append(contentsOf: Array(repeating: 7, count: 200))
    first.append(2) { $0.initialize(repeating: 8) }
    #expect(Array(before) == [1, 2, 3])
    #expect(Array(first.column) == [1, 2, 3, 4, 5, 8, 8])
    #expect(Array(second.column) == [1, 2, 3, 6] + Array(repeating: 7, count: 200))
    var third = GrowingColumn<UInt16>()
    third.append(0) { _ in }
    third.append(contentsOf: [])
    #expect(third.isEmpty && Array(third.column) == [])
  }

  @Test func aColumnThatIsHandedOutSharesTheMemoryOfTheGrowingOne() {
    var growing = GrowingColumn<UInt32>()
    growing.reserve(1000)
    growing.append(contentsOf: 0..<500)
    let half = growing.column
    growing.append(contentsOf: 500..<1000)
    half.withUnsafeBytes { old in
      growing.column.withUnsafeBytes { #expect(old.baseAddress == $0.baseAddress) }
    }
    #expect(Array(growing.column) == Array(0..<1000))
  }

  /// Sets of few rows are lists, others are bits, and both are made and put together alike.
  @Test(arguments: [0, 1, 63, 64, 65, 128, 1000])
  func aSetOfRowsIsASetOfNumbers(_ universe: Int) {
    var random = SeededGenerator(2)
    func set(oneOf share: Int, asList: Bool) -> (RowSet, Set<Int>) {
      let plain = Set((0..<universe).filter { _ in random.below(share) == 0 })
      var rows = RowSet(universe: universe, list: plain.sorted().map { UInt32($0) })
      if !asList { rows.spread() }
      return (rows, plain)
    }
    func check(_ rows: RowSet, _ plain: Set<Int>) {
      #expect(rows.rows == plain.sorted())
      #expect(rows.count == plain.count && rows.isEmpty == plain.isEmpty)
      #expect((0..<universe).allSatisfy { rows.contains($0) == plain.contains($0) })
      var run: [Int] = []
      rows.forEachRun { run += $0.map { Int($0) } }
      #expect(run == rows.rows)
      var (bits, list) = (rows, rows)
      bits.spread()
      list.gather()
      #expect(bits == rows && list == rows && list.rows == bits.rows)
    }
    for share in [1, 3, 100] {
      for turn in 0..<16 {
        let (a, x) = set(oneOf: share, asList: turn & 1 == 0)
        let (b, y) = set(oneOf: 3, asList: turn & 2 == 0)
        check(a, x)
        var rows = a
        rows.formIntersection(b)
        check(rows, x.intersection(y))
        rows = a
        rows.formUnion(b)
        check(rows, x.union(y))
        rows = a
        rows.subtract(b)
        check(rows, x.subtracting(y))
        #expect((a == b) == (x == y))
        rows = a
        rows.invert()
        check(rows, Set(0..<universe).subtracting(x))
        if universe > 0 {
          let row = random.below(universe)
          rows = a
          rows.insert(row)
          check(rows, x.union([row]))
        }
        let words = universe / 128..<(universe + 63) / 64
        let part = a.part(words)
        check(
          RowSet(universe: universe, list: part.rows.map { UInt32($0 + words.lowerBound * 64) }),
          x.filter { $0 >= words.lowerBound * 64 })
        rows = b
        rows.insert(part, from: words.lowerBound)
        check(rows, y.union(x.filter { $0 >= words.lowerBound * 64 }))

        let values = (0..<universe).map { _ in random.below(300) }
        let codes = GrowingCodes(values.map { UInt32($0) }).column
        let wanted = (0..<300).map { _ in random.below(2) == 0 }
        rows = a
        rows.insertRows(of: codes, in: wanted)
        check(rows, x.union((0..<universe).filter { wanted[values[$0]] }))
        rows = a
        rows.insertRows(of: codes, in: wanted, among: b)
        check(rows, x.union(y.filter { wanted[values[$0]] }))
      }
    }
    check(RowSet(universe: universe, all: true), Set(0..<universe))
    check(RowSet(universe: universe), [])
  }

  @Test func fewRowsOfManyAreListed() {
    var rows = RowSet(universe: 6400)
    for row in stride(from: 0, to: 6400, by: 65) { rows.insert(row) }
    #expect(rows.list == nil)
    rows.gather()
    #expect(rows.list?.count == 99)
    for row in 1...2 { rows.insert(row) }
    rows.gather()
    #expect(rows.list == nil)
  }

  @Test func aDictionaryGivesEachTextOneNumber() {
    var random = SeededGenerator(3)
    var dictionary = GrowingDictionary()
    var plain: [String: Int] = ["": 0]
    for _ in 0..<5000 {
      let text = (0..<random.below(20)).map { _ in random.pick(["a", "B", "ñ", " ", "\0", "Ł"]) }
        .joined()
      let code = dictionary.code(for: text)
      if let known = plain[text] {
        #expect(code == known)
      } else {
        #expect(code == plain.count)
        plain[text] = code
      }
    }
    #expect(dictionary.count == plain.count)
    #expect(plain.allSatisfy { dictionary[$1] == $0 })
    for (text, code) in plain { #expect(dictionary.code(for: text) == code) }
    #expect(dictionary.code(for: "never seen") == plain.count)
    _ = plain.updateValue(plain.count, forKey: "never seen")
    let finished = dictionary.dictionary
    #expect(finished.texts == (0..<dictionary.count).map { dictionary[$0] })
  }

  /// Dates, which are found by what they say, and what only looks like one.
  @Test func datesAndTheirLikesHaveNumbersOfTheirOwn() {
    var random = SeededGenerator(4)
    let likes = [
      "1899-12-31", "2100-01-01", "2017-00-10", "2017-13-01", "2017-01-00", "2017-01-32",
      "2017/01/28", "2017-1-028", "2017-01-2 ", "2O17-01-28", "2017-0:-28", "20:7-01-28",
      "2017-01x28", "\u{0}017-01-28", "2017-01-28 ", "é017-01-2", "1900-01-01", "2099-12-31",
    ]
    var texts = likes
    for _ in 0..<3000 {
      let day = Day(packed: UInt16(random.below(65_000) + 1)).iso
      texts.append(random.below(4) == 0 ? random.pick(likes) : day)
    }
    var one = GrowingDictionary()
    var many = GrowingDictionary()
    let bytes = texts.map { Array($0.utf8) }
    let all = bytes.flatMap { $0 }
    var start = 0
    let cells = bytes.map { text -> CellRange in
      defer { start += text.count }
      return (start: start, length: text.count)
    }
    var codes = [UInt32](repeating: 0, count: cells.count)
    all.withUnsafeBytes { text in
      cells.withUnsafeBufferPointer { cells in
        codes.withUnsafeMutableBufferPointer { many.encode(cells, of: text, into: $0) }
      }
    }
    #expect(codes.map(Int.init) == texts.map { one.code(for: $0) })
    #expect(zip(texts, codes).allSatisfy { many[Int($1)] == $0 })
    #expect(one.count == Set(texts).count + 1)
    // Another dictionary takes its numbers over.
    var other = GrowingDictionary()
    _ = other.code(for: "2017-01-28")
    let taken = other.codes(for: many.added(since: 1))
    #expect(taken.enumerated().allSatisfy { other[Int($1)] == many[$0 + 1] })
  }

  @Test func typesAreToldByWhatStandsBeforeTheDash() {
    #expect(DetainerTable.typeCode("I247A - Immigration Detainer - Notice of Action") == "I247A")
    #expect(DetainerTable.typeCode("I247") == "I247")
    #expect(DetainerTable.typeCode("") == "")
  }

  @Test func liftReasonsHaveTheirOutcomes() {
    let cases: [(String, Outcome)] = [
      ("", .pending), ("Detainer Declined by LEA", .declined), ("Booked into Detention", .booked),
      ("booked INTO detention", .booked), ("Lifted - Lack of Funds", .released),
      ("No longer in State, Local, or Federal Custody", .released), ("Died", .other),
      ("Something new", .other),
    ]
    for (reason, outcome) in cases { #expect(Outcome(liftReason: reason) == outcome, "\(reason)") }
    #expect(!Outcome.knows(liftReason: "Something new"))
    #expect(Outcome.knows(liftReason: "Transferred"))
  }
}
