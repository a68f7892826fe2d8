extension Character {
  /// Whether this is one printable ASCII character.
  package var isPlainASCII: Bool {
    guard let value = asciiValue else { return false }
    // "\r\n" has an ASCII value too.
    return value >= 0x20 && value < 0x7F
  }
}

extension String {
  /// Whether every byte is a printable ASCII character, the common case that needs no care.
  package var isPrintableASCII: Bool {
    utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }
}
