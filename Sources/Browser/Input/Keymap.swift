import Screen

/// Turns keys into commands: a count, an optional prefix, and the key itself.
struct Keymap: Sendable {
  /// What a key came to.
  enum Step: Equatable {
    /// A command with its count.
    case command(Command, count: Int?)
    /// More keys are needed.
    case pending
    /// No command has these keys.
    case unknown(String)
  }

  private static let bindings: [[Key]: Command] = {
    var bindings: [[Key]: Command] = [:]
    for command in Command.all {
      for notation in command.keys {
        if let keys = try? Key.parse(notation) { bindings[keys] = command }
      }
    }
    return bindings
  }()

  private var count: Int?
  private var prefix: [Key] = []

  /// What has been typed of an unfinished command.
  var pendingText: String {
    (count.map(String.init) ?? "") + prefix.map(\.notation).joined()
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
    if let command = Self.bindings[keys] {
      let step = Step.command(command, count: count)
      _ = reset()
      return step
    }
    if Self.bindings.keys.contains(where: { $0.count > keys.count && $0.starts(with: keys) }) {
      prefix = keys
      return .pending
    }
    let text = keys.map(\.notation).joined()
    _ = reset()
    return .unknown(text)
  }
}
