import CLoops
import DetainerModel

/// Records as the engine keeps them, and the same columns as plain arrays for C.
///
/// The loops of the engine are reached through the questions that they answer; what a question does
/// beside them takes no time at ten million rows.
struct Records {
  private static let count = 10_000_000
  private static let crimes = 200

  private let table: DetainerTable
  private let crime: [UInt8]
  private let outcome: [UInt8]
  private let issued: [UInt16]

  init() {
    var builder = TableBuilder()
    builder.begin(Source(name: "release", file: "release.csv"))
    let reason = builder.text("Detainer Declined by LEA", column: 0)
    let column = DetainerField.crime.textIndex ?? 0
    for crime in 1..<Self.crimes { _ = builder.text(Self.name(crime), column: column) }
    var crime: [UInt8] = []
    var outcome: [UInt8] = []
    var issued: [UInt16] = []
    var state: UInt64 = 7
    var block = RowBlock(capacity: 4096)
    block.texts[0] = Array(repeating: 0, count: 4096)
    block.texts[column] = block.texts[0]
    while crime.count < Self.count {
      block.count = min(4096, Self.count - crime.count)
      for row in 0..<block.count {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let isDeclined = state >> 60 == 0
        let code = Int(state >> 40) % Self.crimes
        block.lines[row] = UInt32(crime.count + 2)
        block.issued[row] = UInt16(40_000 + Int(state >> 20) % 4000 % 2048)
        block.texts[0][row] = UInt32(isDeclined ? reason : 0)
        block.texts[column][row] = UInt32(code)
        crime.append(UInt8(code))
        outcome.append(isDeclined ? Outcome.declined.rawValue : Outcome.pending.rawValue)
        issued.append(block.issued[row])
      }
      builder.append(block)
    }
    table = builder.finished()
    (self.crime, self.outcome, self.issued) = (crime, outcome, issued)
  }

  private static func name(_ crime: Int) -> String { "crime \(crime)" }

  /// The guards of the loops over codes, dates and groups.
  var guards: [Guard] {
    let some = stride(from: 1, to: Self.crimes, by: 3).map { $0 }
    let day = Day(packed: 40_300)
    let span = day...day.adding(900)
    return [
      choosing(
        "a column of codes", FilterTerm(FilterField(.crime), some.map { .equals(Self.name($0)) })
      ) {
        chosen(crime, some, cloop_choose_narrow)
      },
      // The sets that are cut with the rows found take half as long as finding them.
      choosing(
        "a column of codes, one of them", FilterTerm(FilterField(.crime), [.equals(Self.name(7))]),
        bound: 3
      ) { chosen(crime, [7], cloop_choose_one) },
      choosing("a column of dates", FilterTerm(FilterField(rawValue: "issued"), [.span(span, "")]))
      {
        let days = Int(span.lowerBound.packed)...Int(span.upperBound.packed)
        return chosen(issued, Array(days), cloop_choose_medium)
      },
      tally,
    ]
  }

  /// Asks anew each time: the data remembers answers, so that it is made anew, which is nothing.
  private func choosing(
    _ name: String, _ term: FilterTerm, bound: Double = 1.8, c: @escaping () -> Int
  ) -> Guard {
    let query = Query(Filter(terms: [term]))
    return Guard(
      "a term over \(name)", bound: bound,
      swift: { (try? Selection(query, in: Dataset(table: table)))?.counted.count ?? -1 }, c: c)
  }

  private func chosen<Code>(
    _ codes: [Code], _ wanted: [Int],
    _ loop: (UnsafePointer<Code>, Int, UnsafePointer<UInt8>, UnsafeMutablePointer<UInt64>) -> Int
  ) -> Int {
    var table = [UInt8](repeating: 0, count: 65_536)
    for code in wanted { table[code] = 1 }
    if wanted.count == 1 { table[0] = UInt8(wanted[0]) }
    var words = [UInt64](repeating: 0, count: (codes.count + 63) / 64)
    return codes.withUnsafeBufferPointer { codes in
      codes.baseAddress.map { loop($0, codes.count, table, &words) } ?? 0
    }
  }

  private var tally: Guard {
    var counters = [Int](repeating: 0, count: 256 * 8)
    // Made of calls in place of one loop, it took 3.5 times as long.
    return Guard(
      "a grouping by one key", bound: 2.5,
      swift: {
        let all = try? Selection(Query(), in: Dataset(table: table))
        return (try? all?.groups(by: [.crime]))?.reduce(0) { sum, group in
          let name = group.keys[0].text(withState: false)
          let code = Int(name.split(separator: " ").last ?? "0") ?? 0
          return sum + (group.issued ?? 0) * (code + 1)
        } ?? -1
      },
      c: {
        crime.withUnsafeBufferPointer { codes in
          outcome.withUnsafeBufferPointer { parts in
            guard let codes = codes.baseAddress, let parts = parts.baseAddress else { return 0 }
            return cloop_tally(codes, parts, Self.count, &counters)
          }
        }
      })
  }
}
