import CNcurses
import CSignals
import Glibc
import Screen

/// The screen and keyboard of a real terminal, from `init` to `close`.
///
/// There can be one at a time. Whatever ends the process in between, the terminal is given back.
package struct Terminal: ~Copyable {
  /// Columns and rows; an `Event.resize` tells when they change.
  package internal(set) var size: Size
  /// Whether canvases are shown in ASCII.
  package let isASCII: Bool
  /// Whether that is because the system has no locale for what the user has asked for.
  package let isWithoutLocale: Bool

  let screen: OpaquePointer
  let notices: Wakeup
  let hasBracketedPaste: Bool
  let depth: ColourDepth
  var palette: Palette
  /// Where and when a button was pressed last.
  var lastPress: (place: Point, time: Int)?
  /// When the terminal was asked for its background; nil once it has answered.
  var groundAsked: Int?
  /// Whether it was ever asked: an answer that comes late is not for the keys either.
  var hasAskedForGround = false
  /// Whether the last key was an Escape, which may have been the beginning of the answer.
  var isBehindEscape = false
  /// Events that are due before any key.
  var pending: [Event] = []
  /// The last picture shown, to skip identical ones.
  var shown: Canvas?
  var isGone = false
  var fruitlessReads = 0

  /// Takes the terminal; throws before anything is drawn if it cannot show a screen.
  ///
  /// - Parameters:
  ///   - theme: the colours by the background; the terminal is asked for that unless the ground is
  ///     given.
  ///   - ground: the background, where the user names it.
  ///   - mouse: whether the mouse is asked for.
  ///   - ascii: overrides what the locale says.
  ///   - escapeDelay: how long, in milliseconds, the rest of a key's sequence may take.
  ///   - locales: directories in which C.UTF-8 may lie where the system has no locale.
  package init(
    theme: Theme.Kind = .plain, ground: Ground? = nil, mouse: Bool = false,
    ascii: Bool? = nil, escapeDelay: Int = 25,
    locales: [String] = []
  ) throws(TerminalError) {
    let isUTF8 = System.useLocale(elseIn: locales)
    let name = try Capabilities.check()
    let notices = try Wakeup()
    let hasBracketedPaste = Capabilities.hasBracketedPaste(name)
    let screen = try Self.takeScreen(
      name, notices: notices,
      restore: (mouse ? Self.mouseOff : "")
        + Capabilities.restoreText(bracketedPaste: hasBracketedPaste))
    Self.setModes(escapeDelay: escapeDelay)
    Self.nameKeys()
    if mouse { Self.askForMouse() }
    isASCII = ascii ?? !isUTF8
    isWithoutLocale = ascii == nil && !isUTF8 && System.wantsUTF8
    self.screen = screen
    self.notices = notices
    self.hasBracketedPaste = hasBracketedPaste
    depth = Palette.depth()
    let guess = ground ?? Ground(environment: System.variable("COLORFGBG"))
    palette = Palette(.of(theme, on: guess), depth: depth)
    size = Size(columns: Int(nc_columns()), rows: Int(nc_rows()))
    if hasBracketedPaste { System.send(Capabilities.pasteOn, to: System.standardOutput) }
    _ = adoptSize()
    if ground == nil, theme != .mono, depth != .mono { askForGround() }
  }

  /// The columns of the terminal that standard output is, if it is one.
  package static var columns: Int? { System.windowSize(System.standardOutput)?.columns }

  /// Takes the keys from the terminal itself where standard input has been used for something else.
  package static func takeKeysFromTerminal() { System.reopenStandardInput() }

  /// Ends the process by the signal that asked it to end, if one did.
  package static func endBySignal() {
    let number = guard_end_asked()
    guard number != 0 else { return }
    alarm(0)
    signal(number, SIG_DFL)
    raise(number)
  }

  /// Gives the terminal back; not calling it does the same at the end of the value's life.
  package consuming func close() {}

  deinit {
    dropAnswer()
    leaveScreen()
    guard_remove()
    delscreen(screen)
  }

  private static func takeScreen(
    _ name: String, notices: Wakeup, restore: String
  ) throws(TerminalError) -> OpaquePointer {
    // Before newterm, which leaves alone the signals that someone handles already.
    guard guard_install(System.standardOutput, notices.writeEnd) == 0 else {
      throw .notATerminal("output")
    }
    guard_set_restore(restore, restore.utf8.count)
    guard_enter()
    guard let screen = nc_newterm() else {
      guard_remove()
      if !System.canOpenFiles { throw .tooManyFiles }
      throw .unknownType(name)
    }
    return screen
  }

  private static func setModes(escapeDelay: Int) {
    set_escdelay(Int32(clamping: max(0, escapeDelay)))
    // All keys are ours, C-c, C-z and C-s too.
    raw()
    noecho()
    nonl()
    keypad(nc_screen(), true)
    nodelay(nc_screen(), true)
    intrflush(nc_screen(), false)
    scrollok(nc_screen(), false)
    leaveok(nc_screen(), false)
  }
}
