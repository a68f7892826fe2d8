import Browser
import Synchronization

/// Answers the question of a typed filter beside the loop; the next one drops it.
final class BackgroundAsking: Sendable {
  private let newest = Atomic(0)

  /// Starts to find the answer, which arrives in the inbox unless another question comes first.
  func start(_ question: Question?, inbox: Inbox) {
    guard let question else { return }
    newest.store(question.number, ordering: .relaxed)
    Task.detached(priority: .userInitiated) { [self] in
      let answer = question.answer {
        self.newest.load(ordering: .relaxed) != question.number
      }
      if let answer { inbox.post(.answered(answer)) }
    }
  }
}
