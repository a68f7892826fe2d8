import DetainerModel
import Screen
import Text

/// Two keys against each other: one down, one across, with totals that add up.
struct PivotView: Hashable, Sendable {
  /// What the cells say.
  enum Measure: String, CaseIterable, Hashable, Sendable {
    case declined
    case ofRow = "% of row"
    case ofColumn = "% of column"
    case ofIssued = "% of issued"
    case ofResolved = "% of resolved"
  }

  /// The keys of rows and columns.
  var rows: GroupKey
  var columns: GroupKey
  /// What is counted, and how rows are ordered.
  var counts: FrequencyView
  var measure = Measure.declined
  /// The column that Enter goes into, too; nil for all of the row.
  var marked: Int?

  /// Opens on what a pane lists.
  init(of pane: Pane) {
    counts = FrequencyView(of: pane)
    rows = counts.key
    columns = counts.scope == .all ? .quarter : .citizenship
    if rows == columns { columns = .facility }
  }

  func path(_ state: BrowserState) -> [String] {
    var path = counts.path(state)
    path[0] = "Pivot"
    path[path.count - 1] = "\(rows.words) by \(columns.words)"
    return path
  }

  var measureWords: String {
    measure == .ofIssued || measure == .ofResolved
      ? "\(measure.rawValue), of \(grouped(counts.minimum)) or more" : measure.rawValue
  }

  /// The terms that choose the marked column; none for all of the row.
  func columnTerms(_ state: BrowserState) -> [FilterTerm]? {
    guard let marked else { return [] }
    let values = (try? Cells(self, state))?.columns ?? []
    return values.indices.contains(marked) ? columns.terms(for: values[marked]) : []
  }

  func table(_ state: BrowserState) -> ViewTable {
    var table = ViewTable()
    table.empty = "Nothing passes the filter – Esc clears it, D shows all outcomes."
    guard let selection = counts.selection(state) else { return table }
    let keys = [rows, columns]
    let found: Cells?
    do throws(SourceOverlap) { found = try Cells(self, state) } catch {
      table.empty = error.description
      return table
    }
    guard let cells = found, !cells.rows.isEmpty else { return table }
    table.listing = selection.countListing(cells.groups, keys: keys)
    let shown = cells.fitting(state.layout.view.width)
    table.columns =
      [.init(title: rows.words, kind: .text), .init(title: "total")]
      + cells.columns.prefix(shown).map { .init(title: cells.title($0, of: columns)) }
    let rest = cells.columns.count - shown
    if rest > 0 { table.columns.append(.init(title: "\(grouped(rest)) other")) }
    table.rows = cells.rows.map { value in
      ViewTable.Row(
        identity: .group([value]),
        cells: [rows.label(of: value)] + cells.texts(row: value, shown: shown),
        style: value.isUnknown ? .dim : .normal)
    }
    table.note = "A blank is none at all; – is not stated."
    table.total = ["Total"] + cells.texts(row: nil, shown: shown)
    if let marked, marked < shown { table.markedColumn = marked + 2 }
    return table
  }
}
