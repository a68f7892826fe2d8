import Screen

/// What a user can ask for with a key: its keys, what they do, and how that is done.
package struct Command: Sendable {
  /// Tells it from other commands.
  let name: String
  /// The keys, in key notation, the shown one first.
  package let keys: [String]
  /// What it does, in one sentence.
  package let help: String
  /// Whether it is of use in the panes alone.
  let isOfPanes: Bool
  /// Carries it out; the number was typed before the key.
  let run: @Sendable (inout BrowserState, Int?) -> Effect

  /// Describes a command with its keys, separated by spaces.
  init(
    name: String, keys: String, help: String, isOfPanes: Bool = false,
    run: @escaping @Sendable (inout BrowserState, Int?) -> Effect
  ) {
    self.name = name
    self.keys = keys.split(separator: " ").map(String.init)
    self.help = help
    self.isOfPanes = isOfPanes
    self.run = run
  }

  /// Describes a command that asks nothing of the world outside.
  init(
    _ name: String, _ keys: String, isOfPanes: Bool = false, _ help: String,
    _ run: @escaping @Sendable (inout BrowserState, Int?) -> Void
  ) {
    self.init(name: name, keys: keys, help: help, isOfPanes: isOfPanes) { state, count in
      run(&state, count)
      return Effect.none
    }
  }

  /// The name as it stands on the screen.
  var words: String { name.replacing("-", with: " ") }

  /// A key as it stands in hints: `Enter`, `%`.
  static func hint(_ key: String) -> String {
    key.count > 2 && key.hasPrefix("<") ? String(key.dropFirst().dropLast()) : key
  }
}

extension Command: Hashable {
  /// Whether two commands are one.
  package static func == (a: Command, b: Command) -> Bool { a.name == b.name }

  /// Hashes what tells it from others.
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
