import DetainerModel

/// Reads the dates of the releases (reading rule 3).
enum DateReader {
  /// What a date cell says.
  enum Result: Equatable {
    case day(Day)
    case blank
    case unreadable
  }

  /// Reads a cell: ISO, American, `12MAR08` or an Excel serial number, with or without a time of
  /// day.
  static func read(_ text: String, countsFrom1904: Bool = false) -> Result {
    let text = CellRules.value(of: text)
    if text.isEmpty { return .blank }
    let date = text.split(whereSeparator: { $0 == " " || $0 == "T" }).first ?? ""
    if let day = iso(date) ?? american(date) ?? military(
      String(text.prefix { $0 != " " && $0 != ":" })) ?? serial(text, countsFrom1904)
    {
      return .day(day)
    }
    return .unreadable
  }

  /// The fast path: exactly `2017-01-28`.
  @inline(__always)
  static func isoDay(_ bytes: UnsafeRawBufferPointer) -> Day? {
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    var digits: (Int, Int, Int) = (0, 0, 0)
    for index in 0..<10 where index != 4 && index != 7 {
      let digit = Int(bytes[index]) - 48
      guard digit >= 0, digit <= 9 else { return nil }
      if index < 4 {
        digits.0 = digits.0 * 10 + digit
      } else if index < 7 {
        digits.1 = digits.1 * 10 + digit
      } else {
        digits.2 = digits.2 * 10 + digit
      }
    }
    return Day(year: digits.0, month: digits.1, day: digits.2)
  }

  private static func iso(_ text: Substring) -> Day? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, let year = number(parts[0]),
      let month = number(parts[1]), let day = number(parts[2])
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// Month first; a year of two digits is read as one of this or the last century.
  private static func american(_ text: Substring) -> Day? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, let month = number(parts[0]), let day = number(parts[1]),
      let year = number(parts[2])
    else { return nil }
    return Day(year: parts[2].utf8.count == 2 ? century(year) : year, month: month, day: day)
  }

  private static func military(_ text: String) -> Day? {
    let bytes = Array(text.utf8)
    guard bytes.count == 7 || bytes.count == 9,
      let day = number(text.prefix(2)), let year = number(text.dropFirst(5)),
      let month = months.firstIndex(of: text.dropFirst(2).prefix(3).uppercased())
    else { return nil }
    return Day(year: bytes.count == 7 ? century(year) : year, month: month + 1, day: day)
  }

  /// Days since 1899-12-30, as Excel counts them, or since 1904-01-01; a fraction is a time of day.
  private static func serial(_ text: String, _ countsFrom1904: Bool) -> Day? {
    let whole = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let days = number(whole[0]).map({ $0 + (countsFrom1904 ? 1462 : 0) }),
      (20_000...65_000).contains(days),
      whole.count == 1 || number(whole[1]) != nil
    else { return nil }
    return Day(packed: UInt16(days - 1))
  }

  private static func century(_ year: Int) -> Int { year < 70 ? 2000 + year : 1900 + year }

  private static func number(_ text: some StringProtocol) -> Int? {
    !text.isEmpty && text.utf8.count < 16 && text.utf8.allSatisfy { (48...57).contains($0) }
      ? Int(text) : nil
  }

  private static let months = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
  ]
}
