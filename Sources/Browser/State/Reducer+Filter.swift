import DetainerModel
import Screen
import Text

/// The filter: typed, picked, and switched by keys.
extension BrowserState {
  /// Asks for the rows of another filter.
  mutating func show(_ filter: Filter, then: (@Sendable (inout BrowserState) -> Void)? = nil) {
    request.query.filter = filter
    ask(from: .weeks, then: then)
  }

  // MARK: Typing

  mutating func takeInPrompt(_ key: Key) -> Effect {
    guard let (typed, before) = prompt else { return .none }
    var editor = typed
    switch key {
    case .enter:
      // What cannot be read stays in the prompt: half of it is not what was meant.
      if applyPrompt() {
        prompt = nil
        waiting?.fallback = before
      }
    case .escape, .control("c"), .control("g"):
      prompt = nil
      show(before)
    case .down, .control("n"): move(by: 1)
    case .up, .control("p"): move(by: -1)
    case .control("l"): return .redraw
    case .control("z"): return .suspend
    default:
      if editor.take(key) {
        prompt = (editor, before)
        applyPrompt()
      }
    }
    settle()
    return .none
  }

  /// Asks for what is typed at once; what cannot be read leaves the last good filter as it is, and
  /// its sentence on the status line.
  @discardableResult
  mutating func applyPrompt() -> Bool {
    guard let text = prompt?.editor.string else { return true }
    do throws(FilterError) {
      let typed = try FilterParser.parse(text)
      if typed != filter { show(typed) }
      return true
    } catch {
      message = (error.description, true)
      return false
    }
  }

  // MARK: Picking

  /// Asks for the values of a field, and opens the list of them.
  mutating func pick(_ field: FilterField) {
    request.aside = .choices(field)
    ask(from: .aside) { state in
      guard case .choices(let choices) = state.shown.aside else { return }
      state.shown.aside = nil
      if choices.isEmpty {
        state.say("there is nothing to pick from here: no \(field.rawValue) under this filter")
      } else {
        state.dialog = PickDialog(field, choices, chosen: state.filter)
      }
    }
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
          ? "\(counted(marked, "likely duplicate")) left out; d counts them again"
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
