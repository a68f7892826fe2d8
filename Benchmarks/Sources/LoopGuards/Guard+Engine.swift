import CLoops
import DetainerModel

extension Guard {
  /// A loop for each hot loop of the engine that can be reached from here.
  ///
  /// The same C without vectorisation takes 1.9 to 2.2 times as long for an intersection and 2.5
  /// times for a count, measured on x86-64, so that a bound of 1.5 tells the two apart.
  package static var engine: [Guard] { [intersection, population] + Records().guards + [reading] }

  /// Ten million rows: what a filter of several terms goes through at every key.
  private static let rows = 10_000_000
  /// Rows that are looked at after a loop: few enough to cost nothing, far enough apart to tell.
  private static let probes = Array(stride(from: 0, to: rows, by: 99_991))

  private static var intersection: Guard {
    let other = Bits(seed: 2)
    var ours = Bits(seed: 1).set
    let theirs = CWords(Bits(seed: 1).words)
    let others = CWords(other.words)
    let set = other.set
    return Guard(
      "RowSet.formIntersection", bound: 1.5,
      swift: {
        ours.formIntersection(set)
        return probes.count { ours.contains($0) }
      },
      c: {
        cloop_intersect(theirs.start, others.start, theirs.count)
        return probes.count { theirs.start[$0 >> 6] >> UInt64($0 & 63) & 1 == 1 }
      })
  }

  private static var population: Guard {
    let bits = Bits(seed: 3)
    let set = bits.set
    let words = CWords(bits.words)
    return Guard(
      "RowSet.count", bound: 1.5, swift: { set.count },
      c: { cloop_population(words.start, words.count) })
  }

  /// The same random rows as a set and as words.
  private struct Bits {
    var set = RowSet(universe: rows)
    var words = [UInt64](repeating: 0, count: (rows + 63) / 64)

    init(seed: UInt64) {
      var state = seed
      for row in 0..<rows {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        if state >> 63 == 1 {
          set.insert(row)
          words[row >> 6] |= 1 << UInt64(row & 63)
        }
      }
    }
  }

  /// Words in memory that C can change.
  private final class CWords {
    let start: UnsafeMutablePointer<UInt64>
    let count: Int

    init(_ words: [UInt64]) {
      count = words.count
      start = .allocate(capacity: words.count)
      start.initialize(from: words, count: words.count)
    }

    deinit {
      start.deallocate()
    }
  }
}
