/// One span of time and what was counted in it.
public struct TrendPoint: Hashable, Sendable {
  /// The first day.
  public let start: Day
  /// The name of the span; empty for records without a readable date.
  public let label: String
  /// What was counted; nil in a gap, where no report covers the span, which is not a zero.
  public internal(set) var group: Group?
  /// What was counted a year before; nil where no report covers that, or the span itself.
  public internal(set) var yearBefore: Group?
  /// Whether only a part of the span a year before is covered.
  public let isYearBeforePart: Bool
  /// How many days of the span the chosen sources cover.
  public let coveredDays: Int
  /// How many days the span has; where only weeks are known, those of the weeks whose Friday is in
  /// it.
  public let days: Int
  /// The days of the span on which a whole batch was dated.
  package let batches: [Batch]

  /// Whether no report covers the span.
  public var isGap: Bool { group == nil }
  /// Whether only a part of the span is covered, so that its counts are too low.
  public var isPart: Bool { !isGap && coveredDays < days }
  /// Whether the span can be held against that a year before: both are covered, as far as they go.
  public var hasLikeYearBefore: Bool { yearBefore != nil && !isPart && !isYearBeforePart }
}

extension Selection {
  /// The counts of every span from the first that a chosen report covers to the last, oldest first,
  /// with the gaps between; records without a date come at the end.
  ///
  /// Terms on the outcome do not apply: a span without a decline counts 0 of so many issued.
  ///
  /// - Throws: a ``SourceOverlap`` where two sources cover one week.
  public func trend(by span: Period.Length) throws(SourceOverlap) -> [TrendPoint] {
    try checkSources(under: [span.key])
    guard hasOutcomeTerm else { return wholeTrend(by: span) }
    // Terms that held before hold without their neighbours.
    return (try? Selection(query.withoutOutcome, in: dataset))?.wholeTrend(by: span) ?? []
  }

  /// The same with the persons of each span, among the rows that all terms leave: those declined
  /// where the filter asks for them (rule 15 of the data).
  ///
  /// - Throws: a ``SourceOverlap`` where two sources cover one week.
  public func trendWithPersons(by span: Period.Length) throws(SourceOverlap) -> [TrendPoint] {
    let found = persons(by: [span.key])
    func counted(_ group: Group?) -> Group? {
      guard var group, group.hasBuilt else { return group }
      group.persons = persons(found[group.keys], of: group)
      return group
    }
    return try trend(by: span).map { point in
      var point = point
      point.group = counted(point.group)
      point.yearBefore = counted(point.yearBefore)
      return point
    }
  }

  private func wholeTrend(by span: Period.Length) -> [TrendPoint] {
    let groups = Dictionary(
      uncheckedGroups(by: [span.key]).map { ($0.keys[0], $0) },
      uniquingKeysWith: { first, _ in first })
    let silence = SilenceOfRecords(self, by: [span.key])
    let missing = declinedOfMissing(by: [span.key], silence)
    let coverage = TrendCoverage(of: taking(in: [span.key]), by: span, groups: groups.keys)
    let batches = Dictionary(grouping: chosenBatches) { span.start(of: $0.day) }
    func group(_ start: Day) -> Group? {
      guard let kinds = coverage.kinds(of: start) else { return nil }
      let key = KeyValue.text(coverage.label(of: start))
      // Records that are at hand and none among them: nothing; a published report that names none
      // may have some yet.
      let isBuilt = kinds.contains(.built)
      func none(_ count: (Group) -> Known?) -> Known? {
        isBuilt ? silence.known([key], count) : nil
      }
      return groups[key]
        ?? Group(
          keys: [key], issued: none { $0.issued.map { Known($0) } }?.exact,
          knownResolved: none(\.knownResolved), known: missing([key]), listed: 0,
          hasBuilt: isBuilt, hasUnknownOutcomes: false,
          shareBase: nil)
    }
    var points: [TrendPoint] = []
    if let (first, last) = coverage.ends {
      var start = first
      while start.isKnown, start <= last {
        let days = coverage.days(of: start)
        let before = span.yearBefore(start)
        let daysBefore = coverage.days(of: before)
        points.append(
          TrendPoint(
            start: start, label: coverage.label(of: start), group: group(start),
            yearBefore: coverage.isCovered(start) && coverage.isCovered(before)
              ? group(before) : nil,
            isYearBeforePart: daysBefore.covered < daysBefore.all,
            coveredDays: days.covered, days: days.all,
            batches: batches[start] ?? []))
        start = span.next(after: start)
      }
    }
    // What is of no span: reports that reach over several, and records without a date.
    for key in [KeyValue.notItemised(state: ""), .text("")] {
      guard let group = groups[key] else { continue }
      points.append(
        TrendPoint(
          start: .none, label: key.text(withState: false), group: group, yearBefore: nil,
          isYearBeforePart: false, coveredDays: 0, days: 0, batches: []))
    }
    return points
  }

  /// The batches of the sources and states that are chosen.
  private var chosenBatches: [Batch] {
    guard !dataset.batches.isEmpty else { return [] }
    let sources = Set(chosenReports.map { dataset.table.reports[$0].source })
    let states = Set(
      zip(dataset.table.jurisdictions, jurisdictions).filter(\.1).map { $0.0.state })
    return dataset.batches.filter { sources.contains($0.source) && states.contains($0.state) }
  }
}
