import Screen

/// A command with its keys and what it does where the user is.
struct CommandHere: Sendable {
  let command: Command
  /// The keys as they stand in help.
  private(set) var keys: String
  private(set) var help: String
  /// Whether it does this without one of the keys, too.
  private(set) var isCommand = true

  /// A command as it is everywhere.
  init(_ command: Command, _ keymap: Keymap) {
    self.init(command, keys: keymap.keys(of: command), keymap)
  }

  /// A command with some of its keys.
  fileprivate init(_ command: Command, keys: [String], _ keymap: Keymap) {
    self.command = command
    let palette = keymap.hint(of: PaletteDialog.command)
    // What has no key is found by its name.
    let name = palette.isEmpty ? "(no key)" : "\(palette) \(command.words)"
    self.keys = keys.isEmpty ? name : keys.joined(separator: " ")
    help = command.help
  }

  /// A key of a view, in which some keys mean something else.
  fileprivate init(_ key: ViewKey, without taken: Set<String>, _ keymap: Keymap) {
    let keys = keymap.keys(of: key.command).filter { !taken.contains($0) }
    self.init(key.command, keys: keys, keymap)
    if let letters = key.letters { (self.keys, isCommand) = (letters, false) }
    help = key.help
  }

  /// The keys and what they do, after the name by which the command is found.
  var fact: HelpTexts.Fact {
    (keys, "\(command.words): \(help.prefix(1).lowercased())\(help.dropFirst())")
  }
}

extension BrowserState {
  /// The commands of the open view, and the others that hold here.
  var commandsHere: (ofView: [CommandHere], others: [CommandHere]) {
    guard let view = request.view else {
      return ([], Command.all.map { CommandHere($0, keymap) })
    }
    let taken = Set(view.keys.flatMap(\.fixedKeys))
    let others = Command.all.compactMap { command -> CommandHere? in
      guard !command.isOfPanes, !view.keys.contains(where: { $0.command == command }) else {
        return nil
      }
      let keys = keymap.keys(of: command)
      let left = keys.filter { !taken.contains($0) }
      return left.isEmpty && !keys.isEmpty ? nil : CommandHere(command, keys: left, keymap)
    }
    let ofView = view.keys.filter { !$0.help.isEmpty }
    return (ofView.map { CommandHere($0, without: taken, keymap) }, others)
  }
}
