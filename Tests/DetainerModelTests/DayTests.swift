import Testing

@testable import DetainerModel

/// Days, weeks and periods, against a calendar that counts day by day.
struct DayTests {
  @Test func aDateIsReadAsItIsWrittenAndInNoOtherWay() {
    for packed in stride(from: 1, through: 65_000, by: 37) {
      let day = Day(packed: UInt16(packed))
      #expect(Day(iso: day.iso) == day)
    }
    for text in [
      "", "2017-1-28", "2017-13-01", "2017-02-30", "2017/01/28", "2017-01-28 ", "+017-01-28",
      "2017-01-2x", "20170128", "２017-01-2",
    ] { #expect(Day(iso: text) == nil, "\(text)") }
  }

  /// Every day that can be stored, by its number; number 0 stands for none.
  static let calendar: [(year: Int, month: Int, day: Int)] = {
    var days = [(year: 1899, month: 12, day: 31)]
    var (year, month, day) = (1900, 1, 1)
    while days.count <= Int(UInt16.max) {
      days.append((year, month, day))
      let isLeap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      day += 1
      if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    return days
  }()

  @Test func everyDayComesBack() {
    var wrong: [Int] = []
    for number in 1...Int(UInt16.max) {
      let (year, month, day) = Self.calendar[number]
      let packed = Day(packed: UInt16(number))
      if packed.civil != (year, month, day) || Day(year: year, month: month, day: day) != packed
        || ClosedRange<Day>(naming: packed.iso) != packed...packed
      {
        wrong.append(number)
      }
    }
    #expect(wrong == [])
    #expect(Day.last.iso == "2079-06-05")
    #expect(Day.none.iso == "")
  }

  @Test func daysThatAreNone() {
    for (year, month, day) in [
      (1900, 2, 29), (2017, 2, 29), (2017, 4, 31), (2017, 13, 1), (2017, 0, 1), (2017, 1, 0),
      (1899, 12, 31), (2079, 6, 6), (2080, 1, 1),
    ] {
      #expect(Day(year: year, month: month, day: day) == nil)
    }
    #expect(Day(year: 2000, month: 2, day: 29) != nil)
    #expect(Day.last.adding(1) == .none && Day.first.adding(-1) == .none)
    #expect(Day.none.adding(5) == .none)
  }

  @Test func weeksBeginOnSaturdayAndHoldTheirSevenDays() {
    let saturday = Day(year: 2017, month: 1, day: 28) ?? .none
    var wrong: [String] = []
    for number in 6...Int(UInt16.max) {
      let day = Day(packed: UInt16(number))
      let start = Period(.week, containing: day).start
      if start.days(since: saturday) % 7 != 0 || !(0...6).contains(day.days(since: start)) {
        wrong.append(day.iso)
      }
    }
    #expect(wrong == [])
    let week = Period(.week, containing: saturday)
    #expect(week.end.iso == "2017-02-03")
    #expect(week.adding(1).name == "2017-02-04")
    #expect(week.adding(-4).name == "2016-12-31")
    #expect(!Period.none.isKnown && Period.none.name.isEmpty)
    #expect(Period(naming: "2017-02-03") == week && Period(naming: "2017-02")?.length == .month)
  }

  @Test func periodsNameTheDaysTheyHold() {
    var wrong: [String] = []
    for number in stride(from: 300, to: 65_000, by: 7) {
      let day = Day(packed: UInt16(number))
      let (year, month, _) = Self.calendar[number]
      let labels: [(Period.Length, String)] = [
        (.year, "\(year)"), (.month, "\(year)-" + (month < 10 ? "0\(month)" : "\(month)")),
        (.quarter, "\(year)-Q\(month < 4 ? 1 : month < 7 ? 2 : month < 10 ? 3 : 4)"),
        (.fiscalYear, "FY\(month > 9 ? year + 1 : year)"),
      ]
      for (period, label) in labels {
        if period.label(of: day) != label
          || ClosedRange<Day>(naming: label)?.contains(day) != true
        {
          wrong.append("\(day.iso) \(label)")
        }
      }
    }
    #expect(wrong == [])
    for text in [
      "", "2017-Q5", "2017-Q0", "17", "FY17", "2017-1-1-1", "2017-00", "x", "2017-", "-",
    ] {
      #expect(ClosedRange<Day>(naming: text) == nil, "\(text)")
    }
    #expect(Period.Length.month.label(of: .none).isEmpty)
  }
}
