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
      let typed: [Key]
      do throws(KeyNotationError) { typed = try Key.parse(notation) } catch {
        return NameError(
          notation, "\(error.description) Write keys as j, gm, <Enter>, <C-n> or <F1>.")
      }
      if case .character(let first) = typed.first, first.isNumber {
        return NameError(notation, "a number before a key is a count; choose another key.")
      }
      // A key that begins others would never let them be typed.
      let others = usual.filter { $0.value.name != command && $0.key.count != typed.count }.keys
      if let hidden = others.filter({ $0.starts(with: typed) }).map(\.notation).min() {
        return NameError(notation, "“\(hidden)” begins with it; choose another key.")
      }
      if let hiding = others.filter({ typed.starts(with: $0) }).map(\.notation).min() {
        return NameError(notation, "“\(hiding)” is a key of its own; choose another beginning.")
      }
    }
    return nil
  }

  /// All commands with the keys that they have under a configuration.
  package static func bindings(
    _ configuration: Configuration
  ) -> [(name: String, keys: [String], help: String)] {
    let map = Keymap(rebinding: configuration.keys)
    return Command.all.map { ($0.name, map.keys(of: $0), $0.help) }
  }
}

extension [Key] {
  fileprivate var notation: String { map(\.notation).joined() }
}
