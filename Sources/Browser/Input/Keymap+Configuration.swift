import DetainerModel
import Screen
import Text

/// Keys that a user has chosen.
extension Keymap {
  /// What is wrong with keys for a command; nil where they can be bound.
  package static func problem(_ command: String, _ keys: [String]) -> NameError? {
    guard Command.all.contains(where: { $0.name == command }) else {
      let nearest = nearestName(to: command, among: Command.all.map(\.name))
      return NameError(
        command,
        "there is no command of this name; "
          + (nearest.map { "did you mean “\($0)”?" } ?? "“ddor config --dump” has all."))
    }
    for notation in keys {
      do throws(KeyNotationError) {
        guard case .character(let first) = try Key.parse(notation).first, first.isNumber else {
          continue
        }
        return NameError(notation, "a number before a key is a count; choose another key.")
      } catch {
        return NameError(
          notation, "\(error.description) Write keys as j, gm, <Enter>, <C-n> or <F1>.")
      }
    }
    // A key that begins others would never let them be typed.
    let map = Keymap(rebinding: [command: keys])
    for notation in keys {
      let hidden = Command.all.flatMap(map.keys).first { $0 != notation && begins($0, notation) }
      if let hidden {
        return NameError(notation, "“\(hidden)” begins with it; choose another key.")
      }
    }
    return nil
  }

  private static func begins(_ keys: String, _ start: String) -> Bool {
    guard let keys = try? Key.parse(keys), let start = try? Key.parse(start) else { return false }
    return keys.starts(with: start)
  }

  /// All commands with the keys that they have under a configuration.
  package static func bindings(
    _ configuration: Configuration
  ) -> [(name: String, keys: [String], help: String)] {
    let map = Keymap(rebinding: configuration.keys)
    return Command.all.map { ($0.name, map.keys(of: $0), $0.help) }
  }
}

extension Command {
  static let savedFilters = Command(
    "saved-filters", "F", "Choose one of the filters that the configuration saves."
  ) { state, _ in
    let filters = state.savedFilters
    guard !filters.isEmpty else {
      return state.say("no filter is saved; “ddor config” says where to write one")
    }
    state.dialog = MenuDialog(
      title: "Saved filters", names: filters.map { "\($0.name)  \($0.filter)" }, cursor: 0,
      footer: "Enter  Esc", key: "F"
    ) { state, row in
      if let filter = try? FilterParser.parse(filters[row].filter) { state.show(filter) }
    }
  }
}
