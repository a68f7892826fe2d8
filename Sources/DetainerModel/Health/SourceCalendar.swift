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
  /// What the source covers by the dates that it counts by; nil when no row has one.
  let coverage: Coverage?

  /// A date by which nothing counts is stray this many days outside the span of 99.9 % of the rows:
  /// two years.
  static let margin = 730

  static func all(in dataset: Dataset, rows: [[Range<Int>]]) -> [SourceCalendar] {
    let table = dataset.table
    let coverages = dataset.coverages
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
        coverage: coverages[name])
    }
  }

  /// Whether the source covers a day of a week, by ends or by issues.
  func covers(_ week: Period) -> Bool {
    coverage.map { coverage in
      [coverage.days, coverage.issueDays].contains {
        $0.lowerBound <= week.end && week.start <= $0.upperBound
      }
    } ?? false
  }

  /// Lists the rows whose date lies outside of what the source covers or far from all others, or
  /// whose end comes before their issue.
  func findStrayDates(in table: DetainerTable, log: inout FindingLog) {
    let counted: DetainerField = kind != .built ? .week : isByLiftDate ? .lifted : .issued
    let lifts = isByLiftDate ? nil : plausible(table.lifted)
    let issues = isByLiftDate ? coverage?.issueDays : nil
    for range in rows {
      for row in range {
        let (issued, lifted) = (table.issued(row), table.lifted(row))
        if let days = coverage?.days, isOutside(row, of: table) {
          addOutside(table.date(row), days, counted, row, table, log: &log)
        }
        if let issues, issued.isKnown, !issues.contains(issued) {
          addOutside(issued, issues, .issued, row, table, log: &log)
        }
        guard lifted.isKnown else { continue }
        if let lifts, !lifts.contains(lifted) {
          log.add(
            .strayDate, file: table.source(row).file, row: table.line(row),
            column: DetainerField.lifted.rawValue,
            "\(lifted.iso) lies more than two years from nearly all other lift dates of \(name).")
        }
        if issued.isKnown, lifted < issued {
          log.add(
            .liftedBeforeIssued, file: table.source(row).file, row: table.line(row),
            column: DetainerField.lifted.rawValue,
            "the detainer was issued on \(issued.iso) and ended before that, on \(lifted.iso).")
        }
      }
    }
  }

  /// Whether a row counts where the source covers nothing; a published report covers its weeks.
  private func isOutside(_ row: Int, of table: DetainerTable) -> Bool {
    guard kind != .published, let coverage, table.date(row).isKnown else { return false }
    return kind == .tally
      ? !covers(table.report(row).period) : !coverage.days.contains(table.date(row))
  }

  private func addOutside(
    _ day: Day, _ covered: ClosedRange<Day>, _ field: DetainerField, _ row: Int,
    _ table: DetainerTable, log: inout FindingLog
  ) {
    log.add(
      .strayDate, file: table.source(row).file, row: table.line(row), column: field.rawValue,
      "\(day.iso) lies outside of the days that \(name) covers, \(covered.lowerBound.iso) to \(covered.upperBound.iso)."
    )
  }

  /// The span of all known days but the outermost of each 2,000 at either end, and the margin
  /// around it.
  private func plausible(_ days: Column<UInt16>) -> ClosedRange<Day>? {
    var counts = Array(repeating: 0, count: Int(UInt16.max) + 1)
    for range in rows {
      days.withUnsafeBufferPointer { days in
        for row in range { counts[Int(days[row])] &+= 1 }
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
    let low = max(1, edge(counts.indices) - Self.margin)
    let high = min(Int(UInt16.max), edge(counts.indices.reversed()) + Self.margin)
    return Day(packed: UInt16(low))...Day(packed: UInt16(max(low, high)))
  }
}
