/// What a cell of a release says, once blanks and redactions are taken out (reading rule 2).
enum CellRules {
  /// The value without needless spaces; empty for blanks and redaction markers.
  static func value(of text: String) -> String {
    let text = singleSpaced(text)
    return blanks.contains(text) || isRedacted(text) ? "" : text
  }

  private static let blanks: Set<String> = [
    "NA", "N/A", "n/a", "NULL", "null", "UNK", "UNKNOWN", "#N/A",
  ]

  /// Markers such as `(b)(6), (b)(7)(c)` and `b(7)(e)`: a `b`, in brackets or not, and a digit in
  /// brackets.
  static func isRedacted(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.contains(0x62) || bytes.contains(0x42) else { return false }
    for index in bytes.indices where bytes[index] | 0x20 == 0x62 {
      if index > 0, isLetter(bytes[index - 1]) { continue }
      var next = index + 1
      if next < bytes.count, bytes[next] == 0x29 { next += 1 }
      if next + 2 < bytes.count, bytes[next] == 0x28, (48...57).contains(bytes[next + 1]),
        bytes[next + 2] == 0x29
      {
        return true
      }
    }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// A whole number, also when it was written as `1.0`.
  static func number(_ text: String) -> Int? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let number = Int(first),
      parts.count == 1 || parts[1].allSatisfy({ $0 == "0" })
    else { return nil }
    return number
  }
}
