/// Groups by two keys laid out as a table: the values of one key down, those of the other across,
/// with the sums of every row, of every column and of all.
public struct CrossTable: Sendable {
  /// The groups, in order.
  public let groups: [Group]
  /// The values down: the largest first, or by name, what is not known last.
  public let rows: [KeyValue]
  /// The values across: the largest first, spans of time newest first, what is not known last.
  public let columns: [KeyValue]
  private let sums: [Cell: Sums]
  private let persons: [Cell: PersonCount]
  private let known: @Sendable (_ row: KeyValue?, _ column: KeyValue?) -> Known

  private struct Cell: Hashable {
    let row: KeyValue?
    let column: KeyValue?
  }

  /// Lays the groups of a selection out by two keys, and counts the persons of each cell, row and
  /// column anew where they are asked for.
  ///
  /// - Throws: a ``SourceOverlap`` where two sources cover one week.
  public init(
    _ selection: Selection, rows: GroupKey, columns: GroupKey, isByName: Bool = false,
    isReversed: Bool = false, withPersons: Bool = false
  ) throws(SourceOverlap) {
    let selection = selection.taking(in: [rows, columns])
    var groups = try (withPersons ? selection.withAllGroupSizes : selection)
      .groups(by: [rows, columns])
    // The sum of cells takes a remainder once, and so is counted by its own key.
    let (byRow, byColumn) = (
      selection.uncheckedGroups(by: [rows]), selection.uncheckedGroups(by: [columns])
    )
    let (ofRow, ofColumn) = (
      selection.knownDeclined(by: [rows], listed: byRow),
      selection.knownDeclined(by: [columns], listed: byColumn)
    )
    let missing = selection.declinedOfMissing(by: [rows, columns])
    let total = selection.declinedTotal
    known = { row, column in
      switch (row, column) {
      case (let row?, let column?): missing([row, column])
      case (let row?, nil): ofRow([row])
      case (nil, let column?): ofColumn([column])
      case (nil, nil): total
      }
    }
    if withPersons {
      let found = selection.persons(byEach: [[rows, columns], [rows], [columns], []])
      for index in groups.indices {
        groups[index].persons = selection.persons(
          found[0][groups[index].keys], of: groups[index])
      }
      groups.removeAll { !selection.passesGroupSize($0) }
      persons = Self.persons(groups, found.dropFirst(), in: selection)
    } else {
      persons = [:]
    }
    self.groups = groups.ordered(
      by: isByName ? .key(0) : .measure(.declined, minimum: 0), keys: [rows, columns])
    var sums: [Cell: Sums] = [:]
    for group in self.groups {
      let one = Sums(CollectionOfOne(group))
      for row in [group.keys[0], nil] {
        for column in [group.keys[1], nil] {
          sums[Cell(row: row, column: column), default: Sums()].add(one)
        }
      }
    }
    self.sums = sums
    self.rows = Self.ordered(
      self.groups.map { $0.keys[0] } + Self.silent(byRow), rows, isByName: isByName || rows.isTime,
      isReversed: isReversed
    ) { sums[Cell(row: $0, column: nil)]?.declined ?? 0 }
    self.columns = Self.ordered(
      self.groups.map { $0.keys[1] } + Self.silent(byColumn), columns, isByName: columns.isTime,
      isReversed: false
    ) { sums[Cell(row: nil, column: $0)]?.declined ?? 0 }
  }

  /// What a cell adds up to, or a row or column where the other is nil; nil for an empty cell.
  public func sum(row: KeyValue?, column: KeyValue?) -> Sums? {
    sums[Cell(row: row, column: column)]
  }

  /// The persons of a cell, or of a row or column where the other is nil, who add up to nothing;
  /// nil where they are not known, or were not counted.
  public func persons(row: KeyValue?, column: KeyValue?) -> PersonCount? {
    persons[Cell(row: row, column: column)]
  }

  /// The persons of every cell, row and column, and of all.
  private static func persons(
    _ groups: [Group], _ sums: ArraySlice<[[KeyValue]: PersonCount]>, in selection: Selection
  ) -> [Cell: PersonCount] {
    var persons: [Cell: PersonCount] = [:]
    var unknown: Set<Cell> = []
    for group in groups {
      let cell = Cell(row: group.keys[0], column: group.keys[1])
      persons[cell] = group.persons
      guard group.persons == nil else { continue }
      unknown.formUnion([
        Cell(row: cell.row, column: nil), Cell(row: nil, column: cell.column),
        Cell(row: nil, column: nil),
      ])
    }
    for (index, counts) in sums.enumerated() {
      for (values, count) in counts {
        let cell = Cell(
          row: index == 0 ? values[0] : nil, column: index == 1 ? values[0] : nil)
        if !unknown.contains(cell) { persons[cell] = count }
      }
    }
    return persons
  }

  /// What is known of the declined of a cell, or of a row or column where the other is nil.
  public func declined(row: KeyValue?, column: KeyValue?) -> Known {
    guard row != nil, column != nil else { return known(row, column) }
    return sum(row: row, column: column)?.known ?? known(row, column)
  }

  /// The values that are shown for what they may have, though no cell names them (rule 10 of what
  /// is not known).
  private static func silent(_ groups: [Group]) -> [KeyValue] {
    groups.filter { !$0.known.isExact }.map { $0.keys[0] }
  }

  /// The values once each, what is not known last.
  private static func ordered(
    _ values: [KeyValue], _ key: GroupKey, isByName: Bool, isReversed: Bool,
    count: (KeyValue) -> Int
  ) -> [KeyValue] {
    var seen: Set<KeyValue> = []
    let unique = values.filter { seen.insert($0).inserted }
    func last(_ value: KeyValue) -> Int { value.isRemainder ? 2 : value.isUnknown ? 1 : 0 }
    return unique.map { (value: $0, text: key.label(of: $0), count: count($0)) }
      .sorted { a, b in
        if last(a.value) != last(b.value) { return last(a.value) < last(b.value) }
        if !isByName, a.count != b.count { return (a.count > b.count) != isReversed }
        return (a.text < b.text) != (key.isTime != isReversed)
      }.map(\.value)
  }
}
