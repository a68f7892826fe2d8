import DetainerModel
import Screen
import Text

/// The records of one group that two releases do not have alike, a line each.
struct ReleaseRowsView: DataView {
  /// Which two releases are held against each other.
  let pair: Int
  /// The group, as it is shown.
  let value: String
  /// The terms that choose it.
  let terms: [FilterTerm]

  /// More lines than anybody reads; the command prints all.
  private static let most = 2_000

  func path(_ shown: Shown) -> [String] {
    guard let (before, after) = ReleasesView.names(pair, shown) else { return ["Releases"] }
    return ["Releases", before, after, value]
  }

  var fileName: String { "diff" }

  func command(_ shown: Shown) -> Equivalent {
    Equivalent(
      ReleasesView.names(pair, shown).map {
        ["diff", $0.before, $0.after] + query(shown).options
      })
  }

  var keys: [ViewKey] {
    [
      .enter("the place", help: "Go to the week and the place of this row."),
      .nothing(.nextPane), .nothing(.previousPane),
      .says(.measure) { "these are rows; \($0.key(.leave)) goes back to the counts" },
      .says(.sort, "changed rows come first, then new ones, then those that are gone"),
      .says(.reverse, "changed rows come first, then new ones, then those that are gone"),
    ]
  }

  func destination(of row: Table.Row, _ shown: Shown) -> Destination {
    Destination(ofLine: row.identity)
  }

  private func query(_ shown: Shown) -> Query {
    let query = ReleasesView.query(shown)
    return query.with(query.filter.and(Filter(terms: terms)))
  }

  func table(_ shown: Shown) -> Table {
    guard let diff = ReleasesView.diff(pair, shown), let rows = try? diff.rows(query(shown)) else {
      return ReleasesView.alone
    }
    var table = Table(empty: "Both releases say the same here – \(shown.key(.leave)) goes back.")
    table.listing = diff.listing(rows)
    table.coverage = diff.countWords(rows, (try? diff.total(query(shown))) ?? DiffCount())
    table.note =
      rows.count > Self.most
      ? "These are \(grouped(Self.most)) of \(grouped(rows.count)) rows; \(shown.key(ExportDialog.command)) and “ddor diff” write all."
      : ""
    table.columns = [
      .init(title: "what", kind: .text), .init(title: "issued", kind: .text),
      .init(title: "facility", kind: .text, rank: 1), .init(title: "rows", kind: .text, rank: 2),
    ]
    table.rows = rows.prefix(Self.most).enumerated().map { index, row in
      line(row, index, diff, shown.dataset.table)
    }
    return table
  }

  private func line(
    _ row: DiffRow, _ index: Int, _ diff: ReleaseDiff, _ table: DetainerTable
  ) -> Table.Row {
    let place = row.after ?? row.before ?? 0
    let times = row.count > 1 ? "\(grouped(row.count)) × " : ""
    let lines = [row.before, row.after].map { $0.map { grouped(table.line($0)) } ?? "–" }
    return Table.Row(
      identity: .line(
        index, fact: index, week: table.report(place).period, place: table.jurisdiction(place)),
      cells: [
        "\(times)\(row.change.rawValue): \(what(row, diff, table))", table.issued(place).iso,
        table.site(place).facility, lines.joined(separator: " → "),
      ])
  }

  /// What changed, from what to what; of a row that one release has alone, its lift reason.
  private func what(_ row: DiffRow, _ diff: ReleaseDiff, _ table: DetainerTable) -> String {
    func said(_ text: String, _ field: DetainerField) -> String {
      text.isEmpty ? field == .liftReason ? "pending" : "blank" : text
    }
    guard row.change == .changed else {
      return said(table.text(.liftReason, row.after ?? row.before ?? 0), .liftReason)
    }
    let changes = diff.changes(of: row).map { change in
      let name =
        change.field == .liftReason
        ? "" : change.field.rawValue.split(separator: "_").joined(separator: " ") + " "
      return "\(name)\(said(change.before, change.field)) → \(said(change.after, change.field))"
    }
    return changes.joined(separator: ", ") + (row.match == .oneOfSeveral ? " (or another row)" : "")
  }
}
