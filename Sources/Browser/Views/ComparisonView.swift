import DetainerModel
import Screen
import Text

/// Two reports held against each other, jurisdiction by jurisdiction.
struct ComparisonView: DataView {
  static let command = Command(
    "compare", "= g=", "Compare with the report before; again: the year before, another source."
  ) { state, _ in state.open(ComparisonView()) }

  /// What the selected report is held against.
  enum Other: CaseIterable, Hashable, Sendable {
    /// The report of the same source before it.
    case before
    /// The week of the year before, 52 weeks earlier.
    case yearBefore
    /// Another source of the same week.
    case otherSource
  }

  var other = Other.before
  /// Declined is Section II of a published report, issued its Section I.
  var measure = Measure.declined

  func path(_ shown: Shown) -> [String] {
    guard let after = shown.week?.report else { return ["Compare"] }
    guard let before = before(shown) else { return ["Compare", after.label] }
    let isOneWeek = before.week == after.week
    return [
      "Compare", isOneWeek ? "\(before.label) \(before.source)" : before.label,
      isOneWeek ? after.source : after.label,
    ]
  }

  /// What is compared: issued and declined of published reports are their first two sections.
  func measureWords(_ shown: Shown) -> String {
    guard shown.week?.report.kind == .published else { return measure.title }
    return measure == .issued ? "Section I: issued" : "Section II: declined"
  }

  var fileName: String { "compare" }

  func command(_ shown: Shown) -> [String]? {
    guard let after = shown.week?.report, let before = before(shown) else { return nil }
    return ["compare", before.week.iso, after.week.iso, "--measure", measure.rawValue, "--source"]
      + [before.source == after.source ? after.source : "\(before.source),\(after.source)"]
      + shown.query.with(filter(shown)).options
  }

  // MARK: Keys

  var keys: [ViewKey] {
    [
      .enter("rows"),
      ViewKey(.nextChange, "change", keys: "} {") { state, _ in
        state.move(by: 1, to: Self.changed, otherwise: "there is no change below")
      },
      ViewKey(.previousChange) { state, _ in
        state.move(by: -1, to: Self.changed, otherwise: "there is no change above")
      },
      ViewKey(Self.command, "other") { state, _ in
        state.open(changed { $0.other = Other.allCases.element(1, from: other) })
      },
      ViewKey(.measure, "measure") { state, _ in
        state.change(changed { $0.measure = measure == .declined ? .issued : .declined })
      },
      .says(.sort, "what changed most comes first; } and { go from change to change"),
      .says(.reverse, "what changed most comes first; } and { go from change to change"),
    ]
  }

  func destination(of row: Table.Row, _ shown: Shown) -> Destination {
    row.identity.place.map { .place($0) }
      ?? .nowhere("there are no rows behind what is not itemised")
  }

  private static let unknown = "? not known"

  /// Whether a row of the table changed.
  private static func changed(_ row: Table.Row) -> Bool {
    row.cells.count > 4 && row.cells[4] != unknown
      && !row.cells[4].hasSuffix(Change.same.rawValue)
  }

  // MARK: What is compared

  /// The report that the selected one is held against; nil when there is none.
  private func before(_ shown: Shown) -> Report? {
    guard let after = shown.week?.report, after.week.isKnown else { return nil }
    let reports = shown.dataset.orderedReports.map { shown.dataset.table.reports[$0] }
    return switch other {
    case .before: reports.first { $0.week < after.week && $0.kind == after.kind && $0.week.isKnown }
    case .yearBefore:
      reports.first { $0.week == after.week.adding(-52) && $0.kind == after.kind }
    case .otherSource: reports.first { $0.week == after.week && $0.source != after.source }
    }
  }

  /// Issued is counted before the outcome: most of those issued to were not declined.
  private func filter(_ shown: Shown) -> Filter {
    Filter(
      terms: shown.query.filter.terms.filter {
        measure != .issued || $0.field?.choosesWhatIsShown != true
      })
  }

  private func selection(of report: Report, _ shown: Shown) -> Selection? {
    let terms = filter(shown).terms + report.terms
    return try? Selection(
      shown.query.with(Filter(terms: terms)).measuring(measure), in: shown.dataset)
  }

  func table(_ shown: Shown) throws(SourceOverlap) -> Table {
    guard let after = shown.week?.report else {
      return Table(empty: "No week is selected – Esc clears the filter.")
    }
    guard let before = before(shown) else { return Table(empty: sentence(without: after)) }
    guard let earlier = selection(of: before, shown), let later = selection(of: after, shown) else {
      return Table()
    }
    let rows = try earlier.compared(with: later, by: [.jurisdiction], measure: measure)
    let section =
      after.kind == .published ? measure == .issued ? " (Section I)" : " (Section II)" : ""
    var table = Table(
      empty:
        "Neither report says how many were \(measure.title)\(section) in any jurisdiction under this filter."
    )
    table.listing = later.comparisonListing(rows, keys: [.jurisdiction])
    if after.kind == .published || before.kind == .published {
      table.note = "– is not stated: it may be among what is not itemised."
    }
    table.columns = [
      .init(title: "jurisdiction", kind: .text), .init(title: before.label, rank: 3),
      .init(title: after.label, rank: 2), .init(title: "change"),
      .init(title: "", kind: .text, rank: 1), .init(title: "", kind: .bar, rank: 4),
    ]
    let largest = rows.map { abs($0.difference ?? 0) }.max() ?? 0
    table.rows = rows.map { row in
      Table.Row(
        identity: .group(row.keys),
        cells: [
          row.keys[0].name, grouped(row.before), grouped(row.after),
          row.difference.map { signed($0) } ?? "–",
          row.change.map { "\($0.glyph) \($0.rawValue)" } ?? Self.unknown, "",
        ],
        part: largest > 0 ? Double(abs(row.difference ?? 0)) / Double(largest) : 0,
        style: row.change == .same || row.keys[0].isUnknown ? .dim : .normal)
    }
    if !rows.isEmpty {
      let sums = (rows.compactMap(\.before).reduce(0, +), rows.compactMap(\.after).reduce(0, +))
      table.total = ["Total", grouped(sums.0), grouped(sums.1), signed(sums.1 - sums.0), "", ""]
    }
    return table
  }

  private func sentence(without report: Report) -> String {
    switch other {
    case .before:
      "No \(report.kind.rawValue) report is older than \(report.label) – ] goes to the week after, = compares with the year before."
    case .yearBefore:
      "No report covers the week \(report.week.adding(-52).iso), a year before – ] and [ change the week, = holds it against another source."
    case .otherSource:
      "No other source covers the week \(report.label) – ] and [ change the week, = holds it against the report before."
    }
  }

  private func signed(_ number: Int) -> String {
    number > 0 ? "+" + grouped(number) : grouped(number)
  }
}
