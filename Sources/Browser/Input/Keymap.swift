import Screen

/// Turns keys into commands: a count, an optional prefix, and the key itself.
package struct Keymap: Sendable {
  /// What a key came to.
  enum Step: Equatable {
    /// A command with its count.
    case command(Command, count: Int?)
    /// More keys are needed.
    case pending
    /// No command has these keys.
    case unknown(String)
  }

  static let usual = bindings { $0.keys }

  private let bindings: [[Key]: Command]
  /// The keys of the commands that have others than the usual ones.
  private let changed: [String: [String]]

  /// Binds the usual keys, but those of some commands, by their names, to these.
  init(rebinding: [String: [String]] = [:]) {
    guard !rebinding.isEmpty else {
      (bindings, changed) = (Self.usual, [:])
      return
    }
    let taken = Set(rebinding.values.joined())
    var changed = rebinding
    for command in Command.all where changed[command.name] == nil {
      let left = command.keys.filter { !taken.contains($0) }
      if left != command.keys { changed[command.name] = left }
    }
    self.changed = changed
    bindings = Self.bindings { [changed] in changed[$0.name] ?? $0.keys }
  }

  private static func bindings(_ keys: (Command) -> [String]) -> [[Key]: Command] {
    var bindings: [[Key]: Command] = [:]
    for command in Command.all {
      for notation in keys(command) {
        if let keys = try? Key.parse(notation) { bindings[keys] = command }
      }
    }
    return bindings
  }

  /// The keys of a command, in key notation, the shown one first.
  func keys(of command: Command) -> [String] { changed[command.name] ?? command.keys }

  /// The first key as it stands in hints: `Enter`, `%`.
  func hint(of command: Command) -> String { keys(of: command).first.map(Command.hint) ?? "" }

  /// The key of a command as it stands in a sentence: where it has none, its name behind the key of
  /// the palette.
  func key(_ command: Command) -> String {
    let (key, palette) = (hint(of: command), hint(of: PaletteDialog.command))
    return !key.isEmpty
      ? key : palette.isEmpty ? "“\(command.words)”" : "\(palette) \(command.words)"
  }

  private var count: Int?
  private var prefix: [Key] = []

  /// What has been typed of an unfinished command.
  var pendingText: String {
    (count.map(String.init) ?? "") + prefix.map(\.notation).joined()
  }

  /// The keys that may follow what has been typed of a command, with what they do; none where
  /// nothing or only a count has been typed.
  var following: [(key: String, command: Command)] {
    guard !prefix.isEmpty else { return [] }
    return Command.all.flatMap { command in
      keys(of: command).compactMap { notation in
        guard let keys = try? Key.parse(notation), keys.count == prefix.count + 1,
          keys.starts(with: prefix), let last = keys.last
        else { return nil }
        return (Command.hint(last.notation), command)
      }
    }
  }

  /// Forgets an unfinished command; false when there was none.
  mutating func reset() -> Bool {
    let wasPending = count != nil || !prefix.isEmpty
    count = nil
    prefix = []
    return wasPending
  }

  /// Takes one key.
  mutating func take(_ key: Key) -> Step {
    if prefix.isEmpty, case .character(let character) = key, let digit = character.wholeNumberValue,
      character.isASCII, digit > 0 || count != nil
    {
      // A count beyond any number of rows is as good as the last row.
      count = min((count ?? 0) * 10 + digit, 99_999_999)
      return .pending
    }
    let keys = prefix + [key]
    if let command = bindings[keys] {
      let step = Step.command(command, count: count)
      _ = reset()
      return step
    }
    if bindings.keys.contains(where: { $0.count > keys.count && $0.starts(with: keys) }) {
      prefix = keys
      return .pending
    }
    let text = keys.map(\.notation).joined()
    _ = reset()
    return .unknown(text)
  }
}
