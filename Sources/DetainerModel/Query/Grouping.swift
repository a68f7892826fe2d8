extension Selection {
  /// Counts the selection by keys, built and published reports together, with every remainder; in
  /// no order.
  public func groups(by keys: [GroupKey]) -> [Group] {
    var totals: [[KeyValue]: GroupTotals] = [:]
    let columns = keys.map { KeyColumn($0, in: dataset) }
    BuiltCounting(selection: self, keys: keys, columns: columns).count(into: &totals)
    for report in chosenReports where dataset.table.reports[report].kind == .published {
      PublishedCounting(selection: self, report: report, keys: keys, columns: columns)
        .count(into: &totals)
    }
    // Built and published issued stand in one column only where a key keeps them apart (rule 8).
    let prefersBuilt =
      hasBuiltReport && !keys.contains(.week) && !keys.contains(.source)
    return totals.compactMap { values, totals in
      if hasOutcomeTerm, totals.shownSize == 0 { return nil }
      let group = totals.group(values, prefersBuilt: prefersBuilt)
      return passesGroupSize(group.declined ?? 0) ? group : nil
    }
  }

  /// Whether the selection has a report that was built from records.
  public var hasBuiltReport: Bool {
    dataset.table.reports.indices.contains {
      reports[$0] && dataset.table.reports[$0].kind == .built
    }
  }

  /// The weeks that more than one chosen source covers, each with its sources: counts must not add
  /// them up (rule 8).
  public var overlappingWeeks: [(week: Week, sources: [String])] {
    var sources: [Week: Set<String>] = [:]
    for report in chosenReports {
      let report = dataset.table.reports[report]
      sources[report.week, default: []].insert(report.source)
    }
    return sources.filter { $0.value.count > 1 && $0.key.isKnown }
      .map { ($0.key, $0.value.sorted()) }
      .sorted { $0.week > $1.week }
  }
}
