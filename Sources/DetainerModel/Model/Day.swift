/// A calendar day, packed into two bytes: 1 is 1900-01-01, 0 is not known.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1899-12-31; 0 means that the day is not known.
  public let packed: UInt16

  /// The day that is not known.
  public static let none = Day(packed: 0)
  /// The first day that can be stored.
  public static let first = Day(packed: 1)
  /// The last day that can be stored, 2079-06-05.
  public static let last = Day(packed: .max)

  /// Unpacks a stored day.
  public init(packed: UInt16) { self.packed = packed }

  /// Makes a day of the proleptic Gregorian calendar; nil when there is none or it cannot be
  /// stored.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...2079).contains(year), (1...12).contains(month),
      day >= 1, day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    let number = Day.daysFromCivil(year, month, day) - Day.origin
    guard let packed = UInt16(exactly: number) else { return nil }
    self.packed = packed
  }

  /// Whether the day is known.
  public var isKnown: Bool { packed != 0 }

  /// Year, month and day of the month.
  public var civil: (year: Int, month: Int, day: Int) {
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": civil_from_days.
    let z = Int(packed) + Day.origin + 719_468
    let era = z / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The day as `2017-01-28`; empty when it is not known.
  public var iso: String {
    guard isKnown else { return "" }
    let (year, month, day) = civil
    return "\(year)-\(twoDigits(month))-\(twoDigits(day))"
  }

  /// Reads what ``iso`` writes.
  package init?(iso text: String) {
    var text = text
    guard let day = text.withUTF8({ Day(iso: UnsafeRawBufferPointer($0)) }) else { return nil }
    self = day
  }

  /// Reads the bytes that ``iso`` writes.
  package init?(iso text: UnsafeRawBufferPointer) {
    guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-") else {
      return nil
    }
    var number = 0
    for (place, byte) in text.enumerated() where place != 4 && place != 7 {
      guard case 0x30...0x39 = byte else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// The day so many days later; not known when that cannot be stored.
  public func adding(_ days: Int) -> Day {
    guard isKnown, let packed = UInt16(exactly: Int(packed) + days), packed > 0 else {
      return .none
    }
    return Day(packed: packed)
  }

  /// Days from another day to this one.
  public func days(since other: Day) -> Int { Int(packed) - Int(other.packed) }

  /// Orders days by the calendar; a day that is not known comes first.
  public static func < (a: Day, b: Day) -> Bool { a.packed < b.packed }

  /// How many days a month has.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The number of 1899-12-31 counted from 1970-01-01.
  private static let origin = -25_568

  private static func daysFromCivil(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

/// A number of at most two digits, with a leading zero where it has one.
func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
