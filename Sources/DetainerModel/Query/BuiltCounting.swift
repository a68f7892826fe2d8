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
      var sums = SIMD8<Int>.zero
      for part in 0..<8 { sums[part] = outcomes[number * 8 + part] }
      guard sums != .zero else { continue }
      let values = groups.values(number)
      var group = totals[values] ?? GroupTotals()
      group.built &+= sums
      if !table.countsByLiftDate { group.addBuilt(issued: sums.wrappedSum()) }
      group.listed += listed[number]
      totals[values] = group
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
  /// The number of the group of each row that was asked for.
  private var numbers: [UInt32]
  /// The values of all keys of each group in one number.
  private var codes: [UInt64] = []
  /// How many groups occur in the rows.
  var count: Int { codes.count }

  /// Numbers the groups in the order in which they occur in the rows.
  init(_ columns: [KeyColumn], rows: RowSet, of table: DetainerTable) {
    var packed = [UInt64](repeating: 0, count: table.rowCount)
    for column in columns { column.pack(into: &packed) }
    self.columns = columns
    numbers = [UInt32](repeating: 0, count: table.rowCount)
    let size = columns.reduce(1) { $0 * max(1, $1.values.count) }
    if size <= 1 << 22 {
      var known = [UInt32](repeating: .max, count: size)
      rows.forEach { row in
        let code = Int(packed[row])
        if known[code] == .max {
          known[code] = UInt32(truncatingIfNeeded: codes.count)
          codes.append(packed[row])
        }
        numbers[row] = known[code]
      }
    } else {
      var known: [UInt64: UInt32] = [:]
      rows.forEach { row in
        if let number = known[packed[row]] {
          numbers[row] = number
        } else {
          numbers[row] = UInt32(truncatingIfNeeded: codes.count)
          known[packed[row]] = numbers[row]
          codes.append(packed[row])
        }
      }
    }
  }

  /// How many detainers some of the rows stand for, by group and by a part below `parts`.
  @inline(__always)
  func sums(
    _ rows: RowSet, of table: DetainerTable, by parts: Int = 1, part: (Int) -> Int = { _ in 0 }
  ) -> [Int] {
    var sums = [Int](repeating: 0, count: count * parts)
    if table.counts.isEmpty {
      rows.forEach { sums[Int(numbers[$0]) * parts + part($0)] &+= 1 }
    } else {
      rows.forEach { sums[Int(numbers[$0]) * parts + part($0)] &+= Int(table.counts[$0]) }
    }
    return sums
  }

  /// The values of the keys of a group.
  func values(_ number: Int) -> [KeyValue] {
    var rest = codes[number]
    var values: [KeyValue] = []
    for column in columns.reversed() {
      let size = UInt64(max(1, column.values.count))
      values.append(column.values[Int(rest % size)])
      rest /= size
    }
    return values.reversed()
  }
}
