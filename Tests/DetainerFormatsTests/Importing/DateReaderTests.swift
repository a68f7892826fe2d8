import DetainerModel
import Testing

@testable import DetainerFormats

@Suite struct DateReaderTests {
  @Test(arguments: [
    "2015-05-08", "2015-5-8", "2015/05/08", "2015-05-08T00:00", "2015-05-08T13:14:15Z",
    "2015-05-08 13:14:15.123", "2015-05-08 13:14:15+02:00", "2015-05-08 00:00:00 UTC", "5/8/15",
    "05/08/2015", "5/8/2015 0:00", "5/8/2015 3:10 PM", "05/08/2015 03:10:00 a.m.", "05-08-2015",
    "08MAY15", "8May2015", "08-MAY-15", "8-may-2015", "08 May 2015", "8 May. 2015",
    "08MAY2015:10:30:00", "May 8 2015 12:00AM", "May 8, 2015", "20150508", "20150508 10:00",
    "42132", "42132.0", "42132.604166666664",
  ])
  func everyFormOfADateIsRead(cell: String) throws {
    let day = try #require(Day(year: 2015, month: 5, day: 8))
    #expect(DateReader.read(cell) == .day(day))
  }

  @Test(arguments: [("1/1/69", "2069-01-01"), ("1/1/70", "1970-01-01"), ("01JAN09", "2009-01-01")])
  func aYearOfTwoDigitsLiesInThisOrTheLastCentury(cell: String, iso: String) {
    guard case .day(let day) = DateReader.read(cell) else { return #expect(Bool(false)) }
    #expect(day.iso == iso)
  }

  @Test(arguments: [
    "06/14/0002 03:10 PM", "0002-06-14", "5/8/002", "5/8/5", "2015-02-29", "2015-13-01",
    "13/01/2015", "2015-05-08x", "2015-05-08 later", "5/8/2015-5/9/2015", "2015-05/08", "2015-05",
    "05-08-15", "15-05-08", "MAY", "32MAY15", "08MAX15", "08MAY", "soon", ".", "12.", "1",
    "65001", "20159999", "99999999", "999999999999999999999", "-42132", "42132 0:00", "Total: 5",
  ])
  func whatIsNoDateIsUnreadable(cell: String) {
    #expect(DateReader.read(cell) == .unreadable)
  }

  @Test(arguments: ["10000", "19999", "24107", "36525"])
  func numbersOfDaysBeforeAnyDetainerAreNotGuessed(cell: String) {
    guard case .dayNumber = DateReader.read(cell) else { return #expect(Bool(false)) }
    #expect(DateReader.read("42132", takesNumbers: false) == .unreadable)
  }

  @Test(arguments: ["", "  ", "NA", "NaT", "NULL", "(b)(6)", "\u{A0}"])
  func blanksAreNoDates(cell: String) {
    #expect(DateReader.read(cell) == .blank)
  }
}
