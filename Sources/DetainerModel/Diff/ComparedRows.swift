/// The rows of a release that were issued on days that another one covers too.
struct ComparedRows {
  /// The rows of the table, in order.
  private(set) var rows: [UInt32] = []
  /// The week or day of issue of each, packed.
  private(set) var dates: [UInt16] = []
  /// Detainers of other days.
  private(set) var outside = 0
  /// Detainers of which the day of issue is not known.
  private(set) var undated = 0

  /// Chooses rows by their day of issue or, where a length is given, by the period of that length
  /// in which it lies, if all days of that are shared.
  init(_ side: ReleaseSide, on shared: [Bool], by length: Period.Length?) {
    let table = side.table
    let isOfRelease = side.reports
    let report = table.report(of: .issue)
    let dates = length == nil ? table.issued : table.date(of: .issue)
    let starts = length.map { $0.startOfDay }
    let isShared = length.map { length in
      shared.indices.map { day in
        day > 0
          && Period(length, containing: Day(packed: UInt16(day))).days.isShared(shared)
      }
    }
    for row in 0..<table.rowCount where isOfRelease[report[row]] {
      let count = table.count(row)
      let day = Int(dates[row])
      if day == 0 {
        undated += count
      } else if !(isShared ?? shared)[day] {
        outside += count
      } else if count > 0 {
        rows.append(UInt32(truncatingIfNeeded: row))
        self.dates.append(starts.map { UInt16($0[day]) } ?? dates[row])
      }
    }
  }
}

extension Period.Length {
  /// The first day of the period in which each day lies, by packed numbers.
  var startOfDay: [UInt32] {
    (0...Int(UInt16.max)).map { day in
      UInt32(start(of: Day(packed: UInt16(day))).packed)
    }
  }
}

extension ClosedRange<Day> {
  fileprivate func isShared(_ shared: [Bool]) -> Bool {
    (lowerBound.packed...upperBound.packed).allSatisfy { shared[Int($0)] }
  }
}

extension ComparedColumn {
  /// Whether the identifiers of two releases are the same ones: at least half of the rows of the
  /// smaller one that have any must have the same identifier on the same day in the other.
  ///
  /// Identifiers are given anew by each release; one that means somebody else there must not make a
  /// change out of two records.
  func identifiers(_ before: ComparedRows, _ after: ComparedRows) -> ReleaseDiff.Identifiers {
    func key(_ number: UInt32, _ date: UInt16) -> Int { Int(number) << 16 | Int(date) }
    var known: Set<Int> = []
    var counts = (before: 0, after: 0)
    for (row, date) in zip(before.rows, before.dates) where self.before[Int(row)] != 0 {
      counts.before += 1
      known.insert(key(self.before[Int(row)], date))
    }
    var same = 0
    for (row, date) in zip(after.rows, after.dates) where self.after[Int(row)] != 0 {
      counts.after += 1
      if known.contains(key(self.after[Int(row)], date)) { same += 1 }
    }
    let smaller = min(counts.before, counts.after)
    guard smaller > 0 else { return .none }
    same = min(same, smaller)
    return same * 2 >= smaller
      ? .alike(same: same, of: smaller) : .unlike(same: same, of: smaller)
  }
}

extension DetainerField {
  /// The columns by which rows can be compared, in canonical order; identifiers of persons only
  /// where they are the same ones, and lines of a tally by their periods.
  static func compared(byPeriods: Bool) -> [DetainerField] {
    allCases.filter { $0 != .person && $0 != .count && $0 != (byPeriods ? .issued : .week) }
  }

  /// Whether a release has a column: its files have it or, where that is not known of them, any row
  /// says something in it.
  func isStated(_ fields: Set<DetainerField>, _ codes: SharedCodes, _ rows: [UInt32]) -> Bool {
    // Every record is of a period.
    if self == .week { return true }
    return fields.isEmpty ? codes.saysAnything(in: rows) : fields.contains(self)
  }
}

extension DetainerTable {
  /// Whether the file of any of some rows has identifiers of persons.
  func hasPersons(_ rows: [UInt32]) -> Bool {
    hasPersons && rows.contains { hasPersons(Int($0)) }
  }
}

extension [Bool] {
  /// The days that are marked, from the first to the last of each stretch.
  var ranges: [ClosedRange<Day>] {
    var ranges: [ClosedRange<Day>] = []
    var start: Int?
    for day in indices {
      if self[day] {
        start = start ?? day
        guard day + 1 == count || !self[day + 1], let first = start else { continue }
        ranges.append(Day(packed: UInt16(first))...Day(packed: UInt16(day)))
        start = nil
      }
    }
    return ranges
  }
}
