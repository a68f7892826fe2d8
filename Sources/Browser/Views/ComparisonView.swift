import DetainerModel
import Screen
import Text

/// Two reports held against each other, jurisdiction by jurisdiction.
struct ComparisonView: Hashable, Sendable {
  /// What the selected report is held against.
  enum Other: Int, CaseIterable, Hashable, Sendable {
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

  func path(_ state: BrowserState) -> [String] {
    guard let after = state.week?.report else { return ["Compare"] }
    guard let before = before(state) else { return ["Compare", after.label] }
    let isOneWeek = before.week == after.week
    return [
      "Compare", isOneWeek ? "\(before.label) \(before.source)" : before.label,
      isOneWeek ? after.source : after.label,
    ]
  }

  /// What is compared: issued and declined of published reports are their first two sections.
  func measureWords(_ state: BrowserState) -> String {
    guard state.week?.report.kind == .published else { return measure.title }
    return measure == .issued ? "Section I: issued" : "Section II: declined"
  }

  /// The report that the selected one is held against; nil when there is none.
  func before(_ state: BrowserState) -> Report? {
    guard let after = state.week?.report, after.week.isKnown else { return nil }
    let reports = state.dataset.orderedReports.map { state.dataset.table.reports[$0] }
    return switch other {
    case .before: reports.first { $0.week < after.week && $0.kind == after.kind && $0.week.isKnown }
    case .yearBefore:
      reports.first { $0.week == after.week.adding(-52) && $0.kind == after.kind }
    case .otherSource: reports.first { $0.week == after.week && $0.source != after.source }
    }
  }

  func table(_ state: BrowserState) -> ViewTable {
    var table = ViewTable()
    guard let after = state.week?.report else {
      table.empty = "No week is selected – Esc clears the filter."
      return table
    }
    guard let before = before(state) else {
      table.empty = sentence(without: after)
      return table
    }
    guard let earlier = selection(of: before, state), let later = selection(of: after, state),
      let rows = try? earlier.compared(with: later, by: [.jurisdiction], measure: measure)
    else { return table }
    table.listing = later.comparisonListing(rows, keys: [.jurisdiction])
    let section =
      after.kind == .published ? measure == .issued ? " (Section I)" : " (Section II)" : ""
    table.empty =
      "Neither report says how many were \(measure.title)\(section) in any jurisdiction under this filter."
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
      ViewTable.Row(
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

  private static let unknown = "? not known"

  /// Whether a row of the table changed.
  static func changed(_ row: ViewTable.Row) -> Bool {
    row.cells.count > 4 && row.cells[4] != unknown
      && !row.cells[4].hasSuffix(Change.same.rawValue)
  }

  private func selection(of report: Report, _ state: BrowserState) -> Selection? {
    // Issued is counted before the outcome: most of those issued to were not declined.
    let chosen = state.filter.terms.filter {
      measure != .issued || $0.field?.choosesWhatIsShown != true
    }
    return try? Selection(state.query(Filter(terms: chosen + report.terms)), in: state.dataset)
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
