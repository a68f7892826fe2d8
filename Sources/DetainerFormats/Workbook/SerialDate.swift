/// Dates as workbooks count them: days from 1900 or 1904, and a fraction for the time of day.
struct SerialDate {
  private let days: Int
  private let seconds: Int
  private let countsFrom1904: Bool

  /// Nil for a number that is not a date before the year 10000.
  init?(days: Int, seconds: Int, countsFrom1904: Bool) {
    let last = countsFrom1904 ? 2_957_003 : 2_958_465
    guard (0...last).contains(days) else { return nil }
    self.days = days
    self.seconds = seconds
    self.countsFrom1904 = countsFrom1904
  }

  /// Writes `2017-01-28`, with the time of day if there is one; a time alone has no day.
  func write(to output: inout ByteBuffer) {
    guard days > 0 || countsFrom1904 else { return writeTime(to: &output) }
    let (year, month, day) = civil
    write(year / 100, to: &output)
    write(year % 100, to: &output)
    output.append(UInt8(ascii: "-"))
    write(month, to: &output)
    output.append(UInt8(ascii: "-"))
    write(day, to: &output)
    guard seconds > 0 else { return }
    output.append(Byte.space)
    writeTime(to: &output)
  }

  private func writeTime(to output: inout ByteBuffer) {
    write(seconds / 3600, to: &output)
    output.append(UInt8(ascii: ":"))
    write(seconds / 60 % 60, to: &output)
    output.append(UInt8(ascii: ":"))
    write(seconds % 60, to: &output)
  }

  private func write(_ number: Int, to output: inout ByteBuffer) {
    output.append(UInt8(48 + number / 10))
    output.append(UInt8(48 + number % 10))
  }

  private var civil: (year: Int, month: Int, day: Int) {
    // Excel took over from Lotus that 1900 was a leap year; days before are one off from then on.
    if !countsFrom1904, days == 60 { return (1900, 2, 29) }
    // The number of the day counted from 0000-03-01, as in Howard Hinnant's civil_from_days.
    let z = days + (countsFrom1904 ? 695_361 : days < 60 ? 693_900 : 693_899)
    let era = z / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}
