/// The rows of one source, over all its files, and the days in which nearly all of them lie.
struct SourceCalendar {
  /// The name of the source.
  let name: String
  /// The first of its files.
  let file: String
  let kind: FileHealth.Kind
  /// Whether what has ended counts by its lift date, and what was issued by its issue date.
  let isByLiftDate: Bool
  let rows: [Range<Int>]
  /// The days by which rows count that are not stray; nil when no row has a date.
  let plausible: ClosedRange<Day>?

  /// A date is stray this many days outside the span of 99.9 % of the rows: two years.
  static let margin = 730

  static func all(in table: DetainerTable, rows: [[Range<Int>]]) -> [SourceCalendar] {
    let published = Set(table.reports.filter { $0.kind == .published }.map(\.source))
    let byLiftDate = Set(table.reports.filter { $0.basis == .liftDate }.map(\.source))
    var order: [String] = []
    var files: [String: [Int]] = [:]
    for (number, source) in table.sources.enumerated() {
      if files[source.name] == nil { order.append(source.name) }
      files[source.name, default: []].append(number)
    }
    return order.map { name in
      let files = files[name] ?? []
      let ranges = files.flatMap { rows[$0] }
      let first = table.sources[files[0]]
      return SourceCalendar(
        name: name, file: first.file,
        kind: published.contains(name) ? .published : first.isTally ? .tally : .built,
        isByLiftDate: byLiftDate.contains(name), rows: ranges,
        plausible: plausible(
          byLiftDate.contains(name)
            ? [table.date(of: .issue), table.date(of: .end)] : [table.date], in: ranges))
    }
  }

  /// Whether a week lies among the days that are not stray.
  func isPlausible(_ week: Week) -> Bool { plausible?.contains(week.end) ?? false }

  /// Lists the rows whose date lies far from all others, or whose end comes before their issue.
  func findStrayDates(in table: DetainerTable, log: inout FindingLog) {
    let lifts = isByLiftDate ? plausible : Self.plausible([table.lifted], in: rows)
    let dated: DetainerField = kind == .built ? .issued : .week
    let dates = table.date(of: .issue)
    for range in rows {
      for row in range {
        let (date, lifted) = (Day(packed: dates[row]), table.lifted(row))
        if date.isKnown, let plausible, !plausible.contains(date) {
          addStray(date, dated, row, table, log: &log)
        }
        guard lifted.isKnown else { continue }
        if let lifts, !lifts.contains(lifted) { addStray(lifted, .lifted, row, table, log: &log) }
        let issued = table.issued(row)
        if issued.isKnown, lifted < issued {
          log.add(
            .liftedBeforeIssued, file: table.source(row).file, row: table.line(row),
            column: DetainerField.lifted.rawValue,
            "the detainer was issued on \(issued.iso) and ended before that, on \(lifted.iso).")
        }
      }
    }
  }

  private func addStray(
    _ day: Day, _ field: DetainerField, _ row: Int, _ table: DetainerTable,
    log: inout FindingLog
  ) {
    log.add(
      .strayDate, file: table.source(row).file, row: table.line(row), column: field.rawValue,
      "\(day.iso) lies more than two years from nearly all other dates of \(name).")
  }

  /// The span of all known days but the outermost of each 2,000 at either end, and the margin
  /// around it.
  private static func plausible(
    _ columns: [Column<UInt16>], in ranges: [Range<Int>]
  ) -> ClosedRange<Day>? {
    var counts = Array(repeating: 0, count: Int(UInt16.max) + 1)
    for days in columns {
      for range in ranges {
        days.withUnsafeBufferPointer { days in
          for row in range { counts[Int(days[row])] &+= 1 }
        }
      }
    }
    counts[0] = 0
    let total = counts.reduce(0, +)
    guard total > 0 else { return nil }
    let outermost = total / 2000
    func edge(_ indices: some Sequence<Int>) -> Int {
      var passed = 0
      for day in indices {
        passed += counts[day]
        if passed > outermost { return day }
      }
      return 0
    }
    let low = max(1, edge(counts.indices) - margin)
    let high = min(Int(UInt16.max), edge(counts.indices.reversed()) + margin)
    return Day(packed: UInt16(low))...Day(packed: UInt16(max(low, high)))
  }
}
