import Synchronization
import Testing

@testable import DetainerFormats

/// What is made ahead comes in its order, and never is there more of it than there is room for.
@Suite struct AheadTests {
  @Test(arguments: [1, 2, 3, 5], [1, 2, 7])
  func everyOneComesOnceInItsOrder(threads: Int, room: Int) {
    let waiting = Mutex((now: 0, most: 0))
    let ahead = Ahead<Void, Int>(200, threads: threads, room: room) { number, _ in
      waiting.withLock {
        $0.now += 1
        $0.most = max($0.most, $0.now)
      }
      return number * number
    }
    var found: [Int] = []
    while let next = ahead.next() {
      // It is taken now, and another may have been begun in its place already.
      waiting.withLock { $0.now -= 1 }
      found.append(next)
    }
    #expect(found == (0..<200).map { $0 * $0 })
    #expect(waiting.withLock { $0.most } <= room + 1)
  }

  @Test(arguments: [1, 2, 5])
  func eachIsMadeBehindTheOneBeforeItWhereTheyAreMadeInTurn(threads: Int) {
    let sum = Mutex(0)
    let ahead = Ahead<Void, Int>(.max, threads: threads, room: 4, isInTurn: true) { number, _ in
      sum.withLock {
        $0 += number
        return $0
      }
    }
    #expect((0..<300).map { _ in ahead.next() ?? 0 } == (0..<300).map { $0 * ($0 + 1) / 2 })
  }

  /// The one that takes helps with a maker of its own, of number 0.
  @Test func everyThreadHasAMakerOfItsOwn() {
    let ahead = Ahead<[Int], [Int]>(
      60, threads: 3, room: 6, maker: { [$0] },
      make: { number, maker, _ in
        maker.append(number)
        return maker
      })
    var mine = [0]
    var found: Set<Int> = []
    while let made = ahead.next(helpingWith: &mine) {
      #expect((0..<3).contains(made[0]) && made.dropFirst() == made.dropFirst().sorted()[...])
      found.formUnion(made.dropFirst())
    }
    #expect(found == Set(0..<60))
  }

  /// Whoever no longer wants the next one gets it from nobody.
  @Test func whoNoLongerWantsItIsNotKeptWaiting() {
    let isMade = Semaphore(0)
    let ahead = Ahead<Void, Int>(2, threads: 2, room: 1) { number, progress in
      // The thread that has begun waits until it is told that nobody wants it.
      while progress(0, 1) { _ = isMade.wait(milliseconds: 1) }
      return number
    }
    var asked = 0
    let next = ahead.next { _, _ in
      asked += 1
      return asked < 3
    }
    // Where the thread was late, it was made here, and not to its end.
    #expect(next == nil || next == 0)
    #expect(asked == 3)
  }

  /// Threads end once nobody waits for them.
  @Test func itCanBeGivenUp() {
    let made = Semaphore(0)
    for _ in 0..<50 {
      var ahead: Ahead<Void, Int>? = Ahead(.max, threads: 4, room: 3) { number, _ in
        made.signal()
        return number
      }
      #expect(ahead?.next() == 0)
      ahead = nil
    }
    #expect(made.tryWait())
  }
}
