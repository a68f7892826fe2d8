import CNcurses
import Screen

extension Terminal {
  /// Codes we give to the brackets of a paste, above all of ncurses' own.
  static let pasteStart: UInt32 = 0x7000
  static let pasteEnd: UInt32 = 0x7001

  /// Bytes kept of one paste; the rest is read and dropped.
  private static let longestPaste = 1 << 20
  /// Bytes after which even a paste without an end is over.
  private static let endlessPaste = 1 << 24
  /// Silence, in milliseconds, after which the end of a paste is not waited for.
  private static let pastePause: Int32 = 300

  /// The pasted text up to its end; control characters but tab and newline are dropped.
  func readPaste() -> String {
    // Blocking reads here: a character whose bytes arrive in two parts stays whole.
    wtimeout(nc_screen(), Self.pastePause)
    defer { nodelay(nc_screen(), true) }
    var text = String.UnicodeScalarView()
    var length = 0
    var lastRead = System.milliseconds()
    while length < Self.endlessPaste {
      var value: UInt32 = 0
      switch nc_read(&value) {
      case OK:
        lastRead = System.milliseconds()
        guard let scalar = Self.pasted(value) else { break }
        length += UTF8.width(scalar)
        if length <= Self.longestPaste { text.append(scalar) }
      case KEY_CODE_YES:
        lastRead = System.milliseconds()
        if value == Self.pasteEnd { return String(text) }
        if value == UInt32(KEY_ENTER) { text.append("\n") }
        length += 1
      default:
        // A signal ends a read early; only real silence, or the end of the input, counts.
        let silence = System.milliseconds() - lastRead
        let isEnded = System.wait(for: [System.standardInput], milliseconds: 0) == [.gone]
        if isEnded || silence >= Int(Self.pastePause) { return String(text) }
      }
    }
    return String(text)
  }

  private static func pasted(_ value: UInt32) -> Unicode.Scalar? {
    switch value {
    case 0x09, 0x0A: Unicode.Scalar(value)
    case 0x0D: "\n"
    case 0..<0x20, 0x7F..<0xA0: nil
    default: Unicode.Scalar(value)
    }
  }
}
