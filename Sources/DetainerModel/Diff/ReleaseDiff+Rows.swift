/// How a record differs from one release to another.
public enum RowChange: String, CaseIterable, Hashable, Sendable {
  /// Both have it, and say otherwise of it.
  case changed
  /// Only the release after has it.
  case new
  /// Only the release before has it.
  case gone
}

/// A record that is not the same in two releases.
public struct DiffRow: Hashable, Sendable {
  /// How it differs.
  public let change: RowChange
  /// Its row in the table of the release before.
  public let before: Int?
  /// Its row in the table of the release after.
  public let after: Int?
  /// How many detainers differ: more than one only in tallies.
  public let count: Int
  /// How a changed record was found again; nil for others.
  public let match: RowMatch?
}

extension ReleaseDiff {
  /// The records that differ and that a query chooses on either side: those that changed, then the
  /// new ones, then those that are gone, in the order of the files.
  ///
  /// - Throws: a ``FilterError`` where a term names nothing that there is.
  public func rows(_ query: Query = Query()) throws(FilterError) -> [DiffRow] {
    let choice = try Choice(query, of: self)
    func row(_ pair: RowPair, _ change: RowChange, _ match: RowMatch? = nil) -> DiffRow? {
      let first = pair.before == RowPair.none ? nil : Int(found.rows.before[Int(pair.before)])
      let last = pair.after == RowPair.none ? nil : Int(found.rows.after[Int(pair.after)])
      guard
        first.map(choice.before.contains) == true || last.map(choice.after.contains) == true
      else { return nil }
      return DiffRow(
        change: change, before: first, after: last, count: Int(pair.count), match: match)
    }
    return found.changed.compactMap { row($0.pair, .changed, $0.match) }
      + found.new.compactMap { row($0, .new) } + found.gone.compactMap { row($0, .gone) }
  }

  /// The columns in which a changed record differs, with what either release says.
  public func changes(of row: DiffRow) -> [(field: DetainerField, before: String, after: String)] {
    guard let first = row.before, let last = row.after else { return [] }
    return found.columns.filter { $0.before[first] != $0.after[last] }.map { column in
      (
        column.field, before.table.ownText(column.field, first),
        after.table.ownText(column.field, last)
      )
    }
  }

  /// In how many detainers of some records each column changed, the most first.
  public func changedColumns(_ rows: [DiffRow]) -> [(field: DetainerField, count: Int)] {
    var counts: [DetainerField: Int] = [:]
    for row in rows where row.change == .changed {
      guard let first = row.before, let last = row.after else { continue }
      for column in found.columns where column.before[first] != column.after[last] {
        counts[column.field, default: 0] += row.count
      }
    }
    return compared.compactMap { field in counts[field].map { (field, $0) } }
      .enumerated().sorted { a, b in
        a.element.1 == b.element.1 ? a.offset < b.offset : a.element.1 > b.element.1
      }.map { (field: $0.element.0, count: $0.element.1) }
  }
}

extension DetainerTable {
  /// What a column says in a row in the words of the file: a detainer type with more than its code.
  fileprivate func ownText(_ field: DetainerField, _ row: Int) -> String {
    field == .type ? text(.type, row) : value(field, row).plainText
  }
}
