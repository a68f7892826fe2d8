import Screen

/// Why the screen cannot be used; a sentence with the way out.
package struct TerminalError: Error, Equatable, CustomStringConvertible {
  /// What is wrong, where, and what to do.
  package let description: String

  static func notATerminal(_ stream: String) -> TerminalError {
    TerminalError(
      description: "Standard \(stream) is not a terminal, so no screen can be shown there; "
        + "use ddor list, or start ddor without redirecting it.")
  }

  static let noType = TerminalError(
    description: "TERM is not set, so the terminal's type is not known; "
      + "set TERM to one of \(knownTypes), or use ddor list.")

  /// The name of a type in quotes, at most 40 of its scalars, with what is not ASCII escaped.
  private static func quoted(_ name: String) -> String {
    "\"" + name.unicodeScalars.prefix(40).map { $0.escaped(asASCII: true) }.joined() + "\""
  }

  static func unknownType(_ name: String) -> TerminalError {
    TerminalError(
      description: "The terminal type \(quoted(name)) is not known here; "
        + "set TERM to one of \(knownTypes), or use ddor list.")
  }

  static func incapableType(_ name: String) -> TerminalError {
    TerminalError(
      description: "A terminal of type \(quoted(name)) cannot show a screen; "
        + "use ddor list, or set TERM to one of \(knownTypes).")
  }

  static let noPipe = TerminalError(
    description: "No pipe could be opened; too many files may be open, see ulimit -n.")

  static let tooManyFiles = TerminalError(
    description: "No more files may be opened, so no screen can be shown; "
      + "raise the limit, see ulimit -n, or use ddor list.")

  private static let knownTypes = "xterm-256color, screen-256color, linux or vt100"
}
