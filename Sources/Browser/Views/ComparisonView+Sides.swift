import DetainerModel

/// What is held against each other.
extension ComparisonView {
  /// What is held against each other; nil when there is nothing to hold the report against.
  func sides(_ shown: Shown) -> (before: Side, after: Side)? {
    if case .typed(let before, let after) = other { return (Side(before), Side(after)) }
    guard let after = shown.week?.report, after.period.isKnown else { return nil }
    let reports = shown.dataset.orderedReports.map { shown.dataset.table.reports[$0] }
      .filter { $0.period.isKnown }
    let alike = reports.filter {
      $0.kind == after.kind && $0.period.size == after.period.size
    }
    // Of several sources of the period the same one.
    func report(of period: Period?) -> Report? {
      let all = alike.filter { $0.period == period }
      return all.first { $0.source == after.source } ?? all.first
    }
    let found: Report? =
      switch other {
      case .before:
        report(
          of: (alike.first { $0.period < after.period } ?? alike.last { $0.period > after.period })?
            .period)
      case .yearBefore: report(of: after.period.yearBefore)
      case .otherSource: reports.first { $0.period == after.period && $0.source != after.source }
      case .typed: nil
      }
    guard let found else { return nil }
    let (first, last) = (Side(found), Side(after))
    return found.period > after.period ? (last, first) : (first, last)
  }

  /// Issued is counted before the outcome, so that a term on it would say nothing.
  func filter(_ shown: Shown) -> Filter {
    Filter(
      terms: shown.query.filter.terms.filter {
        measure != .issued || $0.field?.choosesWhatIsShown != true
      })
  }

  func selection(of side: Side, _ shown: Shown) -> Selection? {
    let terms = filter(shown).terms + side.terms
    return try? Selection(
      shown.query.with(Filter(terms: terms)).measuring(measure.measure), in: shown.dataset)
  }
}
