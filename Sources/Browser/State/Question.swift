import DetainerModel
import Screen

/// What a change asks of the data: answered beside the loop, so that no key is waited for.
package struct Question: Sendable, Equatable {
  /// How much of the screen is found anew: a part, and all parts after it.
  enum Stage: Int, Comparable, Sendable {
    case weeks, jurisdictions, detainers, view, aside

    static func < (a: Stage, b: Stage) -> Bool { a.rawValue < b.rawValue }
  }

  /// Tells it from the questions before; the newest alone is answered.
  package let number: Int
  let stage: Stage
  let request: Request
  let dataset: Dataset
  let layout: Layout
  /// The pane that has the whole screen.
  let zoomed: Pane?
  /// The panes in which the user has moved, if the data has grown or a filter is typed: the others
  /// begin anew, as when the program is opened with that filter.
  let moved: Set<Pane>?
  /// Whether a filter is typed: where it leads is what the user means from then on.
  let isTyped: Bool
  /// What the answer is found from: what is shown until it comes, or was when typing began.
  let shown: Shown

  /// Finds the answer; nil where it is no longer wanted.
  ///
  /// - Parameter isCancelled: is asked now and then whether that is so.
  package func answer(isCancelled: @escaping @Sendable () -> Bool = { false }) -> Answer? {
    var shown = shown
    do throws(FilterError) {
      try shown.find(self, isCancelled: isCancelled)
      return isCancelled() ? nil : Answer(number: number, outcome: .success(shown))
    } catch {
      return isCancelled() ? nil : Answer(number: number, outcome: .failure(error))
    }
  }

  /// Finds what the next question will ask for: mostly the first letter of a filter.
  package func prepareNext() { dataset.prepareForBareWords() }

  /// Two questions are the same if they are one.
  package static func == (a: Question, b: Question) -> Bool { a.number == b.number }
}

/// What was found for a question.
package struct Answer: Sendable {
  let number: Int
  /// What the screen shows, or why that cannot be asked.
  let outcome: Result<Shown, FilterError>
}

/// A question whose answer is waited for.
struct Waiting: Sendable {
  let number: Int
  var stage: Question.Stage
  /// Whether the data has grown since what is shown was found.
  var hasGrown: Bool
  /// What is done when the answer is there.
  var then: (@Sendable (inout BrowserState) -> Void)?
  /// The prompt in which the filter was typed.
  var typed: Prompt?
  /// Whether it was kept, and is to be typed again where it cannot be asked.
  var isKept = false
  /// Whether it goes back a step, as Escape does, so that another Escape goes on back.
  var isBack = false
}

extension BrowserState {
  /// What is to be answered beside the loop; nil when nothing is.
  package var question: Question? {
    waiting.map { waiting in
      Question(
        number: waiting.number, stage: waiting.stage, request: request, dataset: dataset,
        layout: layout, zoomed: isZoomed ? focus : nil,
        moved: waiting.typed?.moved ?? (waiting.hasGrown ? moved : nil),
        isTyped: waiting.typed != nil, shown: waiting.typed?.start ?? shown)
    }
  }

  /// Asks for what the request wants from a stage on, in place of whatever was asked before.
  mutating func ask(
    from stage: Question.Stage, hasGrown: Bool = false,
    then: (@Sendable (inout BrowserState) -> Void)? = nil
  ) {
    questionsAsked += 1
    waiting = Waiting(
      number: questionsAsked, stage: min(stage, waiting?.stage ?? stage),
      hasGrown: hasGrown || waiting?.hasGrown == true,
      // What arrives meanwhile does not change what the question was asked for.
      then: then ?? (hasGrown ? waiting?.then : nil),
      typed: waiting?.typed, isKept: waiting?.isKept == true,
      isBack: hasGrown && waiting?.isBack == true)
  }

  /// Takes the answer to the question that was asked last; answers to others come too late.
  mutating func take(_ answer: Answer) {
    guard let waiting, answer.number == waiting.number else { return }
    self.waiting = nil
    defer { noteWhatIsSettled() }
    switch answer.outcome {
    case .success(let shown):
      self.shown = shown
      request = shown.request
      settle()
      if let typed = waiting.typed, typed.before != filter { sayWhereItLed(from: typed.start) }
      waiting.then?(&self)
    case .failure(let error):
      request = shown.request
      if waiting.isKept { prompt = waiting.typed?.at(error) }
      message = (error.description, true)
    }
  }

  /// Gives up the question, and goes back to what is shown.
  mutating func stopAsking() {
    let (hasGrown, typed) = (waiting?.hasGrown == true, waiting?.typed)
    waiting = nil
    request = shown.request
    if let typed { restore(typed) }
    if hasGrown { ask(from: .weeks, hasGrown: true) }
  }

  /// Waits for the answer, where there is no loop beside which it could be found.
  package mutating func awaitAnswer() {
    while let answer = question?.answer() { take(answer) }
  }

  /// Presses a key and waits for the answer.
  public mutating func press(_ key: Key) {
    _ = reduce(.key(key))
    awaitAnswer()
  }

  /// Whether a key means rows that are still being found, so that it has to wait for them.
  package func waits(for key: Key) -> Bool {
    guard let stage = waiting?.stage, ![.escape, .control("c")].contains(key) else { return false }
    if let dialog { return dialog.waits(for: stage) }
    if prompt != nil { return [.up, .down, .control("n"), .control("p")].contains(key) }
    // What is typed is looked for from what is shown, so that has to be whole.
    if keymap.pendingText.isEmpty, keymap.keys(of: .filter).contains(key.notation) { return true }
    return stage >= .view || request.view != nil || stage.rawValue <= focus.rawValue
  }
}
