/// By what means a text is copied.
public enum ClipboardMeans: String, CaseIterable, Sendable {
  case all, osc52, command, off

  /// Whether the terminal is given the text, in a sequence that some do not know or do not take.
  package var usesTerminal: Bool { self == .all || self == .osc52 }

  /// Whether programs that keep a clipboard are given it.
  package var usesCommands: Bool { self == .all || self == .command }

  /// The name and what it does.
  var help: String {
    switch self {
    case .all: "all (every means there is)"
    case .osc52: "osc52 (by a sequence of the terminal)"
    case .command: "command (wl-copy, xclip, xsel, pbcopy, tmux)"
    case .off: "off"
    }
  }
}
