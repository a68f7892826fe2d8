/// Counts the built reports of a selection by keys (rules 1 and 2 of the data).
struct BuiltCounting {
  private let selection: Selection
  private let keys: [GroupKey]
  private let columns: [KeyColumn]
  private var table: DetainerTable { selection.dataset.table }

  init(selection: Selection, keys: [GroupKey], columns: [KeyColumn]) {
    self.selection = selection
    self.keys = keys
    self.columns = columns
  }

  func count(into totals: inout [[KeyValue]: GroupTotals]) {
    let counted = rows(of: selection.counted) { $0.kind == .built }
    let groups = PackedGroups(columns, rows: counted, of: table)
    let outcomes = groups.sums(counted, of: table, by: 8) { Int(table.outcome[$0]) }
    let listed = groups.sums(rows(of: selection.shown) { $0.kind == .built }, of: table)
    for number in 0..<groups.count {
      let sums = SIMD8(outcomes[(number * 8)..<(number * 8 + 8)])
      guard sums != .zero else { continue }
      var group = totals[groups.values(number)] ?? GroupTotals()
      group.built &+= sums
      if !table.countsByLiftDate { group.addBuilt(issued: sums.wrappedSum()) }
      group.listed += listed[number]
      totals[groups.values(number)] = group
    }
    if table.countsByLiftDate { countIssued(into: &totals) }
  }

  /// Detainers are issued in one week and end in another where a release counts by lift date.
  private func countIssued(into totals: inout [[KeyValue]: GroupTotals]) {
    let columns = keys.map { KeyColumn($0, in: selection.dataset, of: .issue) }
    let issued = rows(of: selection.issued) { $0.kind == .built }
    let groups = PackedGroups(columns, rows: issued, of: table)
    let sums = groups.sums(issued, of: table)
    for number in 0..<groups.count where sums[number] > 0 {
      totals[groups.values(number), default: GroupTotals()].addBuilt(issued: sums[number])
    }
    markLiftDates(groups, rows(of: issued) { $0.basis == .liftDate }, in: &totals)
    let ended = rows(of: selection.counted) { $0.basis == .liftDate }
    markLiftDates(PackedGroups(self.columns, rows: ended, of: table), ended, in: &totals)
  }

  private func markLiftDates(
    _ groups: PackedGroups, _ rows: RowSet, in totals: inout [[KeyValue]: GroupTotals]
  ) {
    let sums = groups.sums(rows, of: table)
    for number in 0..<groups.count where sums[number] > 0 {
      totals[groups.values(number)]?.isByLiftDate = true
    }
  }

  private func rows(of rows: RowSet, where holds: (Report) -> Bool) -> RowSet {
    var chosen = RowSet(universe: table.rowCount)
    chosen.insertRows(of: table.report, in: table.reports.map(holds))
    chosen.formIntersection(rows)
    return chosen
  }
}

/// The groups that some keys make of the rows of a table, each under a small number.
private struct PackedGroups {
  private let columns: [KeyColumn]
  /// The packed group of each row: the groups of all keys in one number.
  private let packed: [UInt64]
  private let sparse: [UInt64: Int]?
  private let codes: [UInt64]
  /// How many groups there are.
  let count: Int

  /// Numbers are the packed groups themselves when there are few, else in the order in which they
  /// occur in the rows.
  init(_ columns: [KeyColumn], rows: RowSet, of table: DetainerTable) {
    var packed = [UInt64](repeating: 0, count: table.rowCount)
    for column in columns { column.pack(into: &packed) }
    self.columns = columns
    self.packed = packed
    let size = columns.reduce(1) { $0 * max(1, $1.values.count) }
    guard size > 1 << 20 else {
      sparse = nil
      codes = []
      count = size
      return
    }
    var numbers: [UInt64: Int] = [:]
    var codes: [UInt64] = []
    rows.forEach { row in
      guard numbers[packed[row]] == nil else { return }
      numbers[packed[row]] = codes.count
      codes.append(packed[row])
    }
    sparse = numbers
    self.codes = codes
    count = codes.count
  }

  /// How many detainers some rows stand for, by group and by a part below `parts`.
  @inline(__always)
  func sums(
    _ rows: RowSet, of table: DetainerTable, by parts: Int = 1, part: (Int) -> Int = { _ in 0 }
  ) -> [Int] {
    var sums = [Int](repeating: 0, count: count * parts)
    if table.counts.isEmpty {
      rows.forEach { sums[number($0) * parts + part($0)] &+= 1 }
    } else {
      rows.forEach { sums[number($0) * parts + part($0)] &+= Int(table.counts[$0]) }
    }
    return sums
  }

  /// The values of the keys of a group.
  func values(_ number: Int) -> [KeyValue] {
    var rest = sparse == nil ? UInt64(number) : codes[number]
    var values: [KeyValue] = []
    for column in columns.reversed() {
      let size = UInt64(max(1, column.values.count))
      values.append(column.values[Int(rest % size)])
      rest /= size
    }
    return values.reversed()
  }

  private func number(_ row: Int) -> Int { sparse.map { $0[packed[row]] ?? 0 } ?? Int(packed[row]) }
}
