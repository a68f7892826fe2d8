import CNcurses
import Screen

extension Key {
  /// The key for a character read, nil for what is none.
  init?(character value: UInt32) {
    guard let scalar = Unicode.Scalar(value) else { return nil }
    switch value {
    case 0x09: self = .tab
    case 0x0D: self = .enter
    case 0x1B: self = .escape
    case 0x08, 0x7F: self = .backspace
    case 0..<0x20:
      // Control clears the bits above: C-a is 1, C-@ is 0.
      let letter = Character(Unicode.Scalar(UInt8(value + 0x40)))
      self = .control(Character(letter.lowercased()))
    case 0x80..<0xA0: return nil
    default: self = .character(Character(scalar))
    }
  }

  /// The key for an ncurses code, nil for one nobody binds.
  init?(code: Int32) {
    if let key = Self.codes[code] {
      self = key
    } else if (1...63).contains(code - KEY_F0) {
      self = .function(Int(code - KEY_F0))
    } else {
      return nil
    }
  }

  private static let codes: [Int32: Key] = [
    KEY_ENTER: .enter, KEY_BTAB: .backTab, KEY_BACKSPACE: .backspace, KEY_DC: .delete,
    KEY_IC: .insert, KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right,
    KEY_SR: .up, KEY_SF: .down, KEY_SLEFT: .left, KEY_SRIGHT: .right,
    KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_HOME: .home, KEY_END: .end,
    KEY_FIND: .home, KEY_SELECT: .end, KEY_SHOME: .home, KEY_SEND: .end,
    KEY_A1: .home, KEY_A3: .pageUp, KEY_C1: .end, KEY_C3: .pageDown,
  ]
}
