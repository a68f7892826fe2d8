/// Something the terminal or the world has to say to the loop.
package enum Event: Equatable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The mouse was used, where that was asked for.
  case mouse(Mouse)
  /// A text was pasted; it may hold newlines and is not sanitised.
  case paste(String)
  /// The screen has a new size.
  case resize(Size)
  /// The terminal has told its background.
  case ground(Ground)
  /// A worker rang.
  case wake
  /// A signal asks the program to end (SIGTERM, SIGHUP).
  case endAsked
  /// The process was stopped and runs again; the screen has been redrawn.
  case continued
  /// The terminal is gone; nothing can be shown or read any more.
  case hangup
  /// The time asked for has passed.
  case timeout
}
