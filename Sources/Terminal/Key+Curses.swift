import CNcurses
import Screen

extension Key {
  /// The key for a character read, nil for what is not a key.
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

extension Terminal {
  /// Teaches ncurses the brackets around a paste, and keys under the names most terminals send.
  ///
  /// What TERM says is often not quite what the keyboard does, in tmux and over ssh above all; a
  /// sequence the terminal database knows keeps its meaning.
  static func nameKeys() {
    define_key("\u{1B}[200~", Int32(pasteStart))
    define_key("\u{1B}[201~", Int32(pasteEnd))
    for (sequence, code) in commonSequences where key_defined("\u{1B}" + sequence) == 0 {
      define_key("\u{1B}" + sequence, code)
    }
  }

  private static let commonSequences: [(String, Int32)] = [
    ("[A", KEY_UP), ("[B", KEY_DOWN), ("[C", KEY_RIGHT), ("[D", KEY_LEFT),
    ("OA", KEY_UP), ("OB", KEY_DOWN), ("OC", KEY_RIGHT), ("OD", KEY_LEFT),
    ("[H", KEY_HOME), ("OH", KEY_HOME), ("[1~", KEY_HOME), ("[7~", KEY_HOME),
    ("[F", KEY_END), ("OF", KEY_END), ("[4~", KEY_END), ("[8~", KEY_END),
    ("[2~", KEY_IC), ("[3~", KEY_DC), ("[5~", KEY_PPAGE), ("[6~", KEY_NPAGE),
    ("[Z", KEY_BTAB), ("OM", KEY_ENTER),
    ("OP", KEY_F0 + 1), ("OQ", KEY_F0 + 2), ("OR", KEY_F0 + 3), ("OS", KEY_F0 + 4),
    ("[11~", KEY_F0 + 1), ("[12~", KEY_F0 + 2), ("[13~", KEY_F0 + 3), ("[14~", KEY_F0 + 4),
    ("[15~", KEY_F0 + 5), ("[17~", KEY_F0 + 6), ("[18~", KEY_F0 + 7), ("[19~", KEY_F0 + 8),
    ("[20~", KEY_F0 + 9), ("[21~", KEY_F0 + 10), ("[23~", KEY_F0 + 11), ("[24~", KEY_F0 + 12),
  ]
}
