import DetainerModel

/// A filter that was typed and whose rows are still to be found: beside the loop, so that the next
/// key is never waited for.
public struct Question: Sendable {
  /// Tells it from the questions before; the newest alone is answered.
  public let number: Int
  private let query: Query
  private let state: BrowserState

  init(number: Int, query: Query, state: BrowserState) {
    self.number = number
    self.query = query
    self.state = state
  }

  /// Finds the rows of all panes; nil where the answer is no longer wanted.
  ///
  /// - Parameter isCancelled: is asked now and then whether that is so.
  public func answer(isCancelled: @escaping @Sendable () -> Bool = { false }) -> Answer? {
    if isCancelled() { return nil }
    do throws(FilterError) {
      let selection = try Selection(query, in: state.dataset, isCancelled: isCancelled)
      if isCancelled() { return nil }
      var state = state
      state.refresh(selection)
      return isCancelled() ? nil : Answer(number: number, outcome: .success(state))
    } catch {
      return Answer(number: number, outcome: .failure(error))
    }
  }
}

/// What was found for a question.
public struct Answer: Sendable {
  let number: Int
  /// The browser with the rows of the filter, or why it cannot be asked.
  let outcome: Result<BrowserState, FilterError>
}

extension BrowserState {
  /// What is to be answered beside the loop; nil when nothing is.
  public var question: Question? {
    pending.map { Question(number: $0.number, query: $0.query, state: self) }
  }

  /// Asks for the rows of a filter in place of whatever was asked before.
  mutating func ask(_ query: Query) -> Effect {
    questionsAsked += 1
    pending = (questionsAsked, query)
    return .ask
  }

  /// Asks anew where a question is open, because what it was asked of has changed.
  mutating func askAgain() -> Effect {
    guard let pending else { return .none }
    return ask(pending.query)
  }

  /// Puts the filter in force that was asked for last; answers to other questions come too late.
  mutating func take(_ answer: Answer) {
    guard answer.number == pending?.number else { return }
    pending = nil
    switch answer.outcome {
    case .success(let found):
      filter = found.filter
      selection = found.selection
      weekSelection = found.weekSelection
      placeSelection = found.placeSelection
      weeks = found.weeks
      jurisdictions = found.jurisdictions
      detainers = found.detainers
      recent = found.recent
      positions = found.positions
      openView = found.openView
      settle()
    case .failure(let error):
      message = (error.description, true)
    }
  }

  /// Waits for the answer: where a key means the rows that were asked for, and where there is no
  /// loop beside which they could be found.
  public mutating func awaitAnswer() {
    if let answer = question?.answer() { take(answer) }
  }
}
