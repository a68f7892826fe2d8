extension Selection {
  /// Counts the selection by keys, built and published reports together, with every remainder; in
  /// no order.
  ///
  /// - Throws: a ``SourceOverlap`` where two sources cover one week and no key is `source`: a week
  ///   alone does not keep them apart.
  public func groups(by keys: [GroupKey]) throws(SourceOverlap) -> [Group] {
    try checkSources(under: keys)
    return uncheckedGroups(by: keys)
  }

  /// Counts the selection by keys, whatever its sources: for callers that have one report, or a
  /// key that keeps sources apart. Of groups that no published report has, only those that pass the
  /// test are made.
  func uncheckedGroups(
    by keys: [GroupKey], whereBuilt passes: (GroupTotals) -> Bool = { _ in true }
  ) -> [Group] {
    let columns = dataset.keyColumns(keys)
    var published: [[KeyValue]: GroupTotals] = [:]
    for report in chosenReports where dataset.table.reports[report].kind == .published {
      PublishedCounting(selection: self, report: report, keys: keys, columns: columns)
        .count(into: &published)
    }
    // Built and published issued stand in one column only where a key keeps them apart (rule 8).
    let prefersBuilt =
      hasBuiltReport && !keys.contains(.week) && !keys.contains(.source)
    let hasOutcomeTerm = hasOutcomeTerm
    var groups: [Group] = []
    func add(_ values: [KeyValue], _ totals: GroupTotals) {
      if hasOutcomeTerm, totals.shownSize == 0 { return }
      let group = totals.group(values, prefersBuilt: prefersBuilt)
      if passesGroupSize(group) { groups.append(group) }
    }
    let counting = BuiltCounting(selection: self, keys: keys, columns: columns)
    counting.forEach(where: passes) { values, totals in
      guard !published.isEmpty, let stated = published.removeValue(forKey: values) else {
        add(values, totals)
        return
      }
      add(values, totals.adding(published: stated))
    }
    for (values, totals) in published { add(values, totals) }
    return groups
  }

  /// Whether the selection has a report that was built from records.
  package var hasBuiltReport: Bool {
    dataset.table.reports.indices.contains {
      reports[$0] && dataset.table.reports[$0].kind == .built
    }
  }
}
