import CNcurses
import Screen

extension Terminal {
  /// Two presses at one place within so many milliseconds are a double one.
  private static let doubleTime = 400

  static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"

  /// Lets the terminal tell of the mouse; it then marks no text itself, unless Shift is held.
  static func askForMouse() {
    mousemask(nc_mouse, nil)
    // A press is told at once, and not held back for what might become a click.
    mouseinterval(0)
  }

  /// What was done with the mouse; nil for what nobody asked for.
  mutating func takeMouse() -> Event? {
    var event = MEVENT()
    guard getmouse(&event) == OK else { return nil }
    let place = Point(x: Int(event.x), y: Int(event.y))
    if event.bstate & nc_wheel_up != 0 { return .mouse(Mouse(.wheelUp, at: place)) }
    if event.bstate & nc_wheel_down != 0 { return .mouse(Mouse(.wheelDown, at: place)) }
    guard event.bstate & nc_press != 0 else { return nil }
    let now = System.milliseconds()
    let isDouble = lastPress.map { $0.place == place && now - $0.time <= Self.doubleTime } ?? false
    lastPress = isDouble ? nil : (place, now)
    return .mouse(Mouse(isDouble ? .doublePress : .press, at: place))
  }
}
