extension Selection {
  /// Counts the selection by keys, built and published reports together, with every remainder; in
  /// no order.
  public func groups(by keys: [GroupKey]) -> [Group] { groups(by: keys) { _ in true } }

  /// Counts the selection by keys; of groups that no published report has, only those that pass
  /// the test.
  func groups(by keys: [GroupKey], whereBuilt passes: (GroupTotals) -> Bool) -> [Group] {
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
      if passesGroupSize(group.declined ?? 0) { groups.append(group) }
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
  public var hasBuiltReport: Bool {
    dataset.table.reports.indices.contains {
      reports[$0] && dataset.table.reports[$0].kind == .built
    }
  }

  /// The weeks that more than one chosen source covers, each with its sources: counts must not add
  /// them up (rule 8).
  public var overlappingWeeks: [(week: Week, sources: [String])] {
    let reports = chosenReports.map { dataset.table.reports[$0] }
    guard reports.contains(where: { $0.source != reports[0].source }) else { return [] }
    var sources: [Week: Set<String>] = [:]
    for report in reports {
      sources[report.week, default: []].insert(report.source)
    }
    return sources.filter { $0.value.count > 1 && $0.key.isKnown }
      .map { ($0.key, $0.value.sorted()) }
      .sorted { $0.week > $1.week }
  }
}
