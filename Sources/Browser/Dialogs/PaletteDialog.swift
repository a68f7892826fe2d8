import Screen
import Text

/// All commands by their names, narrowed by what is typed: those of the open view first.
struct PaletteDialog: Dialog {
  static let command = Command(
    "palette", ":", "Find a command by its name or by what it does, and carry it out."
  ) { state, _ in state.dialog = PaletteDialog(state) }

  private var entries: Chooser<CommandHere>
  let isTyped = true

  private init(_ state: BrowserState) {
    let here = state.commandsHere
    let others = here.others.filter { $0.command != Self.command }
    // Who asks for a command by its name does not ask for the arrows.
    let order = others.filter { !$0.command.isMoving } + others.filter(\.command.isMoving)
    entries = Chooser(here.ofView.filter(\.isCommand) + order) { entry in
      [FuzzyText(entry.command.words), FuzzyText(entry.help)]
    }
  }

  func sentences(_ state: BrowserState) -> [String] {
    ["Commands: type a name."]
      + entries.sentences(nothing: "No command has such a name.") { entry in
        [entry.command.words, entry.keys, entry.help].filter { !$0.isEmpty }
          .joined(separator: ", ")
      }
  }

  func draw(_ state: BrowserState, _ room: Rect, on canvas: inout Canvas) {
    let inner = Box.draw("Commands: type a name", room, on: &canvas)
    let names = entries.items.reduce(0) { max($0, TextWidth.of($1.command.words)) }
    entries.draw(inner, label: ":", nothing: "No command has such a name.", on: &canvas) {
      entry, _, rect, canvas in
      var x = rect.x + 2
      let keys = min(14, max(4, rect.width / 5))
      canvas.put(
        TextWidth.clip(entry.command.words, to: names), x: x, y: rect.y,
        width: min(names, rect.maxX - x), style: .normal)
      x += names + 2
      canvas.put(
        TextWidth.clip(entry.keys, to: keys), x: x, y: rect.y,
        width: max(0, min(keys, rect.maxX - x)), style: .key)
      x += keys + 1
      let room = max(0, rect.maxX - x)
      canvas.put(TextWidth.clip(entry.help, to: room), x: x, y: rect.y, width: room, style: .dim)
    }
    Box.footer("\(entries.left.count) of \(entries.items.count)  Enter  Esc", room, on: &canvas)
  }

  mutating func take(_ key: Key, _ state: BrowserState) -> DialogStep {
    switch key {
    case _ where key.isGivingUp: return .close
    case .enter: return entries.selected.map { .run($0.command) } ?? .stay
    default: _ = entries.take(key)
    }
    return .stay
  }

  mutating func paste(_ text: String) -> DialogStep {
    entries.paste(text)
    return .stay
  }
}
