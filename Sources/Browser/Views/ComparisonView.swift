import DetainerModel
import Screen
import Text

/// Two reports or spans of time held against each other, jurisdiction by jurisdiction.
struct ComparisonView: DataView {
  static let command = Command(
    "compare", "= g=", "Compare with the report before; again: the year before, another source."
  ) { state, _ in state.open(ComparisonView(in: state)) }

  /// What the selected report is held against.
  enum Other: Hashable, Sendable {
    /// The report of the same kind before it; at the oldest one that after it.
    case before
    /// The same period of the year before, for a week 52 weeks earlier.
    case yearBefore
    /// Another source of the same period.
    case otherSource
    /// Two spans that were typed, whatever report is selected.
    case typed(Period, Period)

    /// What is compared when the key is pressed again.
    var next: Other {
      switch self {
      case .before: .yearBefore
      case .yearBefore: .otherSource
      case .otherSource: .before
      case .typed(_, let after): after.yearBefore.map { .typed($0, after) } ?? .before
      }
    }
  }

  /// One of the two sides.
  private struct Side {
    let period: Period
    /// The report, where the side is one.
    let report: Report?

    init(_ report: Report) {
      period = report.period
      self.report = report
    }

    init(_ period: Period) {
      self.period = period
      report = nil
    }

    var terms: [FilterTerm] { report?.terms ?? period.terms }
  }

  var other: Other
  /// Declined is Section II of a published report, issued its Section I.
  var measure: ComparedCount

  init(in state: BrowserState, with other: Other = .before) {
    self.other = other
    measure = state.usual.measure == .issued ? .issued : .declined
  }

  func path(_ shown: Shown) -> [String] {
    guard let (before, after) = sides(shown) else {
      return ["Compare"] + (shown.week.map { [$0.report.label] } ?? [])
    }
    guard before.period == after.period, let first = before.report, let last = after.report else {
      return ["Compare", before.period.words, after.period.words]
    }
    return ["Compare", "\(first.label) \(first.source)", last.source]
  }

  /// What is compared: issued and declined of published reports are their first two sections.
  func measureWords(_ shown: Shown) -> String {
    guard sides(shown)?.after.report?.kind == .published else { return measure.rawValue }
    return measure == .issued ? "Section I: issued" : "Section II: declined"
  }

  func subject(_ shown: Shown) -> String {
    guard let (before, after) = sides(shown) else { return "" }
    if !isOfWeek { return "\(before.period.name) \(after.period.name)" }
    let other = before.period == shown.week?.report.period ? after : before
    return before.period == after.period ? before.report?.source ?? "" : other.period.name
  }
  var fileName: String { "compare" }
  var isOfWeek: Bool { if case .typed = other { false } else { true } }

  func command(_ shown: Shown) -> Equivalent {
    guard let (before, after) = sides(shown) else { return Equivalent(nil) }
    let words = ["compare", before.period.name, after.period.name, "--measure", measure.rawValue]
    let query = shown.query.with(filter(shown))
    guard let first = before.report?.source, let second = after.report?.source else {
      return .command(words + query.options)
    }
    if before.period == after.period {
      // Two sources of one span stand in an option, with a comma between them.
      return first.contains(",") || second.contains(",")
        ? .none(
          "no command compares sources with a comma in their names; \(shown.key(ExportDialog.command)) writes the rows"
        )
        : .command(words + ["--source=\(first),\(second)"] + query.options)
    }
    func covers(_ source: String, _ period: Period) -> Bool {
      shown.dataset.table.reports.contains {
        $0.source == source && $0.period.isKnown && $0.period.days.overlaps(period.days)
      }
    }
    // Elsewhere a command takes the same sources for either span.
    guard first == second || !covers(first, after.period) && !covers(second, before.period) else {
      return .none(
        "no command compares spans of two sources that share days; \(shown.key(ExportDialog.command)) writes the rows"
      )
    }
    let sources = FilterTerm(
      .source, first == second ? [.equals(first)] : [.equals(first), .equals(second)])
    return .command(
      words + query.with(query.filter.and(Filter(terms: [sources]))).options)
  }

  // MARK: Keys

  var keys: [ViewKey] {
    [
      .enter("rows", help: "Go to the report that has the place: the later one, else the earlier."),
      ViewKey(
        .nextChange, "change", with: .previousChange, help: "Go to the next change."
      ) { state, _ in
        state.move(by: 1, to: Self.changed, otherwise: "there is no change below")
      },
      ViewKey(.previousChange, help: "Go to the change before.") { state, _ in
        state.move(by: -1, to: Self.changed, otherwise: "there is no change above")
      },
      ViewKey(
        Self.command, "other",
        help:
          "Compare with another one: the report before, that of the year before, another source."
      ) { state, _ in
        state.open(changed { $0.other = other.next })
      },
      ViewKey(.measure, "measure", help: "Compare declines, or the ranks of Section I.") {
        state, _ in
        state.change(changed { $0.measure = measure == .declined ? .issued : .declined })
      },
      .nothing(.nextPane), .nothing(.previousPane),
      .says(.sort, Self.orderSentence), .says(.reverse, Self.orderSentence),
    ]
  }

  private static let orderSentence: @Sendable (Keymap) -> String = { keymap in
    "what changed most comes first; \(keymap.key(.nextChange)) and \(keymap.key(.previousChange)) "
      + "go from change to change"
  }

  /// Enter goes to the report that has the place: the later one, unless only the earlier does.
  func destination(of row: Table.Row, _ shown: Shown) -> Destination {
    guard let place = row.identity.place else {
      return .nowhere("there are no rows behind what is not itemised")
    }
    func isSome(_ cell: Int) -> Bool {
      row.cells[cell].first?.isNumber == true && row.cells[cell].first != "0"
    }
    guard let (before, after) = sides(shown) else { return .place(place) }
    let side = isSome(1) && !isSome(2) ? before : after
    return side.report.map { .week($0.period, place, .jurisdictions) }
      ?? .rows(place.terms + side.terms, .weeks)
  }

  /// Whether a row of the table changed.
  private static func changed(_ row: Table.Row) -> Bool {
    row.cells.count > 4 && !row.cells[4].isEmpty
      && ![Change.same, .unknown].contains { row.cells[4].hasPrefix($0.glyph) }
  }

  // MARK: What is compared

  /// What is held against each other; nil when there is nothing to hold the report against.
  private func sides(_ shown: Shown) -> (before: Side, after: Side)? {
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
  private func filter(_ shown: Shown) -> Filter {
    Filter(
      terms: shown.query.filter.terms.filter {
        measure != .issued || $0.field?.choosesWhatIsShown != true
      })
  }

  private func selection(of side: Side, _ shown: Shown) -> Selection? {
    let terms = filter(shown).terms + side.terms
    return try? Selection(
      shown.query.with(Filter(terms: terms)).measuring(measure.measure), in: shown.dataset)
  }

  func table(_ shown: Shown) throws(SourceOverlap) -> Table {
    guard let (before, after) = sides(shown) else {
      return Table(
        empty: shown.week.map { sentence(without: $0.report) }
          ?? "No week is selected – \(shown.key(.escape)) clears the filter.")
    }
    guard let earlier = selection(of: before, shown), let later = selection(of: after, shown) else {
      return Table()
    }
    for (side, chosen) in [(before, earlier), (after, later)] where chosen.chosenReports.isEmpty {
      return Table(empty: "No report covers \(side.period.name) – gs compares other spans.")
    }
    let rows = try earlier.compared(with: later, by: [.jurisdiction], measure: measure)
    let reports = [earlier, later].flatMap { chosen in
      chosen.chosenReports.map { chosen.dataset.table.reports[$0] }
    }
    let hasPublished = reports.contains { $0.kind == .published }
    let days = (
      before: earlier.coveredDays(of: before.period, counting: measure),
      after: later.coveredDays(of: after.period, counting: measure)
    )
    let section =
      hasPublished ? measure == .issued ? " (Section I)" : " (Section II)" : ""
    var table = Table(
      empty:
        "Neither report says how many were \(measure.rawValue)\(section) in any jurisdiction under this filter."
    )
    table.coverage =
      before.report == nil ? "\(earlier.coverageWords) against \(later.coverageWords)" : ""
    table.listing = later.comparisonListing(
      rows, with: earlier, keys: [.jurisdiction], days: days)
    let unlike = CoveredDays.unlike(
      (days.before, earlier.total(of: measure)), (days.after, later.total(of: measure)),
      of: measure.rawValue)
    let open =
      hasPublished
      ? measure == .declined
        ? "2+ is at least, 0–2 between: what is not itemised may be of a place."
        : "Section I is a list of ranks: who is not ranked is not known, and not 0."
      : nil
    table.caution = unlike ?? ""
    table.note = open ?? ""
    // Where there is little room the path says which they are, and both numbers stay.
    let isNarrow = shown.room.width < 60
    table.columns = [
      .init(title: "jurisdiction", kind: .text),
      .init(title: isNarrow ? "before" : before.period.words, rank: 2),
      .init(title: isNarrow ? "after" : after.period.words, rank: 1),
      .init(title: "change", rank: 3), .init(title: "", kind: .text),
      .init(title: "", kind: .bar, rank: 4),
    ]
    let largest = rows.map(\.distance).max() ?? 0
    table.rows = rows.map { row in
      Table.Row(
        identity: .group(row.keys),
        cells: [
          row.keys[0].name, row.gapBefore?.rawValue ?? row.before.text,
          row.gapAfter?.rawValue ?? row.after.text, row.difference.map { signed($0) } ?? "",
          row.change.map { isNarrow ? $0.glyph : "\($0.glyph) \($0.words)" } ?? "", "",
        ],
        part: largest > 0 ? Double(row.distance) / Double(largest) : 0,
        style: row.change == .same || row.keys[0].isUnknown ? .dim : .normal)
    }
    if !rows.isEmpty { table.total = total(rows, from: earlier, to: later) ?? [] }
    return table
  }

  /// The sums, where they are known: ranks of Section I are of other places on either side.
  private func total(
    _ rows: [ComparisonRow], from earlier: Selection, to later: Selection
  ) -> [String]? {
    let sums: (before: Known, after: Known)
    if measure == .declined {
      sums = (earlier.declinedTotal, later.declinedTotal)
    } else {
      guard rows.allSatisfy({ $0.before.isExact && $0.after.isExact }) else { return nil }
      sums = rows.reduce((.zero, .zero)) { ($0.0 + $1.before, $0.1 + $1.after) }
    }
    return [
      "Total", sums.before.text, sums.after.text,
      (sums.after - sums.before).exact.map { signed($0) } ?? "", "", "",
    ]
  }

  private func sentence(without report: Report) -> String {
    switch other {
    case .before:
      "There is no other \(report.kind.rawValue) report of a \(report.period.unit) – = holds \(report.label) against the year before."
    case .yearBefore:
      "No report covers \(report.period.yearBefore?.sentenceName ?? report.label), a year before – ] and [ change the \(report.period.unit), = holds it against another source."
    case .otherSource:
      "No other source covers \(report.period.sentenceName) – ] and [ change the \(report.period.unit), = holds it against the report before."
    case .typed: ""
    }
  }

  private func signed(_ number: Int) -> String {
    number > 0 ? "+" + grouped(number) : grouped(number)
  }
}
