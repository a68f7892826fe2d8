import Browser
import DetainerFormats
import Synchronization

/// Answers questions beside the loop, on one thread that stays; the next question drops the one before.
///
/// A thread for each would leave the memory of many threads in pieces.
final class BackgroundAsking: Sendable {
  private struct Asked: Sendable {
    let question: Question
    let inbox: Inbox
  }

  private let newest = Atomic(0)
  private let next = Mutex<Asked?>(nil)
  private let hasStarted = Atomic(false)
  private let isAsked = Semaphore(0)

  /// Starts to find the answer, which arrives in the inbox unless another question comes first.
  func start(_ question: Question, inbox: Inbox) {
    newest.store(question.number, ordering: .relaxed)
    let asked = Asked(question: question, inbox: inbox)
    if !hasStarted.exchange(true, ordering: .relaxed) {
      guard startedThread({ [self] in work() }) else {
        // Where there is no thread to be had, the loop waits for the answer.
        hasStarted.store(false, ordering: .relaxed)
        return answer(asked)
      }
    }
    next.withLock { $0 = asked }
    isAsked.signal()
  }

  /// Drops the question that is being answered, if any.
  func stop() { newest.store(0, ordering: .relaxed) }

  private func work() {
    while true {
      isAsked.wait()
      // Of several that came meanwhile only the last is left.
      let asked = next.withLock { next in
        defer { next = nil }
        return next
      }
      if let asked { answer(asked) }
    }
  }

  private func answer(_ asked: Asked) {
    let answer = asked.question.answer {
      self.newest.load(ordering: .relaxed) != asked.question.number
    }
    guard let answer else { return }
    asked.inbox.post(.answered(answer))
    if next.withLock({ $0 == nil }) { asked.question.prepareNext() }
  }
}
