import CNcurses
import CSignals
import Screen

extension Terminal {
  /// Takes over the size the terminal has now; says whether it changed.
  mutating func adoptSize() -> Bool {
    guard let now = System.windowSize(System.standardOutput) else { return false }
    let size = Size(columns: now.columns, rows: now.rows)
    guard size != self.size else { return false }
    resizeterm(Int32(clamping: size.rows), Int32(clamping: size.columns))
    self.size = size
    shown = nil
    return true
  }

  /// Stops the process as the suspend key of the terminal does, and comes back with the screen.
  ///
  /// Events tell the loop afterwards: `continued`, and `resize` if the size is another.
  package mutating func suspend() {
    dropAnswer()
    groundAsked = nil
    leaveScreen()
    guard_stop()
    _ = guard_take_notices()
    enterScreen()
  }

  /// Draws the whole screen again, after other programs wrote on it.
  package mutating func redraw() {
    clearok(nc_physical_screen(), true)
    doupdate()
  }

  func leaveScreen() {
    if hasBracketedPaste { System.send(Capabilities.pasteOff, to: System.standardOutput) }
    endwin()
    System.send(Capabilities.belowScreen, to: System.standardOutput)
    guard_leave()
  }

  mutating func enterScreen() {
    guard_enter()
    // After endwin the next update sets the modes again; only then may the size change.
    redraw()
    if hasBracketedPaste { System.send(Capabilities.pasteOn, to: System.standardOutput) }
    pending.removeAll { $0 == .continued }
    pending.append(.continued)
    queueSize()
  }

  /// Queues a resize event if the size changed; only the last one counts.
  mutating func queueSize() {
    guard adoptSize() else { return }
    pending.removeAll { if case .resize = $0 { true } else { false } }
    pending.append(.resize(size))
  }

  /// Acts on the signals that arrived.
  mutating func takeNotices() {
    notices.drain()
    let arrived = guard_take_notices()
    func has(_ notice: Int) -> Bool { arrived & UInt32(notice) != 0 }
    if has(Int(GUARD_END_ASKED)) {
      pending = [.endAsked]
      return
    }
    if has(Int(GUARD_STOP_ASKED)) {
      suspend()
    } else if has(Int(GUARD_CONTINUED)) {
      // Stopped from outside: the shell has taken the terminal and may have changed its modes.
      endwin()
      enterScreen()
    }
    if has(Int(GUARD_RESIZED)) { queueSize() }
  }
}
