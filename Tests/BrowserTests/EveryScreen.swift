import Browser
import Screen
import TestSupport

/// Every screen that a key or two lead to: all views and dialogs, and all commands from some of them.
enum EveryScreen {
  /// The keys that lead to a screen, from the start.
  static let stories: [String] = {
    let commands = Command.all.compactMap { command in
      command.keys.first.flatMap { ["<C-z>", "Q"].contains($0) ? nil : $0 }
    }
    let views = ["gm", "f", "p"]
    let places = [
      "h", "l", "/zzzz<Enter>l", "/tra", "gt", "gv", "]=", "gp", "gc", "gn", "hgd", "+",
    ]
    let dialogs = [
      "e<Down>", "e<Up><Up><Up><Up><Enter>", "|sort", "gs2015", "s tx", "czzz", "?/wee", "l<Enter>",
    ]
    return ([""] + views).flatMap { place in [place] + commands.map { place + $0 } }
      + places + dialogs
  }()

  /// Draws each of them in a size.
  static func draw(_ size: String, _ take: (String, BrowserState) throws -> Void) throws {
    let start = try Session(size)
    for keys in stories {
      var session = start
      try session.press(keys)
      try take(keys, session.state)
    }
  }
}
