import CNcurses
import Screen

extension Terminal {
  /// Waits for the next event; a timeout, in milliseconds, gives `Event.timeout`.
  ///
  /// After `Event.hangup` every call returns it at once, so the caller has to end.
  package mutating func nextEvent(
    wakeup: Wakeup, timeoutMilliseconds: Int? = nil
  ) -> Event {
    let deadline = timeoutMilliseconds.map { System.milliseconds() + $0 }
    while true {
      if isGone { return .hangup }
      if !pending.isEmpty { return pending.removeFirst() }
      // ncurses may hold keys it has read already, which poll knows nothing of.
      if let event = readEvent() { return event }
      if !pending.isEmpty { continue }

      let left = deadline.map { $0 - System.milliseconds() }
      let ready = System.wait(
        for: [System.standardInput, notices.readEnd, wakeup.readEnd], milliseconds: left)
      if ready[1] == .readable { takeNotices() }
      noteInput(ready[0])
      if ready[2] == .readable {
        wakeup.drain()
        return .wake
      }
      if let left, left <= 0, ready.allSatisfy({ $0 == .idle }) { return .timeout }
    }
  }

  /// Finds out whether the terminal is gone; ncurses reports that like "no key".
  private mutating func noteInput(_ readiness: System.Readiness) {
    switch readiness {
    case .idle:
      fruitlessReads = 0
    case .gone:
      isGone = true
    case .readable:
      // Readable without a byte is the end of the input. Bytes that can never be read, as in a
      // background group nobody will continue, show by the count.
      fruitlessReads += 1
      isGone = System.available(System.standardInput) == 0 || fruitlessReads > 100
    }
  }

  /// The next event ncurses has, nil if there is none now.
  private mutating func readEvent() -> Event? {
    while true {
      var value: UInt32 = 0
      switch nc_read(&value) {
      case OK:
        fruitlessReads = 0
        let mayAnswer = isBehindEscape
        isBehindEscape = false
        switch Key(character: value) {
        case .escape: if let event = takeAnswer() { return event }
        case .character(GroundAnswer.first) where mayAnswer:
          if let event = takeAnswerBehindEscape() { return event }
        case let key?: return .key(key)
        case nil: break
        }
      case KEY_CODE_YES:
        fruitlessReads = 0
        if Int32(bitPattern: value) == KEY_MOUSE {
          if let event = takeMouse() { return event }
          continue
        }
        if value == Self.pasteStart { return .paste(readPaste()) }
        if let key = Key(code: Int32(bitPattern: value)) { return .key(key) }
      default:
        return nil
      }
    }
  }
}
