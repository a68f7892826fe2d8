/// One span of time and what was counted in it.
public struct TrendPoint: Hashable, Sendable {
  /// The first day.
  public let start: Day
  /// The name of the span; empty for records without a readable date.
  public let label: String
  /// What was counted; nil in a gap, where no report covers the span, which is not a zero.
  public let group: Group?
  /// What was counted a year before; nil where no report covers that.
  public let yearBefore: Group?
  /// How many weeks of the span reports cover, and how many it has, by their Fridays.
  public let weeks: Coverage
  /// The days of the span on which a whole batch was dated.
  package let batches: [Batch]

  /// Weeks that are covered and weeks that there are.
  public struct Coverage: Hashable, Sendable {
    /// The weeks that a report covers.
    public var covered = 0
    /// All weeks.
    public var all = 0
  }

  /// Whether no report covers the span.
  public var isGap: Bool { group == nil }
  /// Whether reports cover only a part of the span, so that its counts are too low.
  public var isIncomplete: Bool { !isGap && weeks.covered < weeks.all }
}

extension Selection {
  /// The counts of every span from the first that a chosen report covers to the last, oldest first,
  /// with the gaps between; records without a date come at the end.
  ///
  /// Terms on the outcome do not apply: a span without a decline counts 0 of so many issued.
  ///
  /// - Throws: a ``SourceOverlap`` where two sources cover one week.
  public func trend(by span: TrendSpan) throws(SourceOverlap) -> [TrendPoint] {
    try checkSources(under: [span.key])
    guard hasOutcomeTerm else { return wholeTrend(by: span) }
    // Terms that held before hold without their neighbours.
    return (try? Selection(query.withoutOutcome, in: dataset))?.wholeTrend(by: span) ?? []
  }

  private func wholeTrend(by span: TrendSpan) -> [TrendPoint] {
    let groups = Dictionary(
      uncheckedGroups(by: [span.key]).map { ($0.keys[0], $0) },
      uniquingKeysWith: { first, _ in first })
    var coverage = TrendCoverage(of: self, by: span)
    for case .text(let label) in groups.keys { coverage.add(label) }
    let batches = Dictionary(grouping: chosenBatches) { span.start(of: $0.day) }
    func group(_ start: Day) -> Group? {
      guard let kinds = coverage.kinds[start] else { return nil }
      let key = KeyValue.text(span.label(of: start))
      // Records that are at hand and none among them: nothing; no figure in a published report is
      // not known.
      let none = kinds.contains(.built) ? 0 : nil
      return groups[key]
        ?? Group(
          keys: [key], issued: none, resolved: none, known: Known(none), listed: 0,
          includesPublished: !kinds.contains(.built), isByLiftDate: false)
    }
    var points: [TrendPoint] = []
    if let first = coverage.kinds.keys.min(), let last = coverage.kinds.keys.max() {
      var start = first
      while start.isKnown, start <= last {
        points.append(
          TrendPoint(
            start: start, label: span.label(of: start), group: group(start),
            yearBefore: group(span.yearBefore(start)), weeks: coverage.weeks(of: start, by: span),
            batches: batches[start] ?? []))
        start = span.next(after: start)
      }
    }
    if let undated = groups[.text("")] {
      points.append(
        TrendPoint(
          start: .none, label: "", group: undated, yearBefore: nil, weeks: .init(), batches: []))
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

/// Which spans the chosen reports of a selection cover.
private struct TrendCoverage {
  /// The kinds of reports that cover a span, by its first day.
  private(set) var kinds: [Day: Set<Report.Kind>] = [:]
  private var fridays: Set<Day> = []

  init(of selection: Selection, by span: TrendSpan) {
    let table = selection.dataset.table
    let tallies = Set(table.sources.filter(\.isTally).map(\.name))
    for number in selection.chosenReports {
      let report = table.reports[number]
      guard report.week.isKnown else { continue }
      fridays.insert(report.week.end)
      // Published rows and tally lines belong to the Friday of their week, records to their own day.
      let isDaily = report.kind == .built && !tallies.contains(report.source)
      for day in isDaily ? 0...6 : 6...6 {
        kinds[span.start(of: report.week.start.adding(day)), default: []].insert(report.kind)
      }
    }
  }

  /// A span with detainers is covered, whatever its report says.
  mutating func add(_ label: String) {
    guard let start = ClosedRange<Day>(naming: label)?.lowerBound, kinds[start] == nil else {
      return
    }
    kinds[start] = [.built]
  }

  func weeks(of start: Day, by span: TrendSpan) -> TrendPoint.Coverage {
    var weeks = TrendPoint.Coverage()
    guard span != .day else { return weeks }
    let next = span.next(after: start)
    var friday = Week(containing: start).end
    while friday.isKnown, friday < next {
      if friday >= start {
        weeks.all += 1
        if fridays.contains(friday) { weeks.covered += 1 }
      }
      friday = friday.adding(7)
    }
    return weeks
  }
}
