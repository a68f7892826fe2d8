import Text

/// A key with what it does in a word or two, as it stands below what is shown.
struct Hint: Hashable, Sendable {
  let key: String
  let words: String

  /// How wide it is.
  var width: Int { TextWidth.of(key) + 1 + TextWidth.of(words) }
}

/// The keys that matter here, in the order in which they matter to who does not know them.
struct Hints {
  /// Those that the status line has room for.
  private(set) var below: [Hint] = []
  /// Those that always stay at its end: help, and the way out.
  let last: [Hint]
  /// Those for which it has none, for the room that the line of the filter leaves.
  private(set) var beside: [Hint] = []
  /// From so many columns on the views are named.
  private static let wide = 100

  /// Lays out the hints of a state in a status line of a width, beside a text of it.
  init(_ state: BrowserState, width: Int, besideTextOf textWidth: Int) {
    let (hints, last) = Self.all(state, isWide: width >= Self.wide)
    self.last = width >= 24 ? last : Array(last.suffix(2).prefix(1))
    let room = width - (textWidth > 0 ? textWidth + 2 : 0) - Self.width(of: self.last) - 2
    below = Self.fitting(hints, in: room)
    if state.keymap.following.isEmpty { beside = hints.filter { !below.contains($0) } }
  }

  /// How wide some hints are beside each other.
  static func width(of hints: [Hint]) -> Int { hints.reduce(-2) { $0 + $1.width + 2 } }

  /// As many hints as fit: one that does not is left out, and a later one may still be taken.
  static func fitting(_ hints: [Hint], in room: Int) -> [Hint] {
    hints.reduce(into: []) { fitting, hint in
      if width(of: fitting + [hint]) <= room { fitting.append(hint) }
    }
  }

  // MARK: What there is

  private static func all(
    _ state: BrowserState, isWide: Bool
  ) -> (hints: [Hint], last: [Hint]) {
    if state.prompt != nil {
      return (
        [Hint(key: "Enter", words: "keep")],
        [Hint(key: "Esc", words: "restore"), Hint(key: "C-n C-p", words: "move")]
      )
    }
    let keymap = state.keymap
    let view = state.shown.openView?.view
    let isOpen = view != nil || state.hasOpened
    var last = keymap.hints([
      (HelpDialog.command, "help"), (.leave, isOpen ? "back" : "quit"),
    ])
    let following = keymap.following
    if !following.isEmpty {
      return (following.map { Hint(key: $0.key, words: $0.command.words) }, last)
    }
    if state.dataset.isLoading { last = keymap.hints([(.cancel, "cancel")]) + last }
    let views = isWide ? Self.views.filter { view == nil || $0.0.name != state.openedBy } : []
    return (
      view.map { ofView($0, keymap, views) } ?? ofPanes(state, views), last
    )
  }

  private static let views: [(Command, String)] = [
    (TrendView.command, "trend"), (MapView.command, "map"), (CountView.pivot, "pivot"),
    (PoliciesView.command, "policies"), (CorrectionsView.command, "corrections"),
    (HealthDialog.command, "health"),
  ]

  private static func ofPanes(_ state: BrowserState, _ views: [(Command, String)]) -> [Hint] {
    let open =
      switch state.focus {
      case .weeks: "jurisdictions"
      case .jurisdictions: "crimes"
      case .detainers: "detail"
      }
    let question = [(PlacesDialog.command, "is a place listed?")]
    let within = [(Command.open, open), (ExportDialog.command, "export")]
    let keymap = state.keymap
    // Who has chosen something wants to go into it.
    let hasChosen = state.isNarrowed || state.marks[state.focus]?.isEmpty == false
    return keymap.hints(
      (hasChosen ? within : question) + [
        (CountView.frequency, "count"), (ComparisonView.command, "compare"),
        (NotesView.command, "caveats"),
      ] + views + (hasChosen ? question : within.reversed()))
      + keymap.hint(.olderWeek, .newerWeek, state.shown.unit)
      + keymap.hints([
        (.detail, "detail and source"), (.sort, "sort"), (PaletteDialog.command, "commands"),
      ])
  }

  private static func ofView(
    _ view: any DataView, _ keymap: Keymap, _ views: [(Command, String)]
  ) -> [Hint] {
    let own = view.keys.filter { !$0.words.isEmpty }
    func others(_ hints: [(Command, String)]) -> [Hint] {
      keymap.hints(hints.filter { hint in !own.contains { $0.command == hint.0 } })
    }
    return own.flatMap { key in
      if let letters = key.letters { return [Hint(key: letters, words: key.words)] }
      return key.with.map { keymap.hint(key.command, $0, key.words) }
        ?? keymap.hints([(key.command, key.words)])
    }
      + keymap.hint(.olderWeek, .newerWeek, "week")
      + others([(.filter, "filter"), (ExportDialog.command, "export"), (.detail, "source")])
      + others(views + [(PaletteDialog.command, "commands")])
  }
}

extension Keymap {
  /// The hints of commands that have a key.
  func hints(_ hints: [(Command, String)]) -> [Hint] {
    hints.compactMap { command, words in
      let key = hint(of: command)
      return key.isEmpty ? nil : Hint(key: key, words: words)
    }
  }

  /// The hint of two commands that go to and fro; none where one of them has no key.
  func hint(_ one: Command, _ other: Command, _ words: String) -> [Hint] {
    let keys = [hint(of: one), hint(of: other)]
    return keys.contains("") ? [] : [Hint(key: keys.joined(separator: " "), words: words)]
  }
}
