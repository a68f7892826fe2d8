import DetainerModel
import Synchronization

/// Parts of a text that threads encode ahead of the one that puts them together, which does as they
/// do while it would wait.
final class PartsAhead: Sendable {
  /// How many parts there may be for each thread at once, so that memory stays bounded.
  private static let partsForEach = 2

  /// What the threads hold on to, so that they can be told when nobody waits for them any more.
  private let shared: Shared
  private let threads: Int

  /// Begins to encode.
  /// - Parameters:
  ///   - start: where the next record begins.
  ///   - threads: how many are to encode, the one that calls among them.
  ///   - encoder: makes the encoders; the first is that of the caller.
  init(
    of text: FileBytes, _ parts: TextParts, from start: Int, threads: Int,
    encoder: @escaping @Sendable (_ number: Int) -> PartEncoder
  ) {
    shared = Shared(text, parts, from: start, room: threads * Self.partsForEach)
    self.threads = threads
    for number in 1..<max(2, threads) {
      // Where there is no thread to be had, the caller does it all.
      _ = startedThread { [shared] in
        var encoder = encoder(number)
        shared.work(by: &encoder)
      }
    }
  }

  deinit { shared.end(threads) }

  /// The next part in the order of the text; nil behind the last.
  func next(helpingWith encoder: inout PartEncoder) -> EncodedPart? {
    while shared.isMore {
      if let part = shared.take() { return part }
      if !shared.encodeIfThereIsRoom(by: &encoder) { shared.made.wait() }
    }
    return nil
  }
}

private final class Shared: Sendable {
  private struct State: Sendable {
    /// The numbers of the next parts to be begun and to be taken.
    var begun = 0
    var taken = 0
    /// The parts that are made, by their numbers.
    var made: [Int: EncodedPart] = [:]
    var isEnded = false
  }

  /// Counts the parts that are made.
  let made = Semaphore(0)
  /// Counts the parts that may be begun.
  private let room: Semaphore
  private let text: FileBytes
  private let parts: TextParts
  private let start: Int
  private let state = Mutex(State())

  init(_ text: FileBytes, _ parts: TextParts, from start: Int, room: Int) {
    self.text = text
    self.parts = parts
    self.start = start
    self.room = Semaphore(room)
  }

  /// Whether there are parts that were not taken.
  var isMore: Bool { exists(state.withLock { $0.taken }) }

  /// Encodes part after part until there are no more.
  func work(by encoder: inout PartEncoder) {
    repeat { room.wait() } while encodeNext(by: &encoder)
    // The next one that waits shall end too.
    room.signal()
  }

  /// Encodes the next part unless too many are waiting.
  func encodeIfThereIsRoom(by encoder: inout PartEncoder) -> Bool {
    guard room.tryWait() else { return false }
    if encodeNext(by: &encoder) { return true }
    room.signal()
    return false
  }

  /// Takes the part whose turn it is, if it is made.
  func take() -> EncodedPart? {
    let part = state.withLock { state -> EncodedPart? in
      guard let part = state.made.removeValue(forKey: state.taken) else { return nil }
      state.taken += 1
      return part
    }
    if part != nil { room.signal() }
    return part
  }

  func end(_ threads: Int) {
    state.withLock { $0.isEnded = true }
    for _ in 0..<threads { room.signal() }
  }

  private func exists(_ number: Int) -> Bool {
    parts.part(number, behind: start).lowerBound < text.size
  }

  /// Encodes the next part; false where there is none.
  private func encodeNext(by encoder: inout PartEncoder) -> Bool {
    let next = state.withLock { state -> Int? in
      guard !state.isEnded, exists(state.begun) else { return nil }
      defer { state.begun += 1 }
      return state.begun
    }
    guard let next else { return false }
    let part = text.withBytes {
      encoder.encode(
        parts.part(next, behind: start), of: $0, from: next == 0 ? start : nil)
    }
    state.withLock { $0.made[next] = part }
    made.signal()
    return true
  }
}
