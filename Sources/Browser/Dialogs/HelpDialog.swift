import DetainerModel
import Screen
import Text

/// The help, made from the list of commands, and the filter language in short.
struct HelpDialog: TextDialog {
  static let command = Command("help", "? <F1>", "Show this help.") { state, _ in
    state.dialog = HelpDialog()
  }

  var top = 0
  var search: TextSearch? = TextSearch()
  let labelWidth = 19

  func title(_ state: BrowserState) -> String {
    "Help  t \(state.tour == nil ? "the tour" : "ends the tour")"
  }

  mutating func take(_ key: Key, _ state: BrowserState) -> DialogStep {
    key == .character("t") && !isTyped ? .run(Tour.command) : scroll(key, state)
  }

  func lines(_ state: BrowserState) -> [Line] {
    let room = Self.textWidth(state, labelWidth: labelWidth)
    func facts(_ facts: [HelpTexts.Fact]) -> [Line] {
      facts.flatMap { Line.wrapped($0.label, $0.text, to: room) }
    }
    let here = state.commandsHere
    let lines =
      section("Keys of this view", facts(here.ofView.map { ($0.keys, $0.help) }))
      + section("Keys", facts(here.others.map(\.fact)))
      + section("Mouse", facts(HelpTexts.mouse))
      + section("Filter", facts(HelpTexts.filter))
      + section("Patterns", facts(HelpTexts.patterns))
      + section("Clipboard", facts(HelpTexts.clipboard))
      + section("Signs", facts(HelpTexts.signs))
      + section("Words", facts(HelpTexts.words))
    return Self.stacked(lines.dropLast(), state)
  }

  private func section(_ title: String, _ lines: [Line]) -> [Line] {
    lines.isEmpty ? [] : [Line("", title, .title)] + lines + [Line("", "")]
  }
}
