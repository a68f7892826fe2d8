import DetainerModel
import Text

/// The columns of the pane that has the whole screen: those that its rows have in an export, as far
/// as they say anything.
struct ZoomedColumns: Sendable {
  let pane: Pane
  let listing: Listing
  /// The columns that are shown, the most telling first.
  let columns: [Int]

  /// The names of reports, in place of their first days: a year is not called by the first of January.
  private let reports: [String]

  /// So many rows tell which columns say anything.
  private static let sample = 500

  /// Takes the rows of a pane; nil where it has none.
  init?(_ pane: Pane, _ shown: Shown) {
    guard let rows = shown.listing(pane), rows.rowCount > 0 else { return nil }
    self.pane = pane
    listing = pane == .detainers ? Self.withDays(rows, shown) : rows
    reports = pane == .weeks ? shown.weeks.map(\.report.label) : []
    var used: Set<Int> = []
    for row in 0..<min(listing.rowCount, Self.sample) {
      for (column, value) in listing.row(row).enumerated() where value != .missing {
        used.insert(column)
      }
    }
    let names = listing.columns.map(\.name)
    // Declined and the most of it are one column here, which says something where either does.
    if let (least, most) = Self.bounds(in: names), used.remove(most) != nil { used.insert(least) }
    let first = Self.first(pane).compactMap { name in names.firstIndex(of: name) }
    columns = (first + names.indices.filter { !first.contains($0) }).filter(used.contains)
  }

  /// The names of the columns that say most of a row.
  private static func first(_ pane: Pane) -> [String] {
    switch pane {
    case .weeks: ["week", "declined", "issued", "resolved", "listed"]
    case .jurisdictions: ["county", "state", "declined", "issued", "resolved"]
    case .detainers:
      [
        "crime", "count", "facility", "citizenship", "basis", "outcome", "issued", "declined",
        "days",
      ]
    }
  }

  /// The columns of the least and of the most that were declined; nil where they are not there.
  private static func bounds(in names: [String]) -> (least: Int, most: Int)? {
    guard let most = names.firstIndex(of: "declined_most") else { return nil }
    return names.firstIndex(of: "declined").map { ($0, most) }
  }

  /// Records with the days from issue to the end.
  private static func withDays(_ listing: Listing, _ shown: Shown) -> Listing {
    let (table, rows) = (shown.dataset.table, shown.detainers)
    return listing.with(
      columns: listing.columns + [.init("days", .integer)]
    ) { index, cells in
      listing.add(index, to: &cells)
      cells.append(table.age(rows[index]).map { .integer($0) } ?? .missing)
    }
  }

  /// The rows that are in sight, as a table.
  func table(_ rows: Range<Int>) -> Table {
    var table = Table()
    let names = listing.columns.map(\.name)
    let (bounds, week) = (Self.bounds(in: names), names.firstIndex(of: "week"))
    table.columns = columns.enumerated().map { place, column in
      Table.Column(
        title: listing.columns[column].words,
        kind: listing.columns[column].kind.isNumber ? .number : .text, rank: place)
    }
    table.rows = rows.map { row in
      let values = listing.row(row)
      func number(_ column: Int) -> Int? {
        if case .integer(let number) = values[column] { number } else { nil }
      }
      return Table.Row(
        identity: .line(row, fact: row, week: nil, place: nil),
        cells: columns.map { column in
          if column == week, reports.indices.contains(row) { return reports[row] }
          if let bounds, column == bounds.least {
            return Known(least: number(column) ?? 0, most: number(bounds.most)).text
          }
          return number(column).map { grouped($0) } ?? values[column].plainText
        })
    }
    return table
  }
}
