/// `diff`: the tables that leave the program.
extension ReleaseDiff {
  /// The canonical columns of a record that differs.
  private static let fields = DetainerField.allCases.filter { $0 != .week && $0 != .count }
  /// What is counted of each group.
  private static let counts: [(name: String, path: KeyPath<DiffCount, Int> & Sendable)] = [
    ("before", \.before), ("after", \.after), ("alike", \.alike), ("new", \.new),
    ("gone", \.gone), ("changed", \.changed), ("moved_in", \.movedIn), ("moved_out", \.movedOut),
  ]

  /// The columns of the records that differ, or of counts by keys.
  package static func columns(by keys: [GroupKey]) -> [Listing.Column] {
    guard keys.isEmpty else {
      return keys.map { .init($0.rawValue) } + counts.map { .init($0.name, .integer) }
    }
    return [
      .init("status"), .init("columns"), .init("before"), .init("after"), .init("matched"),
      .init("count", .integer), .init("file_before"), .init("row_before", .integer),
      .init("file_after"), .init("row_after", .integer),
    ] + fields.map { .init($0.rawValue, $0.kind) }
  }

  /// A row for each record that differs: how, in which columns, what either release says in them,
  /// how it was found again, where it stands, and its canonical columns as the release after has
  /// them, or the one before where it is gone.
  ///
  /// Several columns of one record stand in one cell, with `|` between them.
  public func listing(_ rows: [DiffRow]) -> Listing {
    let (first, last) = (before.table, after.table)
    return Listing(columns: Self.columns(by: []), rowCount: rows.count) { index in
      let row = rows[index]
      let changes = changes(of: row)
      func cell(_ texts: [String]) -> Value { Value(texts.joined(separator: "|")) }
      return [
        Value(row.change.rawValue), cell(changes.map(\.field.rawValue)),
        cell(changes.map(\.before)),
        cell(changes.map(\.after)), Value(row.match?.rawValue ?? ""), .integer(row.count),
        row.before.map { Value(first.source($0).file) } ?? .missing,
        Value(row.before.map(first.line)),
        row.after.map { Value(last.source($0).file) } ?? .missing, Value(row.after.map(last.line)),
      ]
        + Self.fields.map { field in
          row.after.map { last.value(field, $0) } ?? row.before.map { first.value(field, $0) }
            ?? .missing
        }
    }.named("diff", from: before.selection, after.selection)
  }

  /// A row for each group: the keys, all of it before and after, and what became of it.
  public func listing(_ groups: [DiffGroup], keys: [GroupKey]) -> Listing {
    let withState = !keys.contains(.state)
    return Listing(columns: Self.columns(by: keys), rowCount: groups.count) { index in
      groups[index].keys.map { Value($0.text(withState: withState)) }
        + Self.counts.map { .integer(groups[index].count[keyPath: $0.path]) }
    }.named("diff", from: before.selection, after.selection)
      .measuring("what differs", by: keys)
  }
}
