import CNcurses
import Screen

/// What the terminal database says about the terminal.
enum Capabilities {
  /// Throws unless input and output are a terminal that can show a screen; draws nothing.
  static func check() throws(TerminalError) -> String {
    guard System.isTerminal(System.standardInput) else { throw .notATerminal("input") }
    guard System.isTerminal(System.standardOutput) else { throw .notATerminal("output") }
    guard let name = System.variable("TERM"), !name.isEmpty else { throw .noType }
    // Without the third argument, and in initscr, ncurses would end the process instead.
    var problem: Int32 = 0
    let isKnown = setupterm(name, System.standardOutput, &problem) == OK
    if name == "dumb" { throw .incapableType(name) }
    guard isKnown else {
      // 1 means a known type that prints on paper, 0 one not found or too general.
      if problem == 1 { throw .incapableType(name) }
      // What describes the type may be there, and not be read.
      if !System.canOpenFiles { throw .tooManyFiles }
      throw .unknownType(name)
    }
    guard nc_string("cup") != nil, tigetflag("hc") != 1 else { throw .incapableType(name) }
    return name
  }

  /// Whether pasted text may be asked for in brackets; others could show the request.
  static func hasBracketedPaste(_ name: String) -> Bool {
    if nc_string("BE") != nil { return true }
    let plain = ["linux", "vt", "ansi", "cons", "sun", "pcansi", "cygwin", "wy", "tvi"]
    return nc_string("rmcup") != nil && !plain.contains { name.hasPrefix($0) }
  }

  static let pasteOn = "\u{1B}[?2004h"
  static let pasteOff = "\u{1B}[?2004l"

  /// The text that gives the terminal back when there is no time to ask ncurses.
  static func restoreText(bracketedPaste: Bool) -> String {
    var text = ""
    for name in ["sgr0", "op", "rmacs", "cnorm", "rmkx"] { text += string(name) }
    if bracketedPaste { text += pasteOff }
    return text + string("rmcup") + belowScreen
  }

  /// Moves below our screen where the terminal has no other one to return to; else empty.
  static var belowScreen: String {
    guard nc_string("rmcup") == nil else { return "" }
    // Terminals stop at their last row.
    let bottom = nc_move_string(998, 0).map { withoutPadding(String(cString: $0)) } ?? ""
    return bottom + string("el") + "\r\n"
  }

  private static func string(_ name: String) -> String {
    nc_string(name).map { withoutPadding(String(cString: $0)) } ?? ""
  }

  /// Drops delays such as `$<2>`, which only tputs understands.
  static func withoutPadding(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "$") {
      result += rest[..<start]
      rest = rest[start...]
      if rest.dropFirst().first == "<", let end = rest.firstIndex(of: ">") {
        rest = rest[rest.index(after: end)...]
      } else {
        result.append("$")
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }
}
