import DetainerModel
import Screen

/// A dialog over the panes: a value that draws itself and takes all keys until it closes.
protocol Dialog: Sendable {
  /// Whether letters are typed into it, so that none of them is a command.
  var isTyped: Bool { get }
  /// Finds once, when it opens, what each picture of it needs.
  mutating func prepare(_ state: BrowserState)
  /// Draws it in the room that dialogs have.
  func draw(_ state: BrowserState, _ room: Rect, on canvas: inout Canvas)
  /// What it shows, in sentences for a screen reader; what is typed in place of the filter is told
  /// with that.
  func sentences(_ state: BrowserState) -> [String]
  /// Takes a key, and says what follows.
  mutating func take(_ key: Key, _ state: BrowserState) -> DialogStep
  /// Takes a text that was pasted, and says what follows.
  mutating func paste(_ text: String) -> DialogStep
  /// Takes what was found for it.
  mutating func take(_ aside: Shown.Aside)
  /// The line that is typed in the place of the filter, with its name; nil where none is.
  var typedLine: (name: String, editor: LineEditor)? { get }
  /// The command that prints what it shows; nil where that is what lies behind it.
  var equivalent: Equivalent? { get }
  /// Whether keys wait while a part of the screen is being found.
  func waits(for stage: Question.Stage) -> Bool
}

/// What follows a key in a dialog.
enum DialogStep: Sendable {
  /// It stays open.
  case stay
  /// It closes.
  case close
  /// It stays open while the world outside does something.
  case perform(Effect)
  /// It stays open and needs something found.
  case ask(Request.Aside)
  /// It stays open, and the state behind it changes.
  case change(@Sendable (inout BrowserState) -> Void)
  /// It closes, and what was chosen is done.
  case act(@Sendable (inout BrowserState) -> Effect)

  /// It closes, and what was chosen is done, which asks nothing of the world outside.
  static func choose(_ choose: @escaping @Sendable (inout BrowserState) -> Void) -> DialogStep {
    .act { state in
      choose(&state)
      return .none
    }
  }

  /// It closes while the world outside does something, of which a sentence may be said.
  static func finish(_ effect: Effect, saying sentence: String?) -> DialogStep {
    .act { state in
      if let sentence { state.say(sentence) }
      return effect
    }
  }

  /// It closes, and a command is carried out.
  static func run(_ command: Command) -> DialogStep { .act { $0.run(command, count: nil) } }
}

extension Dialog {
  var isTyped: Bool { false }
  mutating func prepare(_ state: BrowserState) {}
  mutating func paste(_ text: String) -> DialogStep { .stay }
  mutating func take(_ aside: Shown.Aside) {}
  var typedLine: (name: String, editor: LineEditor)? { nil }
  var equivalent: Equivalent? { nil }
  func waits(for stage: Question.Stage) -> Bool { false }

  /// The room of dialogs in a state: a step of the tour stays in sight below them.
  static func room(_ state: BrowserState) -> Rect {
    var room = room(state.size)
    if let tour = state.tour {
      let end = tour.place(state).y
      room.height = max(min(3, room.height), min(room.height, end - room.y))
    }
    return room
  }

  /// The room of dialogs: the filter and the status line stay free where there is room for that.
  static func room(_ size: Size) -> Rect {
    let rows = size.rows >= 7 ? size.rows - 2 : max(1, size.rows - 1)
    return size.columns >= 60 && size.rows >= 16
      ? Rect(x: 2, y: 1, width: size.columns - 4, height: rows - 1)
      : Rect(x: 0, y: 0, width: size.columns, height: rows)
  }
}

extension Key {
  /// Whether the key leaves a dialog in which nothing is typed.
  var isLeaving: Bool {
    [.escape, .character("q"), .character("h"), .left, .control("c")].contains(self)
  }
  /// Whether the key leaves a line of text as it was.
  var isGivingUp: Bool { [.escape, .control("c"), .control("g")].contains(self) }
  /// How many rows the key moves a cursor by, where letters are typed; nil for other keys.
  var step: Int? {
    switch self {
    case .down, .control("n"): 1
    case .up, .control("p"): -1
    default: nil
    }
  }
}
