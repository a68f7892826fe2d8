import Browser
import Synchronization

/// Answers questions beside the loop; the next one drops the one before.
final class BackgroundAsking: Sendable {
  private let newest = Atomic(0)

  /// Starts to find the answer, which arrives in the inbox unless another question comes first.
  func start(_ question: Question, inbox: Inbox) {
    newest.store(question.number, ordering: .relaxed)
    startThread { [self] in
      let answer = question.answer {
        self.newest.load(ordering: .relaxed) != question.number
      }
      if let answer { inbox.post(.answered(answer)) }
    }
  }

  /// Drops the question that is being answered, if any.
  func stop() { newest.store(0, ordering: .relaxed) }
}
