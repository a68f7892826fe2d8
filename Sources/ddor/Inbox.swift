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
    actions.withLock { $0.append(action) }
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
