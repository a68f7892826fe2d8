import DetainerModel
import Screen
import Text

/// Counts over time: everything under the filter, or one jurisdiction.
struct TrendView: MeasuredView {
  static let command = Command(
    "trend", "gt",
    "Show counts over time; again: of everything or of this jurisdiction."
  ) { state, _ in state.open(TrendView(in: state)) }

  var span = Period.Length.week
  /// Whether only the selected jurisdiction is counted.
  var isOfPlace: Bool
  var measure: CellMeasure
  /// The least total under a percentage that is drawn with the others.
  var minimum: Int
  /// What is usual where no option says it.
  let usual: UsualMeasure
  var isOldestFirst = false

  init(in state: BrowserState) {
    isOfPlace = state.focus != .weeks
    usual = state.usual
    measure = state.firstMeasure
    minimum = usual.minimum
  }

  var settings: [String: String] {
    settings(beside: ["span": span.rawValue, "scope": isOfPlace ? "place" : "all"])
  }

  mutating func take(_ settings: [String: String]) {
    span = settings["span"].flatMap { Period.Length(rawValue: $0) } ?? span
    isOfPlace = settings["scope"].map { $0 == "place" } ?? isOfPlace
    takeMeasure(settings)
  }

  func path(_ shown: Shown) -> [String] {
    ["Trend", place(shown)?.name ?? "everything", "by \(span.key.words)"]
  }

  func measureWords(_ shown: Shown) -> String { measure.words(minimum: minimum) }
  func subject(_ shown: Shown) -> String { place(shown)?.name ?? "" }
  var fileName: String { "trend-by-\(span.key.fileWords)" }

  func question(_ shown: Shown) -> (Selection, [GroupKey])? {
    selection(shown).map { ($0, [span.key]) }
  }

  func command(_ shown: Shown) -> Equivalent {
    Equivalent(
      selection(shown).map {
        ["count", "--by", span.rawValue, "--trend"]
          + usual.options(measuring: measure == .persons ? .persons : .declined)
          + (isOldestFirst ? ["--sort", "-" + span.rawValue] : []) + $0.query.options
      })
  }

  func firstRow(_ shown: Shown) -> RowIdentity? {
    shown.week.map { .group([.text(span.label(of: span.start(of: $0.report.period.end)))]) }
  }

  // MARK: Keys

  var keys: [ViewKey] {
    @Sendable func changeScope(_ state: inout BrowserState, _ count: Int?) {
      state.open(changed { $0.isOfPlace.toggle() })
    }
    @Sendable func step(_ step: Int, _ state: inout BrowserState) {
      state.open(changed { $0.span = Period.Length.ofTrend.element(step, from: span) })
    }
    let scopeHelp =
      "Change the scope: count everything under the filter, or this jurisdiction alone."
    return [
      .enter("rows", help: "Go to the reports of this span."),
      ViewKey(.nextPane, "span", help: "Count by the next span: day, week, month, quarter, year.") {
        state, _ in step(1, &state)
      },
      ViewKey(.previousPane, help: "Count by the span before that.") { state, _ in step(-1, &state)
      },
      // In the view that charts are the beginning of, their key goes on as it does there.
      ViewKey(ChartsDialog.command, "everything or place", help: scopeHelp) {
        changeScope(&$0, $1)
      },
      ViewKey(Self.command, help: scopeHelp) { changeScope(&$0, $1) },
      ViewKey(.measure, "measure", help: CountView.measureHelp) { state, count in
        let withPersons = state.shown.dataset.table.hasPersons
        state.change(
          changed {
            $0.measure.change(minimum: count, of: &$0.minimum, withPersons: withPersons)
          })
      },
      .says(.sort) { "spans of time stand in their order; \($0.key(.reverse)) reverses it" },
      ViewKey(.reverse, help: "Begin with the oldest span, or with the newest.") { state, _ in
        state.change(changed { $0.isOldestFirst.toggle() })
      },
    ]
  }

  func ordered(byColumn column: Int) -> (any DataView)? {
    column == 0 ? changed { $0.isOldestFirst.toggle() } : nil
  }

  /// Enter goes to a week, or to the weeks of a longer span.
  func destination(of row: Table.Row, _ shown: Shown) -> Destination {
    guard case .group(let keys) = row.identity, case .text(let label) = keys[0] else {
      return .nowhere("no report covers this time")
    }
    guard span == .week || span == .day else {
      return Destination(span.key.terms(for: keys[0]), in: .weeks)
    }
    let day = ClosedRange<Day>(naming: label)?.lowerBound ?? .none
    return .week(Period(.week, containing: day), nil, isOfPlace ? .jurisdictions : .weeks)
  }

  // MARK: What is counted

  /// The jurisdiction that is counted; nil for everything.
  private func place(_ shown: Shown) -> JurisdictionRow? {
    guard isOfPlace, let row = shown.jurisdiction, !row.isRemainder else { return nil }
    return row
  }

  private func selection(_ shown: Shown) -> Selection? {
    // The total is of the spans in sight, longer reports among them.
    guard let place = place(shown)?.jurisdiction else {
      return shown.selection?.taking(in: [span.key])
    }
    // The terms of a row name what there is.
    return try? shown.selection?.narrowed(by: Filter(terms: place.terms)).taking(in: [span.key])
  }

  func table(_ shown: Shown) throws(SourceOverlap) -> Table {
    guard let selection = selection(shown) else { return Table() }
    let withPersons = measure == .persons
    if withPersons, !selection.hasOnePersonSource {
      return Table(empty: CountView.severalReleases)
    }
    var points =
      withPersons
      ? try selection.trendWithPersons(by: span) : try selection.trend(by: span)
    var table = Table(empty: "Nothing passes the filter – \(shown.key(.escape)) clears it.")
    guard !points.isEmpty else { return table }
    table.coverage = selection.coverageWords
    let (chart, valueOfPoint) = sparkline(points)
    // The chart goes through time; the rows begin with the newest, as the weeks do.
    points = points.ordered(oldestFirst: isOldestFirst)
    table.listing = selection.trendListing(points, by: span, withPersons: withPersons)
    table.columns = columns
    let largest = points.compactMap { drawn($0) }.max() ?? 0
    let runs = Sparkline.runs(of: points.map(\.isGap))
    table.rows = runs.map { run in
      let point = points[run.lowerBound]
      var row = run.count > 1 ? gap(run.count, at: point) : row(point, largest)
      row.lines = Array(run)
      return row
    }
    if points.count(where: \.start.isKnown) >= Sparkline.least {
      table.chart = chart
      table.chart?.valueOfRow = runs.map { valueOfPoint[points[$0.lowerBound].start] }
    }
    if measure.share == nil {
      let sums = Sums(points.compactMap(\.group), keepsApart: true)
      table.total = [
        "Total",
        withPersons
          ? CountView.text(selection.persons(by: [])[[]])
          : selection.declinedTotal.text, "", "", "", "", grouped(sums.issued),
      ]
    }
    if !points.contains(where: { !$0.isGap && $0.yearBefore != nil }) {
      table.removeColumns([2, 3])
    }
    table.note = note(selection, shown)
    return table
  }

  private func note(_ selection: Selection, _ shown: Shown) -> String {
    let reports = selection.chosenReports.map { selection.dataset.table.reports[$0] }
    guard let built = reports.first(where: { $0.kind == .built }) else {
      return "– is not stated. A gap is not a zero."
    }
    if measure == .persons {
      return "Different identifiers of the release, of the rows shown. A gap is not a zero."
    }
    if measure.share != nil {
      return selection.shareWords.isEmpty ? "A gap is not a zero." : selection.shareWords
    }
    let late = reports.compactMap { shown.late($0)?.from }.min()
    return
      "Built reports count \(built.basis.words)"
      + (late.map { "; lift reasons arrive late from \($0.name) on" } ?? "")
      + ". A gap is not a zero."
  }
}

/// The rows and the chart.
extension TrendView {
  private var columns: [Table.Column] {
    [
      .init(title: span.key.words, kind: .text), .init(title: measure.rawValue),
      .init(title: "year before", rank: 3), .init(title: "change", rank: 2),
      .init(title: "", kind: .text, rank: 1), .init(title: "", kind: .bar, rank: 4),
    ]
      + (measure.share == nil ? [] : [.init(title: "declined", rank: 6)])
      + [.init(title: measure == .ofResolved ? "resolved" : "issued", rank: 5)]
  }

  private func row(_ point: TrendPoint, _ largest: Double) -> Table.Row {
    let (now, before) = (value(point.group), value(point.yearBefore))
    let isExact = [point.group, point.yearBefore].allSatisfy { $0?.known.isExact != false }
    // A part of a span is never held against a whole one in silence.
    let isLike = point.hasLikeYearBefore && (isExact || measure != .declined)
    let change = now.flatMap { now in
      before.flatMap { isLike ? words(now - $0, isSigned: true) : nil }
    }
    let base = point.group?.shareBase
    let total = measure.share.map { base?.total($0) } ?? point.group?.issued
    return Table.Row(
      identity: .group([.text(point.label)]),
      cells: [
        point.label.isEmpty ? "(undated)" : point.label,
        point.isGap ? "" : words(now, point.group),
        point.yearBefore == nil
          ? "" : words(before, point.yearBefore) + (point.isYearBeforePart ? " ◖" : ""),
        change ?? "", remark(point),
        "",
      ] + (measure.share == nil ? [] : [point.isGap ? "" : grouped(base?.declined)])
        + [point.isGap ? "" : grouped(total)],
      part: largest > 0 ? (drawn(point) ?? 0) / largest : 0,
      style: point.isGap || now == nil || !isRanked(point) ? .dim : .normal)
  }

  private func gap(_ count: Int, at point: TrendPoint) -> Table.Row {
    var cells = Array(repeating: "", count: columns.count)
    cells[0] = "(\(counted(count, span.key.words)))"
    cells[4] = "no report"
    return Table.Row(identity: .gap(point.start), cells: cells, style: .dim)
  }

  /// What must be known of a span before its count is believed.
  private func remark(_ point: TrendPoint) -> String {
    if point.isGap { return "no report" }
    if let batch = point.batches.max(by: { $0.detainers < $1.detainers }) {
      return "! \(grouped(batch.detainers)) of \(batch.state) on one day"
    }
    return point.isPart ? "◖ \(point.coveredDays) of \(counted(point.days, "day"))" : ""
  }

  private func value(_ group: Group?) -> Double? { group.flatMap { measure.rank.value(of: $0) } }

  private func isRanked(_ point: TrendPoint) -> Bool {
    point.group.map { measure.rank.isRanked($0, minimum: minimum) } ?? false
  }

  /// The value where it is drawn: a share of few is no better than chance.
  private func drawn(_ point: TrendPoint) -> Double? {
    isRanked(point) ? value(point.group) : nil
  }

  /// A value of a span: declined with what is known of it.
  private func words(_ value: Double?, _ group: Group?) -> String {
    group.flatMap { measure == .declined ? $0.known.text : nil } ?? words(value)
  }

  private func words(_ value: Double?, isSigned: Bool = false) -> String {
    guard let value else { return "–" }
    let sign = isSigned && value > 0 ? "+" : value < 0 ? "-" : ""
    let size = abs(value)
    return sign + (measure.share == nil ? grouped(Int(size.rounded())) : percent(size))
  }

  /// The chart, and where each dated span stands in it; long gaps shrink.
  private func sparkline(_ points: [TrendPoint]) -> (Sparkline, [Day: Int]) {
    let dated = points.filter(\.start.isKnown)
    var (chart, found) = Sparkline.line(
      of: dated.map { .init(label: $0.label, value: drawn($0), isGap: $0.isGap) })
    let places = Dictionary(
      uniqueKeysWithValues: zip(dated, found).compactMap { point, place in
        place.map { (point.start, $0) }
      })
    chart.captions = Sparkline.captions(
      // A part of a span is no least, no most and no last.
      dated.filter { !$0.isPart }.compactMap { point in
        drawn(point).map { ($0, words($0, point.group), point.label) }
      })
    return (chart, places)
  }
}
