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
    utf8.withContiguousStorageIfAvailable { bytes in
      var isOther: UInt8 = 0
      // 0x20...0x7E are the 95 that come first when 0x20 is taken away.
      for byte in bytes { isOther |= byte &- 0x20 < 95 ? 0 : 1 }
      return isOther == 0
    } ?? utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }
}
