import DetainerModel
import Screen
import Text

/// The rows, from what both sides have of each jurisdiction.
extension ComparisonView {
  func table(_ shown: Shown) throws(SourceOverlap) -> Table {
    guard let (before, after) = sides(shown) else {
      return Table(
        empty: shown.week.map { sentence(without: $0.report) }
          ?? "No week is selected – \(shown.key(.escape)) clears the filter.")
    }
    guard let earlier = selection(of: before, shown), let later = selection(of: after, shown) else {
      return Table()
    }
    for (side, chosen) in [(before, earlier), (after, later)] where chosen.chosenReports.isEmpty {
      return Table(empty: "No report covers \(side.period.name) – gs compares other spans.")
    }
    let rows = try earlier.compared(with: later, by: [.jurisdiction], measure: measure)
    let reports = [earlier, later].flatMap { chosen in
      chosen.chosenReports.map { chosen.dataset.table.reports[$0] }
    }
    let hasPublished = reports.contains { $0.kind == .published }
    let days = (
      before: earlier.coveredDays(of: before.period, counting: measure),
      after: later.coveredDays(of: after.period, counting: measure)
    )
    let section =
      hasPublished ? measure == .issued ? " (Section I)" : " (Section II)" : ""
    var table = Table(
      empty:
        "Neither report says how many were \(measure.rawValue)\(section) in any jurisdiction under this filter."
    )
    table.coverage =
      before.report == nil ? "\(earlier.coverageWords) against \(later.coverageWords)" : ""
    table.listing = later.comparisonListing(
      rows, with: earlier, keys: [.jurisdiction], days: days)
    let unlike = CoveredDays.unlike(
      (days.before, earlier.total(of: measure)), (days.after, later.total(of: measure)),
      of: measure.rawValue)
    let open =
      hasPublished
      ? measure == .declined
        ? "2+ is at least, 0–2 between: what is not itemised may be of a place."
        : "Section I is a list of ranks: who is not ranked is not known, and not 0."
      : nil
    table.caution = unlike ?? ""
    table.note = open ?? ""
    // Where there is little room the path says which they are, and both numbers stay.
    let isNarrow = shown.room.width < 60
    table.columns = [
      .init(title: "jurisdiction", kind: .text),
      .init(title: isNarrow ? "before" : before.period.words, rank: 2),
      .init(title: isNarrow ? "after" : after.period.words, rank: 1),
      .init(title: "change", rank: 3), .init(title: "", kind: .text),
      .init(title: "", kind: .bar, rank: 4),
    ]
    let largest = rows.map(\.distance).max() ?? 0
    table.rows = rows.map { row in
      Table.Row(
        identity: .group(row.keys),
        cells: [
          row.keys[0].name, row.gapBefore?.rawValue ?? row.before.text,
          row.gapAfter?.rawValue ?? row.after.text, row.difference.map { signed($0) } ?? "",
          row.change.map { isNarrow ? $0.glyph : "\($0.glyph) \($0.words)" } ?? "", "",
        ],
        part: largest > 0 ? Double(row.distance) / Double(largest) : 0,
        style: row.change == .same || row.keys[0].isUnknown ? .dim : .normal)
    }
    if !rows.isEmpty { table.total = total(rows, from: earlier, to: later) ?? [] }
    return table
  }

  /// The sums, where they are known: ranks of Section I are of other places on either side.
  private func total(
    _ rows: [ComparisonRow], from earlier: Selection, to later: Selection
  ) -> [String]? {
    let sums: (before: Known, after: Known)
    if measure == .declined {
      sums = (earlier.declinedTotal, later.declinedTotal)
    } else {
      guard rows.allSatisfy({ $0.before.isExact && $0.after.isExact }) else { return nil }
      sums = rows.reduce((.zero, .zero)) { ($0.0 + $1.before, $0.1 + $1.after) }
    }
    return [
      "Total", sums.before.text, sums.after.text,
      (sums.after - sums.before).exact.map { signed($0) } ?? "", "", "",
    ]
  }

  private func sentence(without report: Report) -> String {
    switch other {
    case .before:
      "There is no other \(report.kind.rawValue) report of a \(report.period.unit) – = holds \(report.label) against the year before."
    case .yearBefore:
      "No report covers \(report.period.yearBefore?.sentenceName ?? report.label), a year before – ] and [ change the \(report.period.unit), = holds it against another source."
    case .otherSource:
      "No other source covers \(report.period.sentenceName) – ] and [ change the \(report.period.unit), = holds it against the report before."
    case .typed: ""
    }
  }

  private func signed(_ number: Int) -> String {
    number > 0 ? "+" + grouped(number) : grouped(number)
  }
}
