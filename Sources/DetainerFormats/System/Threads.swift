import DetainerModel
import Glibc
import Synchronization

/// How many threads may read at once: as many as there are processors.
package enum Threads {
  /// The most that are of use: what they make is put together by one.
  package static let most = 8

  /// As many as were chosen; else the processors that are on, or as many as the environment says in
  /// `DDOR_THREADS`.
  package static var usual: Int {
    let chosen = chosen.load(ordering: .relaxed)
    return chosen > 0 ? min(chosen, most) : found
  }

  /// Chooses how many, for all that is read from now on.
  package static func use(_ count: Int) { chosen.store(count, ordering: .relaxed) }

  private static let chosen = Atomic(0)

  private static let found: Int = {
    if let text = getenv("DDOR_THREADS"), let number = Int(String(cString: text)), number > 0 {
      return min(number, most)
    }
    return min(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), most)
  }()

  /// Those who look at the rows of a table together, each on a thread.
  static func workers(_ threads: Int, fewestWords: Int = Workers.fewestWords) -> Workers {
    guard threads > 1 else { return .one }
    return Workers(threads, fewestWords: fewestWords) { parts, body in
      let question = SharedQuestion(parts, threads: threads) { part in
        body(part)
        return true
      }
      _ = question.answer()
    }
  }
}

/// Runs something on a thread of its own; false where the system has no room for another one.
package func startedThread(_ body: @escaping @Sendable () -> Void) -> Bool {
  var thread = pthread_t()
  let box = Unmanaged.passRetained(Body(run: body))
  let isStarted =
    pthread_create(
      &thread, nil,
      { box in
        guard let box else { return nil }
        Unmanaged<Body>.fromOpaque(box).takeRetainedValue().run()
        return nil
      }, box.toOpaque()) == 0
  if isStarted { pthread_detach(thread) } else { box.release() }
  return isStarted
}

/// Whether something holds for each of so many numbers, found out by as many threads as are of use:
/// the others begin at once, and whoever asks helps them.
final class SharedQuestion: Sendable {
  private let count: Int
  private let holds: @Sendable (Int) -> Bool
  private let next = Atomic(0)
  private let isRefuted = Atomic(false)
  private let others: Atomic<Int>
  /// Counts the others that are done.
  private let done = Semaphore(0)

  init(_ count: Int, threads: Int, _ holds: @escaping @Sendable (Int) -> Bool) {
    self.count = count
    self.holds = holds
    others = Atomic(0)
    let started = (1..<max(1, min(threads, count))).count { _ in
      startedThread { [self] in
        work()
        done.signal()
      }
    }
    others.store(started, ordering: .relaxed)
  }

  /// The answer, which is waited for.
  func answer() -> Bool {
    work()
    for _ in 0..<others.exchange(0, ordering: .relaxed) { done.wait() }
    return !isRefuted.load(ordering: .acquiring)
  }

  private func work() {
    while !isRefuted.load(ordering: .acquiring) {
      let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard number < count else { break }
      if !holds(number) { isRefuted.store(true, ordering: .releasing) }
    }
  }
}

/// What a thread runs.
private final class Body: Sendable {
  let run: @Sendable () -> Void

  init(run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Counts what may be taken, and lets those wait who find nothing.
package final class Semaphore: Sendable {
  private let address: UInt

  /// Begins with so many.
  package init(_ count: Int) {
    let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
    sem_init(semaphore, 0, UInt32(truncatingIfNeeded: count))
    address = UInt(bitPattern: semaphore)
  }

  deinit {
    withSemaphore {
      sem_destroy($0)
      $0.deallocate()
    }
  }

  private func withSemaphore<Result>(_ body: (UnsafeMutablePointer<sem_t>) -> Result) -> Result? {
    UnsafeMutablePointer(bitPattern: address).map(body)
  }

  /// Adds one.
  package func signal() { withSemaphore { _ = sem_post($0) } }

  /// Takes one, and waits until there is one.
  package func wait() { withSemaphore { while sem_wait($0) != 0, errno == EINTR {} } }

  /// Takes one, and waits for it no longer than that; false where there was none.
  package func wait(milliseconds: Int) -> Bool {
    var end = timespec()
    clock_gettime(CLOCK_REALTIME, &end)
    let nanoseconds = end.tv_nsec + milliseconds * 1_000_000
    end.tv_sec += nanoseconds / 1_000_000_000
    end.tv_nsec = nanoseconds % 1_000_000_000
    return withSemaphore { semaphore in
      while sem_timedwait(semaphore, &end) != 0 { if errno != EINTR { return false } }
      return true
    } ?? false
  }

  /// Takes one if there is one.
  package func tryWait() -> Bool { withSemaphore { sem_trywait($0) == 0 } ?? false }
}
