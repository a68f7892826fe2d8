import DetainerModel

/// Reads the dates of the releases (reading rule 3).
enum DateReader {
  /// What a date cell says.
  enum Result: Equatable {
    case day(Day)
    case blank
    /// A number of days from a day that is not said: as Stata counts them, and as Excel would.
    case dayNumber(stata: Day, excel: Day)
    case unreadable
  }

  /// Reads a cell: ISO, American, `12MAR08`, `Mar 12 2008`, `20080312` or an Excel serial number,
  /// with or without a time of day; day 0 of the numbers is 1904-01-01 in some workbooks.
  /// - Parameter takesNumbers: whether a bare whole number may be a date.
  static func read(
    _ text: String, countsFrom1904: Bool = false, takesNumbers: Bool = true
  ) -> Result {
    let text = CellRules.value(of: text)
    if text.isEmpty { return .blank }
    let number = CellRules.number(text)
    if number != nil, !takesNumbers { return .unreadable }
    var scanner = DateScanner(Array(text.utf8), countsFrom1904: countsFrom1904)
    if let day = scanner.day() { return .day(day) }
    // Detainers have been released from 2002 on: what Excel would take for an earlier day are days
    // since 1960 or 1970, as other programs count them.
    guard let number, (10_000..<firstSerial).contains(number) else { return .unreadable }
    return .dayNumber(
      stata: Day(packed: UInt16(number + 21_915)), excel: Day(packed: UInt16(number - 1)))
  }
}

extension DateReader {
  /// The day of a date such as `13/04/2016`, which stands where the month is read; nil for others.
  static func dayInPlaceOfMonth(_ text: String) -> Int? {
    let date = CellRules.cleaned(text).prefix { $0 != " " }
    let parts = date.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "-" }
    guard parts.count == 3, [2, 4].contains(parts[2].utf8.count), Int(parts[2]) != nil,
      let day = Int(parts[0]), let month = Int(parts[1]), (13...31).contains(day),
      (1...12).contains(month)
    else { return nil }
    return day
  }
}

/// 2000-01-01 as Excel counts days.
private let firstSerial = 36_526

/// Takes a date apart from left to right.
private struct DateScanner {
  private let bytes: [UInt8]
  private let countsFrom1904: Bool
  private var position = 0

  /// A run of digits: its value and how many there are.
  private typealias Number = (value: Int, digits: Int)

  init(_ bytes: [UInt8], countsFrom1904: Bool) {
    self.bytes = bytes
    self.countsFrom1904 = countsFrom1904
  }

  /// The day, if the whole text is a date with at most a time behind it.
  mutating func day() -> Day? {
    guard let first = number() else { return monthFirst() }
    if first.digits <= 2, let month = month() { return dayFirst(first, month: month) }
    guard let separator = next, separator == UInt8(ascii: "/") || separator == UInt8(ascii: "-")
    else { return plain(first) }
    position += 1
    if first.digits <= 2, let month = month() { return dayFirst(first, month: month) }
    guard let second = number(), second.digits <= 2, next == separator else { return nil }
    position += 1
    guard let third = number() else { return nil }
    if first.digits == 4 {
      return third.digits > 2 ? nil : day(first, month: second.value, third)
    }
    // Month first, as in America; with hyphens only when the year cannot be anything else.
    guard first.digits <= 2, separator == UInt8(ascii: "/") || third.digits == 4 else { return nil }
    return day(third, month: first.value, second)
  }

  /// `12MAR08`, `12-MAR-2008`, `12 March 2008`, once the month is read.
  private mutating func dayFirst(_ day: Number, month: Int) -> Day? {
    if let next, next == UInt8(ascii: "-") || next == UInt8(ascii: "/") || next == Byte.space {
      position += 1
    }
    return number().flatMap { self.day($0, month: month, day) }
  }

  /// `Mar 12 2008 12:00AM`, as some databases write.
  private mutating func monthFirst() -> Day? {
    guard let month = month(), let day = number(), day.digits <= 2 else { return nil }
    if next == Byte.comma { position += 1 }
    if next == Byte.space { position += 1 }
    return number().flatMap { self.day($0, month: month, day) }
  }

  /// A number alone: `20080312`, or days since 1899-12-30 as Excel counts them, where a fraction
  /// is a time of day.
  private mutating func plain(_ whole: Number) -> Day? {
    if next == UInt8(ascii: ".") {
      position += 1
      guard number() != nil else { return nil }
    }
    if whole.digits == 8 {
      return day(
        (whole.value / 10_000, 4), month: whole.value / 100 % 100, (whole.value % 100, 2))
    }
    let serial = whole.value + (countsFrom1904 ? 1462 : 0)
    guard position == bytes.count, (firstSerial...65_000).contains(serial) else { return nil }
    return Day(packed: UInt16(serial - 1))
  }

  /// A year of two digits is one of this or the last century (reading rule 3); of four it is what
  /// it says, so that the year 0002 is not one.
  private func day(_ year: Number, month: Int, _ day: Number) -> Day? {
    guard year.digits == 2 || year.digits == 4, day.digits <= 2, isTimeOrNothing else { return nil }
    let century = year.digits == 4 ? 0 : year.value < 70 ? 2000 : 1900
    return Day(year: century + year.value, month: month, day: day.value)
  }

  /// Whether nothing is left but a time of day and its offset.
  private var isTimeOrNothing: Bool {
    guard let next else { return true }
    guard next == Byte.space || next == UInt8(ascii: "T") || next == UInt8(ascii: ":") else {
      return false
    }
    let rest = bytes[(position + 1)...]
    guard let first = rest.first, isDigit(first) else { return false }
    return rest.allSatisfy {
      isDigit($0) || " :.,+-APMTZUC".utf8.contains($0 & ~(($0 & 0x40) >> 1))
    }
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func number() -> Number? {
    let start = position
    var value = 0
    while let next, isDigit(next) {
      // Beyond nine digits only the length matters, as in the fraction of a day.
      if position - start < 9 { value = value * 10 + Int(next - 48) }
      position += 1
    }
    return position == start ? nil : (value, position - start)
  }

  /// A month by its name or first three letters, with a space or point around it.
  private mutating func month() -> Int? {
    let start = position
    if next == Byte.space { position += 1 }
    let name = bytes[position...].prefix { (0x61...0x7A).contains($0 | 0x20) }.map { $0 | 0x20 }
    guard name.count >= 3,
      let month = Self.months.firstIndex(where: { $0.utf8.starts(with: name) })
    else {
      position = start
      return nil
    }
    position += name.count
    if next == UInt8(ascii: ".") { position += 1 }
    if next == Byte.space { position += 1 }
    return month + 1
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
