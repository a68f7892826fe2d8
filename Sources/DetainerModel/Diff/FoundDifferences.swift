/// The rows of two releases that were found to be alike, changed, new and gone.
struct FoundDifferences: Sendable {
  /// The days of issue that both cover, in order.
  let days: [ClosedRange<Day>]
  /// The columns that both have, in canonical order.
  let columns: [ComparedColumn]
  /// The columns that only the release before has.
  let onlyBefore: [DetainerField]
  /// The columns that only the release after has.
  let onlyAfter: [DetainerField]
  let identifiers: ReleaseDiff.Identifiers
  /// Detainers issued on days that one release alone covers: before and after.
  let outside: (before: Int, after: Int)
  /// Detainers without a day of issue: before and after.
  let undated: (before: Int, after: Int)
  /// The rows of the tables that were compared.
  let rows: (before: [UInt32], after: [UInt32])
  let alike: [RowPair]
  let changed: [ChangedPair]
  /// Rows that only the release after has.
  let new: [RowPair]
  /// Rows that only the release before has.
  let gone: [RowPair]

  init(_ before: ReleaseSide, _ after: ReleaseSide) throws(DiffError) {
    let covered = (before.covered, after.covered)
    let shared = zip(covered.0, covered.1).map { $0 && $1 }
    guard shared.contains(true) else {
      throw .noSharedDays(before: covered.0.ranges.words, after: covered.1.ranges.words)
    }
    days = shared.ranges
    // Where a release knows weeks or longer periods alone, these are compared, as far as all their
    // days are shared.
    let length = [before.tallyLength, after.tallyLength].compactMap { $0 }.max { $0.most < $1.most }
    let scope = (
      before: ComparedRows(before, on: shared, by: length),
      after: ComparedRows(after, on: shared, by: length)
    )
    var (columns, onlyBefore, onlyAfter) = Self.columns(before, after, scope, by: length)
    var identifiers = ReleaseDiff.Identifiers.none
    switch (
      before.table.hasPersons(scope.before.rows), after.table.hasPersons(scope.after.rows)
    ) {
    case (true, true):
      let persons = ComparedColumn(
        personsOf: (before, scope.before.rows), (after, scope.after.rows))
      identifiers = persons.identifiers(scope.before, scope.after)
      if case .alike = identifiers { columns.append(persons) }
    case (true, false): onlyBefore.append(.person)
    case (false, true): onlyAfter.append(.person)
    case (false, false): break
    }
    let matching = RowMatching(
      columns, before: (before.table, scope.before.rows), after: (after.table, scope.after.rows))
    self.columns = columns
    self.onlyBefore = onlyBefore
    self.onlyAfter = onlyAfter
    self.identifiers = identifiers
    outside = (scope.before.outside, scope.after.outside)
    undated = (scope.before.undated, scope.after.undated)
    rows = (scope.before.rows, scope.after.rows)
    alike = matching.alike
    changed = matching.changed.sorted { $0.pair.before < $1.pair.before }
    new = matching.after.unmatched.map {
      RowPair(
        before: RowPair.none, after: UInt32(truncatingIfNeeded: $0), count: matching.after.left[$0])
    }
    gone = matching.before.unmatched.map {
      RowPair(
        before: UInt32(truncatingIfNeeded: $0), after: RowPair.none, count: matching.before.left[$0]
      )
    }
  }

  /// What was found, or why nothing was.
  static func result(
    _ before: ReleaseSide, _ after: ReleaseSide
  ) -> Result<FoundDifferences, DiffError> {
    do throws(DiffError) {
      return .success(try FoundDifferences(before, after))
    } catch {
      return .failure(error)
    }
  }

  /// The columns that both releases have, and those that one of them has alone.
  private static func columns(
    _ before: ReleaseSide, _ after: ReleaseSide,
    _ scope: (before: ComparedRows, after: ComparedRows),
    by length: Period.Length?
  ) -> ([ComparedColumn], onlyBefore: [DetainerField], onlyAfter: [DetainerField]) {
    let fields = (before.fields, after.fields)
    var columns: [ComparedColumn] = []
    var (onlyBefore, onlyAfter): ([DetainerField], [DetainerField]) = ([], [])
    for field in DetainerField.compared(byPeriods: length != nil) {
      let column = ComparedColumn(field, before, after, by: length)
      switch (
        field.isStated(fields.0, column.before, scope.before.rows),
        field.isStated(fields.1, column.after, scope.after.rows)
      ) {
      case (true, true): columns.append(column)
      case (true, false): onlyBefore.append(field)
      case (false, true): onlyAfter.append(field)
      case (false, false): break
      }
    }
    return (columns, onlyBefore, onlyAfter)
  }
}
