import Synchronization

/// Those who look at the rows of a table together: the model starts no thread itself, whoever read
/// the rows may have some.
package struct Workers: Sendable {
  /// Fewer words of a set of rows are not worth a thread: 262,144 rows.
  package static let fewestWords = 1 << 12

  /// How many there are.
  private let count: Int
  /// How many words of a set of rows one of them takes, at the least.
  private let fewestWords: Int
  private let run:
    @Sendable (_ parts: Int, _ body: @escaping @Sendable (_ part: Int) -> Void) -> Void

  /// One that does all parts, one after the other.
  package static let one = Workers(1) { parts, body in (0..<parts).forEach(body) }

  /// - Parameters:
  ///   - count: how many there are.
  ///   - run: calls the body with the number of each part, in any order, and returns when all are
  ///     done.
  package init(
    _ count: Int, fewestWords: Int = Self.fewestWords,
    run: @escaping @Sendable (Int, @escaping @Sendable (Int) -> Void) -> Void
  ) {
    self.count = max(1, count)
    self.fewestWords = max(1, fewestWords)
    self.run = run
  }

  /// Parts of the words of a set of rows, one for each worker that is worth it.
  func parts(of words: Int) -> [Range<Int>] {
    let count = max(1, min(count, words / fewestWords))
    return (0..<count).map { words * $0 / count..<words * ($0 + 1) / count }
  }

  /// What each part comes to, in their order.
  func map<Made: Sendable>(
    _ parts: [Range<Int>], _ make: @escaping @Sendable (Range<Int>) -> Made
  ) -> [Made] {
    guard parts.count > 1 else { return parts.map(make) }
    let made = Results<Made>(parts.count)
    run(parts.count) { made.keep(make(parts[$0]), at: $0) }
    return made.all
  }
}

/// What several threads make.
private final class Results<Made: Sendable>: Sendable {
  private let made: Mutex<[Made?]>

  init(_ count: Int) { made = Mutex(Array(repeating: nil, count: count)) }

  func keep(_ value: Made, at place: Int) { made.withLock { $0[place] = value } }

  var all: [Made] { made.withLock { $0.compactMap { $0 } } }
}
