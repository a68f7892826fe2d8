import Browser
import Synchronization
import Terminal

/// What workers have to say to the loop: actions in order, and a wake-up.
final class Inbox: Sendable {
  private let actions = Mutex<[Action]>([])
  /// Wakes the loop.
  let wakeup: Wakeup

  init() throws(TerminalError) { wakeup = try Wakeup() }

  /// Leaves an action for the loop.
  func post(_ action: Action) {
    actions.withLock { waiting in
      // What was read holds all that was read before it, which nobody needs to count any more.
      if case .loaded = action {
        waiting.removeAll { if case .loaded = $0 { true } else { false } }
      }
      waiting.append(action)
    }
    wakeup.signal()
  }

  /// Takes all actions that are waiting.
  func take() -> [Action] {
    actions.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }
}
