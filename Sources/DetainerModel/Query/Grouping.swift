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
    taking(in: keys).countedGroups(by: keys, whereBuilt: passes)
  }

  private func countedGroups(
    by keys: [GroupKey], whereBuilt passes: (GroupTotals) -> Bool
  ) -> [Group] {
    let columns = dataset.keyColumns(keys)
    let countings = publishedCountings(by: keys, columns)
    let published = Self.publishedTotals(countings)
    // Built and published issued stand in one column only where a key keeps them apart (rule 8).
    let prefersBuilt =
      hasBuiltReport && !keys.contains(.week) && !keys.contains(.source)
    let hasOutcomeTerm = hasOutcomeTerm
    let silence = SilenceOfRecords(self, by: keys)
    var groups: [Group] = []
    func add(_ values: [KeyValue], _ totals: GroupTotals) {
      if hasOutcomeTerm, totals.shownSize == 0 { return }
      let group = totals.group(values, prefersBuilt: prefersBuilt).with(silence)
      if passesGroupSize(group) { groups.append(group) }
    }
    let counting = BuiltCounting(selection: self, keys: keys, columns: columns)
    var built: Set<[KeyValue]> = []
    counting.forEach(where: passes) { values, totals in
      guard !countings.isEmpty else {
        add(values, totals)
        return
      }
      if published[values] != nil { built.insert(values) }
      add(values, totals.adding(published: published[values] ?? missing(values, countings)))
    }
    for (values, totals) in published where !built.contains(values) { add(values, totals) }
    return groups
  }

  /// What is known of the declined of a group that the selection does not list: of built reports
  /// nothing is silent but what ``SilenceOfRecords`` has, of published ones it may be among what is
  /// not itemised.
  package func declinedOfMissing(by keys: [GroupKey]) -> @Sendable ([KeyValue]) -> Known {
    declinedOfMissing(by: keys, SilenceOfRecords(self, by: keys))
  }

  /// The same where the silence of the records is known already.
  func declinedOfMissing(
    by keys: [GroupKey], _ silence: SilenceOfRecords
  ) -> @Sendable ([KeyValue]) -> Known {
    let countings = taking(in: keys).publishedCountings(by: keys, dataset.keyColumns(keys))
    return { values in
      countings.reduce(silence.known(values, \.known)) { $0 + $1.declined(ofMissing: values) }
    }
  }

  /// What is known of the declined of a group, whether the selection lists it or not.
  package func knownDeclined(
    by keys: [GroupKey], listed groups: [Group]? = nil
  ) -> @Sendable ([KeyValue]) -> Known {
    let groups = groups ?? uncheckedGroups(by: keys)
    let listed = Dictionary(groups.map { ($0.keys, $0.known) }) { a, _ in a }
    let missing = declinedOfMissing(by: keys)
    return { listed[$0] ?? missing($0) }
  }

  private func publishedCountings(
    by keys: [GroupKey], _ columns: [KeyColumn]
  ) -> [PublishedCounting] {
    let reports = chosenReports.filter { dataset.table.reports[$0].kind == .published }
    guard !reports.isEmpty else { return [] }
    return reports.map {
      PublishedCounting(selection: self, report: $0, keys: keys, columns: columns)
    }
  }

  /// What published reports say of each group; a report that names it in silence may have some of
  /// it yet.
  private static func publishedTotals(
    _ countings: [PublishedCounting]
  ) -> [[KeyValue]: GroupTotals] {
    let counted = countings.map(\.groups)
    var totals: [[KeyValue]: GroupTotals] = [:]
    for values in Set(counted.flatMap(\.keys)) {
      var total = GroupTotals()
      for (counting, groups) in zip(countings, counted) {
        if let sum = groups[values] {
          total.add(sum)
        } else {
          total.add(known: counting.declined(ofMissing: values))
        }
      }
      totals[values] = total
    }
    return totals
  }

  private func missing(
    _ values: [KeyValue], _ countings: [PublishedCounting]
  ) -> GroupTotals {
    var totals = GroupTotals()
    totals.add(known: countings.reduce(.zero) { $0 + $1.declined(ofMissing: values) })
    return totals
  }

  /// Whether the selection has a report that was built from records.
  package var hasBuiltReport: Bool {
    dataset.table.reports.indices.contains {
      reports[$0] && dataset.table.reports[$0].kind == .built
    }
  }
}
