/// How many rows of a report have a date, and the days from the first to the last of them.
package struct RowDays: Hashable, Sendable {
  /// How many rows have a date.
  package var rows = 0
  /// The first day; the last one there can be where no row has a date.
  package var first = Day.last
  /// The last day; none where no row has a date.
  package var last = Day.none

  /// No row.
  package init() {}

  mutating func add(_ day: Day) {
    rows += 1
    first = min(first, day)
    last = max(last, day)
  }
}

extension DetainerTable {
  /// The days of the rows of each report, by ends or by issues.
  func days(of event: Event) -> [RowDays] {
    var found = Array(repeating: RowDays(), count: reports.count)
    date(of: event).withUnsafeBufferPointer { days in
      found.withUnsafeMutableBufferPointer { found in
        report(of: event).forEach(in: days.indices) { row, report in
          if days[row] != 0 { found[report].add(Day(packed: days[row])) }
        }
      }
    }
    return found
  }
}
