/// The declines of each place over the periods up to a report's, all of its length, from one source or
/// from all published reports.
package struct RecentDeclines: Sendable {
  /// How far back it goes.
  static let mostPeriods = 12

  /// The periods, oldest first, from the first that a report covers.
  package let periods: [Period]
  /// For each period whether a report covers it; what is not covered is a gap and not a zero.
  private let isCovered: [Bool]
  /// What is known of places that no period names: in released records, that there is nothing.
  private let none: [Int?]
  private var counts: [Jurisdiction: [Int?]] = [:]

  /// How many periods are covered.
  package var coveredPeriods: Int { isCovered.count { $0 } }

  /// The declines of a place by period: nil in a gap, and where a published report says nothing.
  package subscript(place: Jurisdiction) -> [Int?] {
    counts[place] ?? none
  }

  /// Counts the declines of a selection in the periods up to a report's.
  ///
  /// The rows of these periods alone are looked at, once, and no group is made of them: this is done
  /// whenever the report changes.
  ///
  /// - Throws: a ``SourceOverlap`` where two sources have published reports of one of the periods.
  package init(upTo report: Report, in selection: Selection) throws(SourceOverlap) {
    let table = selection.dataset.table
    let selection = selection.ofSize(report.period.size)
    let oldest = report.period.adding(1 - Self.mostPeriods)
    let numbers = selection.chosenReports.filter { number in
      let other = table.reports[number]
      return other.kind == report.kind && other.period.isKnown && other.period >= oldest
        && other.period <= report.period
        && (report.kind == .published || other.source == report.source)
    }
    try selection.checkSources(of: numbers)
    let first = numbers.map { table.reports[$0].period }.min()
    periods =
      first.map { first in
        (0..<Self.mostPeriods).map { oldest.adding($0) }.filter { $0 >= first }
      } ?? []
    let covered = Set(numbers.map { table.reports[$0].period })
    isCovered = periods.map(covered.contains)
    none = isCovered.map { $0 && report.kind == .built ? 0 : nil }
    guard !numbers.isEmpty else { return }
    if report.kind == .built {
      countRows(of: numbers, in: selection)
    } else {
      countFigures(of: numbers, in: selection)
    }
  }

  private mutating func countRows(of numbers: [Int], in selection: Selection) {
    let table = selection.dataset.table
    var columns = Array(repeating: -1, count: table.reports.count)
    for number in numbers {
      columns[number] = periods.firstIndex(of: table.reports[number].period) ?? -1
    }
    var rows = RowSet(universe: table.rowCount)
    rows.insertRows(of: table.report, in: columns.map { $0 >= 0 })
    rows.formIntersection(selection.counted)
    let width = periods.count
    var sums = Array(repeating: 0, count: table.jurisdictions.count * width)
    var isKnown = Array(repeating: true, count: sums.count)
    let places = table.sites.map(\.jurisdiction)
    let declined = Outcome.declined.rawValue
    rows.forEach { row in
      let outcome = table.outcome[row]
      guard outcome == declined || outcome == Outcome.unknownCode else { return }
      let cell = places[table.site[row]] * width + columns[table.report[row]]
      if outcome == declined { sums[cell] += table.count(row) } else { isKnown[cell] = false }
    }
    for (number, place) in table.jurisdictions.enumerated() {
      let weeks = 0..<width
      let first = number * width
      guard weeks.contains(where: { sums[first + $0] > 0 || !isKnown[first + $0] }) else {
        continue
      }
      counts[place] = weeks.map { week in
        isCovered[week] && isKnown[first + week] ? sums[first + week] : nil
      }
    }
  }

  private mutating func countFigures(of numbers: [Int], in selection: Selection) {
    let table = selection.dataset.table
    for number in numbers {
      let report = table.reports[number]
      guard let column = periods.firstIndex(of: report.period),
        let only = try? selection.narrowed(by: Filter(terms: report.terms))
      else { continue }
      for group in only.uncheckedGroups(by: [.jurisdiction]) {
        guard case .jurisdiction(let place) = group.keys[0], let declined = group.declined else {
          continue
        }
        counts[place, default: none][column] = declined
      }
    }
  }
}
