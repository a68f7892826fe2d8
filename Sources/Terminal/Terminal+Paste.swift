import CNcurses

extension Terminal {
  /// Codes we give to the brackets of a paste, above all of ncurses' own.
  static let pasteStart: UInt32 = 0x7000
  static let pasteEnd: UInt32 = 0x7001

  /// Silence, in milliseconds, after which the end of a paste is not waited for.
  private static let pastePause = 300

  /// The pasted text up to its end.
  ///
  /// It is taken past ncurses, which reads a byte at a time and would take a long paste for long: of
  /// what is behind the first bracket it has read nothing.
  func readPaste() -> String {
    var paste = PastedBytes()
    var lastRead = System.milliseconds()
    while paste.room > 0 {
      let left = lastRead + Self.pastePause - System.milliseconds()
      switch System.wait(for: [System.standardInput], milliseconds: left) {
      case [.readable]:
        // What is there already needs no more asking.
        var there = max(1, System.available(System.standardInput))
        while there > 0, paste.room > 0 {
          guard let part = System.readBytes(System.standardInput, atMost: paste.room) else {
            return paste.text
          }
          paste.append(part)
          there -= part.count
        }
        lastRead = System.milliseconds()
      case [.gone]: return paste.text
      // A signal ends a wait early; only real silence counts.
      default: if left <= 0 { return paste.text }
      }
    }
    return paste.text
  }
}
