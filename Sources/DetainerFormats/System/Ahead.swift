import Synchronization

/// Things that threads make ahead of the one that takes them in their order, which makes some
/// itself while it would wait: parts of a text, pieces of what is packed, sheets, files.
final class Ahead<Maker: Sendable, Made: Sendable>: Sendable {
  /// What the threads hold on to, so that they can be told when nobody waits for them any more.
  private let shared: SharedMaking<Maker, Made>
  private let threads: Int

  /// Begins to make the first ones.
  /// - Parameters:
  ///   - count: how many there are.
  ///   - threads: how many are to make, the one that takes among them.
  ///   - room: how many may be begun or made but not taken, so that memory stays bounded.
  ///   - isInTurn: whether each can only be made behind the one before it.
  ///   - maker: makes what a thread makes them with; number 0 is that of the one that takes.
  ///   - make: makes one; it may ask now and then whether that is still wanted.
  init(
    _ count: Int, threads: Int, room: Int, isInTurn: Bool = false,
    maker: @escaping @Sendable (_ number: Int) -> Maker,
    make: @escaping @Sendable (Int, _ with: inout Maker, _ progress: FileBytes.Progress) -> Made
  ) {
    shared = SharedMaking(count, room: room, isInTurn: isInTurn, make)
    self.threads = threads
    for number in 1..<max(1, threads) {
      // Where there is no thread to be had, the one that takes does it all.
      _ = startedThread { [shared] in
        var maker = maker(number)
        shared.work(with: &maker)
      }
    }
  }

  deinit { shared.end(threads) }

  /// The next one; nil behind the last, and where it is no longer wanted.
  func next(
    helpingWith maker: inout Maker, progress: FileBytes.Progress = { _, _ in true }
  ) -> Made? {
    while shared.isMore {
      if let made = shared.take() { return made }
      if shared.makeIfThereIsRoom(with: &maker, progress: progress) { continue }
      if !shared.waitForOne(), !progress(0, 1) { return nil }
    }
    return nil
  }
}

extension Ahead where Maker == Void {
  /// Begins to make the first ones, each by itself.
  convenience init(
    _ count: Int, threads: Int, room: Int, isInTurn: Bool = false,
    make: @escaping @Sendable (Int, FileBytes.Progress) -> Made
  ) {
    self.init(count, threads: threads, room: room, isInTurn: isInTurn, maker: { _ in }) {
      make($0, $2)
    }
  }

  /// The next one; nil behind the last, and where it is no longer wanted.
  func next(progress: FileBytes.Progress = { _, _ in true }) -> Made? {
    var nothing: Void = ()
    return next(helpingWith: &nothing, progress: progress)
  }
}

private final class SharedMaking<Maker: Sendable, Made: Sendable>: Sendable {
  private struct State: Sendable {
    /// The numbers of the next ones to be begun and to be taken.
    var begun = 0
    var taken = 0
    /// Those that are made, by their numbers.
    var made: [Int: Made] = [:]
  }

  /// So often the one that waits asks whether it still should, in milliseconds.
  private static var patience: Int { 50 }

  private let count: Int
  private let make: @Sendable (Int, inout Maker, FileBytes.Progress) -> Made
  private let state = Mutex(State())
  private let isEnded = Atomic(false)
  /// Whether each can only be made behind the one before it, and what is held meanwhile.
  private let isInTurn: Bool
  private let turn = Mutex(())
  /// Counts those that are made.
  private let made = Semaphore(0)
  /// Counts those that may be begun.
  private let room: Semaphore

  init(
    _ count: Int, room: Int, isInTurn: Bool,
    _ make: @escaping @Sendable (Int, inout Maker, FileBytes.Progress) -> Made
  ) {
    self.count = count
    self.make = make
    self.room = Semaphore(room)
    self.isInTurn = isInTurn
  }

  /// Whether there are some that were not taken.
  var isMore: Bool { state.withLock { $0.taken } < count }

  /// Makes one after the other until there are no more.
  func work(with maker: inout Maker) {
    repeat { room.wait() } while makeNext(with: &maker, progress: { _, _ in !wasEnded })
    // The next one that waits shall end too.
    room.signal()
  }

  /// Makes the next one unless too many are waiting.
  func makeIfThereIsRoom(with maker: inout Maker, progress: FileBytes.Progress) -> Bool {
    guard room.tryWait() else { return false }
    if makeNext(with: &maker, progress: progress) { return true }
    room.signal()
    return false
  }

  /// Takes the one whose turn it is, if it is made.
  func take() -> Made? {
    let made = state.withLock { state -> Made? in
      guard let made = state.made.removeValue(forKey: state.taken) else { return nil }
      state.taken += 1
      return made
    }
    if made != nil { room.signal() }
    return made
  }

  /// Waits a moment for one to be made; false where none was.
  func waitForOne() -> Bool { made.wait(milliseconds: Self.patience) }

  func end(_ threads: Int) {
    isEnded.store(true, ordering: .releasing)
    for _ in 0..<threads { room.signal() }
  }

  private var wasEnded: Bool { isEnded.load(ordering: .acquiring) }

  /// Makes the next one; false where there is none.
  private func makeNext(with maker: inout Maker, progress: FileBytes.Progress) -> Bool {
    guard isInTurn else { return makeAny(with: &maker, progress: progress) }
    return turn.withLock { _ in makeAny(with: &maker, progress: progress) }
  }

  private func makeAny(with maker: inout Maker, progress: FileBytes.Progress) -> Bool {
    let next = state.withLock { state -> Int? in
      guard !wasEnded, state.begun < count else { return nil }
      defer { state.begun += 1 }
      return state.begun
    }
    guard let next else { return false }
    let result = make(next, &maker, progress)
    state.withLock { $0.made[next] = result }
    made.signal()
    return true
  }
}
