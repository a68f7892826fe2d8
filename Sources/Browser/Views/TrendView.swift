import DetainerModel
import Screen
import Text

/// Counts over time: everything under the filter, or one jurisdiction.
struct TrendView: Hashable, Sendable {
  var span = TrendSpan.week
  /// Whether only the selected jurisdiction is counted.
  var isOfPlace: Bool
  var measure = Measure.declined
  /// The least total under a percentage that is drawn with the others.
  var minimum = 100
  var isOldestFirst = false

  /// Opens on what a pane lists.
  init(of pane: Pane) { isOfPlace = pane != .weeks }

  func path(_ state: BrowserState) -> [String] {
    [
      "Trend", place(state).map { $0.name } ?? "everything",
      "by \(span.key.words)",
    ]
  }

  var measureWords: String { measure.words(minimum: minimum) }

  /// The jurisdiction that is counted; nil for everything.
  private func place(_ state: BrowserState) -> JurisdictionRow? {
    guard isOfPlace, let row = state.jurisdiction, !row.isRemainder else { return nil }
    return row
  }

  private func selection(_ state: BrowserState) -> Selection? {
    guard let place = place(state)?.jurisdiction else { return state.selection }
    // The terms of a row name what there is.
    return try? state.selection?.narrowed(by: Filter(terms: place.terms))
  }

  func table(_ state: BrowserState) -> ViewTable {
    var table = ViewTable()
    guard let selection = selection(state) else { return table }
    var points: [TrendPoint]
    do throws(SourceOverlap) { points = try selection.trend(by: span) } catch {
      table.empty = error.description
      return table
    }
    table.empty = "Nothing passes the filter – Esc clears it."
    guard !points.isEmpty else { return table }
    let (chart, valueOfPoint) = sparkline(points)
    // The chart goes through time; the rows begin with the newest, as the weeks do.
    let undated = points.filter { !$0.start.isKnown }
    points.removeAll { !$0.start.isKnown }
    if !isOldestFirst { points.reverse() }
    points += undated
    table.listing = selection.trendListing(points, by: span)
    let hasYears = points.contains { $0.yearBefore != nil }
    table.columns = columns
    let largest = points.compactMap { drawn($0) }.max() ?? 0
    let runs = runs(of: points)
    table.rows = runs.map { run in
      let point = points[run.lowerBound]
      return run.count > 1 ? gap(run.count, at: point) : row(point, largest)
    }
    if points.count - undated.count >= Sparkline.least {
      table.chart = chart
      table.chart?.valueOfRow = runs.map { valueOfPoint[points[$0.lowerBound].start] }
    }
    table.total = total(points)
    if !hasYears { table.removeColumns([2, 3]) }
    table.note = note(selection)
    return table
  }

  /// Gaps in a row are one line; everything else is a line of its own.
  private func runs(of points: [TrendPoint]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in points.indices {
      if points[index].isGap, let last = runs.last, points[last.lowerBound].isGap {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }

  // MARK: Cells

  private var columns: [ViewTable.Column] {
    let total =
      measure == .shareOfResolved ? "resolved" : "issued"
    return [
      .init(title: span.key.words, kind: .text), .init(title: measure.title),
      .init(title: "year before", rank: 3), .init(title: "change", rank: 2),
      .init(title: "", kind: .text, rank: 1), .init(title: "", kind: .bar, rank: 4),
    ]
      + (measure.isShare ? [.init(title: "declined", rank: 6)] : [])
      + [.init(title: total, rank: 5)]
  }

  private func row(_ point: TrendPoint, _ largest: Double) -> ViewTable.Row {
    let (now, before) = (value(point.group), value(point.yearBefore))
    let change = now.flatMap { now in before.map { words(now - $0, isSigned: true) } }
    let value = point.isGap ? "" : words(now)
    return ViewTable.Row(
      identity: .group([.text(point.label)]),
      cells: [
        point.start.isKnown ? point.label : "(undated)", value,
        point.yearBefore == nil ? "" : words(before), change ?? "", remark(point), "",
      ] + (measure.isShare ? [grouped(point.group?.declined)] : [])
        + [point.isGap ? "" : grouped(total(of: point.group))],
      part: largest > 0 ? (drawn(point) ?? 0) / largest : 0,
      style: point.isGap || now == nil || !isRanked(point) ? .dim : .normal)
  }

  private func gap(_ count: Int, at point: TrendPoint) -> ViewTable.Row {
    var cells = Array(repeating: "", count: columns.count)
    cells[0] = "(\(counted(count, span.key.words)))"
    cells[4] = "no report"
    return ViewTable.Row(identity: .gap(point.start), cells: cells, style: .dim)
  }

  /// What must be known of a span before its count is believed.
  private func remark(_ point: TrendPoint) -> String {
    if point.isGap { return "no report" }
    if let batch = point.batches.max(by: { $0.detainers < $1.detainers }) {
      return "! \(grouped(batch.detainers)) of \(batch.state) on one day"
    }
    return point.isIncomplete && span != .week
      ? "\(point.weeks.covered) of \(counted(point.weeks.all, "week"))" : ""
  }

  private func total(_ points: [TrendPoint]) -> [String] {
    guard !measure.isShare else { return [] }
    func sum(_ counts: [Int?]) -> Int? {
      let known = counts.compactMap { $0 }
      return known.isEmpty ? nil : known.reduce(0, +)
    }
    // Built and published issued are never added (rule 8 of the data).
    let built = points.filter { $0.group?.includesPublished == false }
    return [
      "Total", grouped(sum(points.map { $0.group?.declined })), "", "", "", "",
      grouped(sum((built.isEmpty ? points : built).map { $0.group?.issued })),
    ]
  }

  private func note(_ selection: Selection) -> String {
    let reports = selection.chosenReports.map { selection.dataset.table.reports[$0] }
    guard let built = reports.first(where: { $0.kind == .built }) else {
      return "– is not stated. A gap is not a zero."
    }
    return
      "Built reports count \(built.basis.words); lift reasons arrive late. A gap is not a zero."
  }

  // MARK: Values

  private func value(_ group: Group?) -> Double? { group.flatMap { measure.value(of: $0) } }

  private func total(of group: Group?) -> Int? {
    measure == .shareOfResolved ? group?.resolved : group?.issued
  }

  private func isRanked(_ point: TrendPoint) -> Bool {
    point.group.map { measure.isRanked($0, minimum: minimum) } ?? false
  }

  /// The value where it is drawn: a share of few is no better than chance.
  private func drawn(_ point: TrendPoint) -> Double? {
    isRanked(point) ? value(point.group) : nil
  }

  private func words(_ value: Double?, isSigned: Bool = false) -> String {
    guard let value else { return "–" }
    let sign = isSigned && value > 0 ? "+" : value < 0 ? "-" : ""
    let size = abs(value)
    return sign
      + (measure.isShare ? WeekDetail.percent(size) : grouped(Int(size.rounded())))
  }

  /// The chart, and where each dated span stands in it; long gaps shrink.
  private func sparkline(_ points: [TrendPoint]) -> (Sparkline, [Day: Int]) {
    let dated = points.filter(\.start.isKnown)
    var chart = Sparkline()
    var places: [Day: Int] = [:]
    for run in runs(of: dated) {
      let isLong = run.count > 5
      if isLong { chart.breaks.formUnion(chart.values.count..<chart.values.count + 3) }
      for point in dated[isLong ? run.prefix(3) : run] {
        places[point.start] = chart.values.count
        chart.values.append(drawn(point))
        chart.labels.append(point.label)
      }
    }
    let known = dated.filter { drawn($0) != nil }
    func value(_ point: TrendPoint) -> Double { drawn(point) ?? 0 }
    let ends = [
      ("min", known.min { value($0) < value($1) }), ("max", known.max { value($0) < value($1) }),
      ("last", known.last),
    ].compactMap { name, point in point.map { (name, words(drawn($0)), $0.label) } }
    chart.captions = [
      ends.map { "\($0) \($1) in \($2)" }.joined(separator: " · "),
      ends.map { "\($0.0) \($0.1)" }.joined(separator: " · "),
    ]
    return (chart, places)
  }
}

extension Measure {
  /// The measure as it is said of a view, with the least total of a share.
  func words(minimum: Int) -> String {
    isShare ? "\(title), of \(grouped(minimum)) or more" : title
  }
}
