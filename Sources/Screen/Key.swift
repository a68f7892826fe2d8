/// A key as the terminal reports it.
public enum Key: Hashable, Sendable {
  /// A key that types a character, Space included.
  case character(Character)
  /// Control with a lower-case letter or one of `@[\]^_`.
  ///
  /// Terminals cannot tell C-i from Tab, C-m from Enter, C-h from Backspace and C-[ from Escape, so
  /// those arrive under the latter names.
  case control(Character)
  /// Enter or Return.
  case enter
  /// Escape.
  case escape
  /// Tab.
  case tab
  /// Shift and Tab.
  case backTab
  /// The key that deletes to the left.
  case backspace
  /// The key that deletes to the right.
  case delete
  /// Insert.
  case insert
  /// The arrow up.
  case up
  /// The arrow down.
  case down
  /// The arrow to the left.
  case left
  /// The arrow to the right.
  case right
  /// Page up.
  case pageUp
  /// Page down.
  case pageDown
  /// Home.
  case home
  /// End.
  case end
  /// A function key by its number, from 1.
  case function(Int)
}
