import Browser
import DetainerModel
import Screen
import TestSupport
import Testing

/// Filters whose rows are found beside the loop.
@Suite struct QuestionTests {
  /// A browser in which a filter was typed, and the questions that this asked, none answered.
  private func typed(_ keys: String) throws -> (state: BrowserState, questions: [Question]) {
    var state = try Session("80x24").state
    var questions: [Question] = []
    for key in try Key.parse(keys) {
      if case .ask(let question) = state.reduce(.key(key)) { questions.append(question) }
    }
    return (state, questions)
  }

  private func screen(_ state: BrowserState) -> String { Session.text(state.draw().lines) }

  @Test func everyKeyIsDrawnBeforeItsRowsAreFound() throws {
    let before = screen(try Session("80x24").state)
    var (state, questions) = try typed("/state:tx")
    #expect(screen(state).contains("Filter: outcome:declined state:tx"))
    let rows = before.split(separator: "\n")[4..<10]
    #expect(rows.allSatisfy { screen(state).contains($0) }, "the old rows stay")
    let answer = try #require(questions.last?.answer())
    _ = state.reduce(.answered(answer))
    #expect(screen(state) == (try Session("80x24", keys: "/state:tx")).screen)
    #expect(state.question == nil)
  }

  @Test func onlyTheNewestQuestionIsAnswered() throws {
    var (state, questions) = try typed("/state:tx,ca")
    let first = try #require(questions.first?.answer())
    let last = try #require(questions.last?.answer())
    let waiting = screen(state)
    _ = state.reduce(.answered(first))
    #expect(screen(state) == waiting, "an answer that comes too late changes nothing")
    _ = state.reduce(.answered(last))
    let settled = screen(state)
    _ = state.reduce(.answered(first))
    #expect(screen(state) == settled)
    #expect(settled == (try Session("80x24", keys: "/state:tx,ca")).screen)
  }

  @Test func aQuestionThatIsNotWantedHasNoAnswer() throws {
    let (_, questions) = try typed("/travis")
    #expect(questions.count == 6)
    #expect(questions.allSatisfy { $0.answer(isCancelled: { true }) == nil })
  }

  @Test func aKeyAfterEnterWaitsForItsRows() throws {
    var (state, _) = try typed("/state:tx<Enter>")
    #expect(screen(state).contains("FINDING …"))
    #expect(screen(state).contains("Filter: outcome:declined state:tx"))
    #expect(state.waits(for: .character("D")))
    #expect(!state.waits(for: .escape), "it stops the search")
    state.awaitAnswer()
    #expect(!state.waits(for: .character("D")))
    _ = state.reduce(.key(.character("D")))
    state.awaitAnswer()
    #expect(screen(state) == (try Session("80x24", keys: "/state:tx<Enter>D")).screen)
  }

  @Test(arguments: ["<Esc>", "<C-c>"])
  func escapeStopsTheSearch(key: String) throws {
    var (state, questions) = try typed("/state:tx<Enter>")
    _ = state.reduce(.key(try Key.parse(key)[0]))
    #expect(screen(state).contains("the search is stopped; the filter is as it was before"))
    let answer = try #require(questions.last?.answer())
    _ = state.reduce(.answered(answer))
    #expect(!screen(state).contains("state:tx"))
  }

  /// Who presses it twice goes back twice, however fast and whatever arrives: the second does not
  /// stop what the first asks.
  @Test(arguments: [false, true])
  func escapeGoesOnBackWhileItsRowsAreFound(dataGrows: Bool) throws {
    var (state, _) = try typed("/state:tx crime:dui<Enter>")
    state.awaitAnswer()
    _ = state.reduce(.key(.escape))
    if dataGrows { _ = state.reduce(.loaded(sample)) }
    _ = state.reduce(.key(.escape))
    state.awaitAnswer()
    #expect(
      screen(state) == (try Session("80x24", keys: "/state:tx crime:dui<Enter><Esc><Esc>")).screen)
    #expect(!screen(state).contains("state:tx"))
  }

  @Test func whatArrivesMeanwhileIsAskedAnew() throws {
    var (state, questions) = try typed("/state:tx")
    guard case .ask = state.reduce(.loaded(sample)) else {
      Issue.record("what has arrived is not asked for")
      return
    }
    let old = try #require(questions.last?.answer())
    _ = state.reduce(.answered(old))
    let answer = try #require(state.question?.answer())
    _ = state.reduce(.answered(answer))
    #expect(screen(state) == (try Session("80x24", keys: "/state:tx")).screen)
  }

  @Test func whatIsWrongIsSaidWhenItIsFound() throws {
    var (state, questions) = try typed("/state:xq")
    let answer = try #require(questions.last?.answer())
    _ = state.reduce(.answered(answer))
    #expect(screen(state).contains("no state has this code or name"))
  }
}
