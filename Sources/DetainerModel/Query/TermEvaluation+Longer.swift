/// Terms on time over reports that are longer than a week: their rows have no day of their own.
extension TermEvaluation {
  /// Chooses the rows of longer reports by the whole of their period.
  func takeLonger(_ term: FilterTerm, into rows: inout RowSet) {
    let longer = dataset.table.reports.map(\.isLonger)
    guard longer.contains(true) else { return }
    rows.subtract(self.rows(of: longer))
    rows.formUnion(self.rows(of: zip(longer, reportsThatHold(term)).map { $0 && $1 }))
  }

  /// Takes out the rows of reports that lie partly in the days of a negated term: neither the term
  /// nor its opposite holds for them.
  func removeStraddling(_ term: FilterTerm, from rows: inout RowSet) {
    guard term.field?.isOfReport == true else { return }
    let straddling = dataset.table.reports.map { straddles(term, $0) }
    if straddling.contains(true) { rows.subtract(self.rows(of: straddling)) }
  }

  /// Whether a longer report lies partly in the days of a term on time.
  func straddles(_ term: FilterTerm, _ report: Report) -> Bool {
    report.isLonger && term.field != .week
      && term.spans.contains { $0.overlaps(report.period.days) && !$0.contains(report.period) }
  }

  private func rows(of reports: [Bool]) -> RowSet {
    var rows = RowSet(universe: dataset.table.rowCount)
    insert(dataset.table.report(of: event), in: reports, into: &rows)
    return rows
  }
}

extension FilterTerm {
  /// Whether a term on time names the report of a period. A longer report must lie inside; one of a
  /// week belongs to the week by its Saturday, and to a month or year by its Friday.
  func names(_ period: Period) -> Bool {
    if field == .week, values.contains(.period(period)) { return true }
    guard period.length == .week else { return spans.contains { $0.contains(period) } }
    return spans.contains { $0.contains(field == .week ? period.start : period.end) }
  }
}

extension Report {
  /// Whether it covers more than a week, or other days than one.
  package var isLonger: Bool { period.isKnown && period.length != .week }
}

extension ClosedRange<Day> {
  /// Whether all days of a period are among these.
  func contains(_ period: Period) -> Bool { contains(period.start) && contains(period.end) }
}
