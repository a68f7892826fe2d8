import DetainerModel
import Text

/// What a cell of a release says, once blanks and redactions are taken out (reading rule 2).
enum CellRules {
  /// The value without needless spaces; empty for blanks and redaction markers.
  static func value(of text: String) -> String {
    let text = cleaned(text)
    return isBlank(text) || isRedacted(text) ? "" : text
  }

  /// The value as a field of text has it (reading rule 4, and releases.md on vocabularies).
  static func value(of text: String, in field: DetainerField) -> String {
    let value = value(of: text)
    switch field {
    case .threat: return number(value).map(String.init) ?? value
    case .crimeCode:
      // Four characters; spreadsheets take the leading zero off and other tools add a fraction.
      guard let code = number(value), (0...9999).contains(code) else { return value }
      return String(repeating: "0", count: max(0, 4 - "\(code)".utf8.count)) + "\(code)"
    case .liftReason: return liftReason(value)
    // A word for nothing elsewhere, but one of the three genders that the releases give.
    case .gender where cleaned(text) == "Unknown": return "Unknown"
    default: return value
    }
  }

  /// A lift reason without the full stop that some end it with, where the table of outcomes knows it
  /// so; empty where it is withheld.
  private static func liftReason(_ value: String) -> String {
    if withholds(value) { return "" }
    guard value.hasSuffix("."), case let reason = singleSpaced(String(value.dropLast())),
      Outcome.knows(liftReason: reason)
    else { return value }
    return reason
  }

  /// Whether a cleaned lift reason is withheld: by a marker, by a word, or by what is left of a
  /// marker whose parentheses were lost (reading rule 2).
  static func withholds(_ text: String) -> Bool {
    if isRedacted(text) { return true }
    let letters = text.lowercased().filter { $0.isLetter || $0.isNumber }
    if letters == "redacted" || letters == "withheld" { return true }
    if letters.utf8.count > 1, letters.allSatisfy({ $0 == "x" }) { return true }
    if letters.isEmpty { return text.contains("\u{2588}") }
    // Such as `b6 b7c`.
    let marks = letters.split(separator: "b", omittingEmptySubsequences: false)
    return marks.count > 1 && marks[0].isEmpty
      && marks.dropFirst().allSatisfy { mark in
        mark.first.map { ("0"..."9").contains($0) } == true && mark.count < 3
          && mark.dropFirst().allSatisfy { ("a"..."f").contains($0) }
      }
  }

  /// The lift reason that a code stands for, where the reason itself is blank or withheld.
  static func liftReason(ofCode text: String) -> String {
    switch liftReason(value(of: text)).uppercased() {
    case "": ""
    case "A": "Detainer Declined by LEA"
    case "B": "Booked into Detention"
    case let code: "Code \(code)"
    }
  }

  /// The text with one space for each run of them, none outside, and without marks that have no
  /// width.
  static func cleaned(_ text: String) -> String {
    var text = text
    if text.utf8.contains(where: { $0 >= 0x80 }) {
      text.unicodeScalars.removeAll { $0 == "\u{FEFF}" || $0 == "\u{200B}" }
      text = withoutCurledQuotes(text)
    }
    // A spreadsheet may write ="0999" so that its like reads a text.
    if text.hasPrefix("=\""), text.hasSuffix("\""), text.utf8.count > 2 {
      text = String(text.dropFirst(2).dropLast())
    }
    return singleSpaced(text)
  }

  /// A text without the quotes that word processors put around a cell in place of plain ones.
  private static func withoutCurledQuotes(_ text: String) -> String {
    let cell = singleSpaced(text)
    guard let first = cell.first, let last = cell.last, cell.count > 2 else { return text }
    switch (first, last) {
    case ("\u{201C}", "\u{201D}"), ("\u{201E}", "\u{201C}"), ("\u{2018}", "\u{2019}"),
      ("\u{201D}", "\u{201D}"):
      return String(cell.dropFirst().dropLast())
    default: return text
    }
  }

  /// Whether a cleaned text is empty or one of the words for nothing, of the releases and of the
  /// programs that write tables.
  static func isBlank(_ text: String) -> Bool {
    text.utf8.count <= 7 && blanks.contains(text.lowercased()) || isSpreadsheetError(text)
  }

  private static let blanks: Set<String> = [
    "", "na", "n/a", "<na>", "nan", "nat", "null", "(null)", "none", "\\n", "unk",
    "unknown",
  ]

  /// Whether a cleaned text is what spreadsheets show where a formula has no value.
  static func isSpreadsheetError(_ text: String) -> Bool {
    text.utf8.first == UInt8(ascii: "#") && errors.contains(text.uppercased())
  }

  /// Whether a cell, as it stands in the file, may be such an error once it is cleaned: by its first
  /// byte, which may begin a space, a mark without width, or `="`.
  @inline(__always)
  static func mayBeSpreadsheetError(_ cell: UnsafeRawBufferPointer) -> Bool {
    guard let first = cell.first else { return false }
    return first == UInt8(ascii: "#") || first == UInt8(ascii: "=") || first <= Byte.space
      || first >= 0x80
  }

  /// What stands for a cell whose formula no program has calculated.
  static let uncalculated = "#UNCALCULATED!"

  private static let errors: Set<String> = [
    uncalculated,
    "#N/A", "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#GETTING_DATA", "#SPILL!",
    "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#BUSY!", "#UNKNOWN!", "#EXTERNAL!", "#PYTHON!",
  ]

  /// Markers such as `(b)(6), (b)(7)(c)` and `b(7)(e)`, anywhere in the text: what
  /// `\(?b\)?\([0-9]\)` matches, and `(b) (6)` with a space.
  static func isRedacted(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      for index in bytes.indices where bytes[index] | 0x20 == 0x62 {
        var next = index + 1
        if next < bytes.count, bytes[next] == 0x29 {
          next += 1
          if next < bytes.count, bytes[next] == Byte.space { next += 1 }
        }
        if next + 2 < bytes.count, bytes[next] == 0x28, (0x30...0x39).contains(bytes[next + 1]),
          bytes[next + 2] == 0x29
        {
          return true
        }
      }
      return false
    }
  }

  /// What a cell says of how many there are.
  enum Count {
    /// A number that counts.
    case known(Int)
    /// A number that no count can be: negative, or above the bound of the model.
    case outOfRange
    /// Nothing, or words.
    case none
  }

  /// A count within the bound of the model, by which no sum of counts overflows.
  static func count(_ text: String) -> Count {
    if let number = number(text) {
      return CountBound.range.contains(number) ? .known(number) : .outOfRange
    }
    // Longer than an Int, or with an exponent: still a number, but no count.
    guard text.utf8.count <= 400, text.utf8.contains(where: { (48...57).contains($0) }),
      let size = Double(String(text.filter { $0 != "," }))
    else { return .none }
    let most = Double(CountBound.range.upperBound)
    return size < 0 || size > most ? .outOfRange : .none
  }

  /// A whole number, also when it was written as `1.0` or `1,234` (reading rule 4).
  static func number(_ text: String) -> Int? {
    if let number = Int(text) { return number }
    guard text.utf8.contains(where: { ".,".utf8.contains($0) }) else { return nil }
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count == 1 || parts[1].allSatisfy({ $0 == "0" }) else {
      return nil
    }
    let groups = first.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1 else { return Int(first) }
    let isGrouped =
      (1...3).contains(groups[0].utf8.count)
      && groups.dropFirst().allSatisfy { $0.utf8.count == 3 && Int($0) != nil }
    return isGrouped ? Int(groups.joined()) : nil
  }

  /// Whether a cell says yes, as the marks of likely duplicates do.
  static func isTrue(_ text: String) -> Bool { truth(text) == true }

  /// What a cell says to a question; nil where that is neither yes nor no.
  static func truth(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "t", "yes", "y": true
    case "false", "f", "no", "n": false
    default:
      switch number(text) {
      case 1: true
      case 0: false
      default: nil
      }
    }
  }
}
