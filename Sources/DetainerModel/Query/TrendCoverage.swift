/// Which spans the chosen reports of a selection cover, and how many of their days.
struct TrendCoverage {
  /// What is known of a span.
  private struct Span {
    let label: String
    /// The kinds of reports that cover it.
    var kinds: Set<Report.Kind> = []
    var covered: Set<Day> = []
    /// Whether weeks belong to it as a whole, by their Fridays.
    var hasWeeks = false
  }

  private let length: Period.Length
  /// The spans by their first days.
  private var spans: [Day: Span] = [:]

  /// - Parameter groups: the spans with detainers, which are shown whatever their source covers.
  init(of selection: Selection, by length: Period.Length, groups: some Sequence<KeyValue>) {
    self.length = length
    // One day after the other is mostly of the same span.
    var last: (start: Day, next: Day, span: Span)?
    selection.forEachCoveredDay { day, counted, isByWeek, report in
      // What reaches over several spans is of none of them.
      guard !report.isLonger || length.label(of: report.period) != nil else { return }
      if last.map({ $0.start <= counted && counted < $0.next }) != true {
        if let last { spans[last.start] = last.span }
        let start = length.start(of: counted)
        last = (
          start, length.next(after: start),
          spans[start] ?? Span(label: length.label(of: start))
        )
      }
      last?.span.kinds.insert(report.kind)
      last?.span.covered.insert(day)
      if isByWeek { last?.span.hasWeeks = true }
    }
    if let last { spans[last.start] = last.span }
    let known = Set(spans.values.map(\.label))
    for case .text(let label) in groups where !known.contains(label) {
      guard let start = ClosedRange<Day>(naming: label)?.lowerBound, spans[start] == nil else {
        continue
      }
      spans[start] = Span(label: length.label(of: start), kinds: [.built])
    }
  }

  /// The first days of the first span and of the last; nil where there is none.
  var ends: (first: Day, last: Day)? {
    guard let first = spans.keys.min(), let last = spans.keys.max() else { return nil }
    return (first, last)
  }

  /// The name of a span.
  func label(of start: Day) -> String { spans[start]?.label ?? length.label(of: start) }

  /// The kinds of reports that cover a span; nil where none does.
  func kinds(of start: Day) -> Set<Report.Kind>? { spans[start]?.kinds }

  /// Whether a source covers any day of a span.
  func isCovered(_ start: Day) -> Bool { spans[start]?.covered.isEmpty == false }

  /// How many days of a span are covered.
  func days(of start: Day) -> CoveredDays {
    let span = spans[start]
    return CoveredDays(
      of: Period(length, containing: start), covered: span?.covered.count ?? 0,
      byWeeks: span?.hasWeeks ?? false)
  }
}
