import DetainerModel
import Screen
import Text

/// The filter: typed, picked, and switched by keys.
extension BrowserState {
  /// Asks for the rows of another filter.
  ///
  /// - Parameter prompt: what is being typed, if the filter is: its rows are found from where typing
  ///   began.
  mutating func show(
    _ filter: Filter, from prompt: Prompt? = nil,
    then: (@Sendable (inout BrowserState) -> Void)? = nil
  ) {
    request.query.filter = filter
    ask(from: .weeks, then: then)
    if let prompt {
      waiting?.typed = prompt
      waiting?.isKept = false
    }
  }

  // MARK: Typing

  mutating func takeInPrompt(_ key: Key) -> Effect {
    guard let prompt else { return .none }
    switch key {
    case .enter: keepPrompt(prompt)
    case .escape, .control("c"), .control("g"): restore(prompt)
    case .down, .control("n"): move(by: 1)
    case .up, .control("p"): move(by: -1)
    case .control("l"): return .redraw
    case .control("z"): return .suspend
    default:
      if self.prompt?.editor.take(key) == true { applyPrompt() }
    }
    settle()
    return .none
  }

  /// Asks for what is typed at once; what cannot be read leaves the last good filter as it is, and
  /// its sentence on the status line.
  mutating func applyPrompt() {
    guard let prompt else { return }
    do throws(FilterError) {
      let typed = try FilterParser.parse(prompt.editor.string)
      if typed != filter { show(typed, from: prompt) }
    } catch {
      message = (error.description, true)
    }
  }

  /// Keeps what is typed. What cannot be read or asked stays in the prompt, with the cursor on it:
  /// half of it is not what was meant.
  private mutating func keepPrompt(_ prompt: Prompt) {
    do throws(FilterError) {
      let typed = try FilterParser.parse(prompt.editor.string)
      if typed != filter { show(typed, from: prompt) }
      waiting?.isKept = true
      self.prompt = nil
      if waiting == nil { sayWhereItLed(from: prompt.start) }
    } catch {
      self.prompt = prompt.at(error)
      message = (error.description, true)
    }
  }

  /// Goes back to the filter before the prompt, and to where the cursors were.
  mutating func restore(_ prompt: Prompt) {
    self.prompt = nil
    moved = prompt.moved
    // What has been read since may have moved every row.
    if !prompt.start.dataset.isLoading {
      request.positions = prompt.start.positions
      if let open = prompt.start.openView { request.viewPlace = .saved(open.position) }
    }
    show(prompt.before, from: prompt)
  }

  /// Says which week is shown where the one that was shown before has no row under the filter.
  mutating func sayWhereItLed(from before: Shown) {
    if request.view == nil, let week = before.week?.report.period { sayWhereItLed(from: week) }
  }

  /// Says which week is shown in place of one that has no row under the filter.
  mutating func sayWhereItLed(from week: Period) {
    guard week.isKnown, let new = shown.week?.report,
      !shown.weeks.contains(where: { $0.report.period == week })
    else { return }
    say("not in \(week.words); next in \(new.label)")
  }

  // MARK: Picking

  /// Filters by terms on a field in place of those that it has, but for what is left out.
  mutating func choose(_ terms: [FilterTerm], of field: FilterField) {
    show(Filter(terms: filter.terms.filter { $0.field != field || $0.isNegated } + terms))
  }

  // MARK: Switches

  mutating func toggleDeclined() {
    let others = filter.terms.filter { $0.field != .outcome }
    show(Filter(terms: showsDeclinedOnly ? others : Self.startFilter.terms + others))
  }

  mutating func toggleDuplicates() {
    request.query.dropsDuplicates.toggle()
    ask(from: .weeks)
    let marked = dataset.table.duplicateCount
    say(
      marked == 0
        ? "no release here marks likely duplicates; nothing is dropped"
        : request.query.dropsDuplicates
          ? "\(counted(marked, "likely duplicate")) left out; \(key(.duplicates)) counts them again"
          : "all rows count, likely duplicates too")
  }

  mutating func toggleCorrected() {
    request.query.isAsCorrected.toggle()
    request.aside = .voided
    ask(from: .weeks) { state in
      guard case .voided(let entries) = state.shown.aside else { return }
      state.shown.aside = nil
      func count(_ section: String) -> String {
        grouped(entries.reduce(0) { $1.section == section ? $0 + ($1.count ?? 0) : $0 })
      }
      state.say(
        entries.isEmpty
          ? "no correction here takes an entry from its place; the counts are the same"
          : state.request.query.isAsCorrected
            ? "\(count("II")) declined, \(count("I")) issued are not attributable; totals stay"
            : "as published: every entry counts where the report has it")
    }
  }
}
