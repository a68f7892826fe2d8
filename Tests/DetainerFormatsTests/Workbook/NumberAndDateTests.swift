import Testing

@testable import DetainerFormats

@Suite struct NumberAndDateTests {
  @Test(arguments: [
    ("42000", "42000"), ("42000.0", "42000"), ("1.5E3", "1500"), ("1.5e+3", "1500"),
    ("1.25E-3", "0.00125"), ("-0.50", "-0.5"), ("-0", "0"), ("0.0", "0"), (".5", "0.5"),
    ("5.", "5"), ("+7.1", "7.1"), ("0.30000000000000004", "0.3"), ("1.1000000000000001", "1.1"),
    ("9.9999999999999999", "10"), ("12345678901234567", "12345678901234567"),
    ("123456789012345678.5", "123456789012345679"), ("1E2", "100"), ("0.1E1", "1"),
    ("120E-1", "12"), ("1E-20", "0.00000000000000000001"),
  ])
  func numbersAreWrittenPlainly(_ text: String, _ plain: String) throws {
    let number = try #require(Array(text.utf8).withUnsafeBytes { PlainNumber($0) })
    var output = ByteBuffer()
    number.write(to: &output)
    #expect(String(decoding: output.bytes, as: UTF8.self) == plain)
  }

  @Test(arguments: [
    "", ".", "-", "abc", "1.2.3", "1E", "1E999", "0x10", "1 2", "NaN", "1e99999999999999999999",
  ])
  func whatIsNoNumberStaysAsItIs(_ text: String) {
    #expect(Array(text.utf8).withUnsafeBytes { PlainNumber($0) } == nil)
  }

  @Test(arguments: [
    (0, 0, false, "00:00:00"), (1, 0, false, "1900-01-01"), (59, 0, false, "1900-02-28"),
    (60, 0, false, "1900-02-29"), (61, 0, false, "1900-03-01"), (36_526, 0, false, "2000-01-01"),
    (36_584, 3_661, false, "2000-02-28 01:01:01"), (42_763, 0, false, "2017-01-28"),
    (2_958_465, 86_399, false, "9999-12-31 23:59:59"), (0, 0, true, "1904-01-01"),
    (60, 0, true, "1904-03-01"), (41_301, 1, true, "2017-01-28 00:00:01"),
    (2_957_003, 0, true, "9999-12-31"),
  ])
  func daysBecomeDates(_ days: Int, _ seconds: Int, _ from1904: Bool, _ text: String) throws {
    let date = try #require(SerialDate(days: days, seconds: seconds, countsFrom1904: from1904))
    var output = ByteBuffer()
    date.write(to: &output)
    #expect(String(decoding: output.bytes, as: UTF8.self) == text)
  }

  @Test func thereIsNoDayAfterTheLast() {
    #expect(SerialDate(days: 2_958_466, seconds: 0, countsFrom1904: false) == nil)
    #expect(SerialDate(days: 2_957_004, seconds: 0, countsFrom1904: true) == nil)
  }

  @Test(arguments: [
    ("42763.25", 42_763, 21_600), ("42763.999999999", 42_764, 0), ("0.5", 0, 43_200),
    ("4.27635E4", 42_763, 43_200), ("0.001", 0, 86), ("42763.0000115741", 42_763, 1),
  ])
  func aFractionIsATimeOfDayToTheSecond(_ text: String, _ days: Int, _ seconds: Int) {
    let found = Array(text.utf8).withUnsafeBytes { PlainNumber($0)?.daysAndSeconds }
    #expect(found?.days == days && found?.seconds == seconds)
  }

  @Test(arguments: [
    "yyyy-mm-dd", "m/d/yy", "[$-409]d-mmm-yy;@", "h:mm AM/PM", "[h]:mm:ss", "mm:ss.0", "YYYY",
    "\"day \"d", "_(d_)", "[Red]yyyy",
  ])
  func lettersOfDatesMakeADateFormat(_ code: String) {
    #expect(CellStyles.isDate(code))
  }

  @Test(arguments: [
    "General", "0.00", "#,##0", "@", "0%", "\"days\"0", "[Red]0", "0\\d", "0.00E+00",
    "_-* #,##0_-;[Red]-#,##0", "_($* #,##0.00_)", "0;[Red]\"d\"0;yyyy", "# ?/?",
  ])
  func othersDoNot(_ code: String) {
    #expect(!CellStyles.isDate(code))
  }
}
