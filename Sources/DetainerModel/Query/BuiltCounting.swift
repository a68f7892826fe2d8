/// Counts the built reports of a selection by keys (rules 1 and 2 of the data).
struct BuiltCounting {
  /// More groups than this are not kept for all rows.
  private static let mostKept = 1 << 14

  private let selection: Selection
  private let keys: [GroupKey]
  private let columns: [KeyColumn]
  private let table: DetainerTable
  private let built: (all: RowSet?, byLiftDate: RowSet?)

  init(selection: Selection, keys: [GroupKey], columns: [KeyColumn]) {
    self.selection = selection
    self.keys = keys
    self.columns = columns
    table = selection.dataset.table
    built = selection.dataset.builtRows
  }

  /// Calls the body with each group that passes: the values of its keys, and what was counted.
  func forEach(where passes: (GroupTotals) -> Bool, _ body: ([KeyValue], GroupTotals) -> Void) {
    let packed = PackedKeys(columns)
    var tally = tally(packed)
    let shown = selection.shownOutcomes
    if shown == nil {
      tally.add(selection.shown.intersection(built.all), packed, to: Tally.Part.listed)
    }
    let byLiftDate = byLiftDate(packed)
    tally.forEach { number, counters in
      var totals = totals(counters, shownOutcomes: shown)
      if table.countsByLiftDate {
        totals.isByLiftDate = byLiftDate.map { $0[number] != .zero } ?? true
      }
      if passes(totals) { body(packed.values(number), totals) }
    }
  }

  /// The rows that are counted by outcome, and those that count as issued.
  private func tally(_ packed: PackedKeys) -> Tally {
    let all = built.all?.count ?? table.rowCount
    let counted = selection.counted.intersection(built.all)
    let issued = selection.issued.intersection(built.all)
    guard let size = packed.size, size <= Self.mostKept, counted.count > all / 2 else {
      var tally = Tally(packed, of: table)
      tally.add(outcomesOf: counted, issued: issued, packed, issues: issueKeys(packed))
      return tally
    }
    // All but a few rows are all rows, which are counted once, without those few.
    var tally = selection.dataset.cache.tally(keys) {
      selection.dataset.tally(packed, issues: issueKeys(packed))
    }
    tally.add(
      outcomesOf: counted.complement(in: built.all), issued: issued.complement(in: built.all),
      packed, issues: issueKeys(packed), times: -1)
    return tally
  }

  /// The detainers of releases that count by lift date; nil where all do, and every group with them.
  private func byLiftDate(_ packed: PackedKeys) -> Tally? {
    guard table.countsByLiftDate, let lifted = built.byLiftDate else { return nil }
    var tally = Tally(packed, of: table)
    tally.add(selection.issued.intersection(lifted), issueKeys(packed), to: Tally.Part.issued)
    tally.add(selection.counted.intersection(lifted), packed, to: Tally.Part.listed)
    return tally
  }

  private func issueKeys(_ packed: PackedKeys) -> PackedKeys {
    PackedKeys(columns, of: .issue, numberedAs: packed)
  }

  private func totals(_ counters: SIMD8<Int>, shownOutcomes: [Bool]?) -> GroupTotals {
    var totals = GroupTotals()
    for code in 0..<Outcome.codeCount {
      totals.built[code] = counters[code]
      if shownOutcomes?[code] == true { totals.listed += counters[code] }
    }
    if shownOutcomes == nil { totals.listed = counters[Tally.Part.listed] }
    if !table.countsByLiftDate {
      totals.addBuilt(issued: totals.built.wrappedSum())
    } else {
      if counters[Tally.Part.issued] > 0 { totals.addBuilt(issued: counters[Tally.Part.issued]) }
    }
    return totals
  }
}

extension Dataset {
  /// The rows of built reports, and of those that count by lift date; nil for all rows.
  var builtRows: (all: RowSet?, byLiftDate: RowSet?) {
    cache.builtRows {
      func rows(where holds: (Report) -> Bool) -> RowSet? {
        let wanted = table.reports.map(holds)
        guard wanted.contains(false) else { return nil }
        var rows = RowSet(universe: table.rowCount)
        rows.insertRows(of: table.report, in: wanted)
        return rows
      }
      return (rows { $0.kind == .built }, rows { $0.basis == .liftDate })
    }
  }
}

extension Dataset {
  /// The rows of releases without lift reasons; nil where there are none.
  var rowsWithoutOutcome: RowSet? {
    let rows = cache.rowsWithoutOutcome {
      var rows = RowSet(universe: table.rowCount)
      // Rows of published reports are declines.
      if let knownSums, knownSums.reports.allSatisfy({ $0[Int(Outcome.unknownCode)] == 0 }) {
        return rows
      }
      let isUnknown = (0..<Outcome.codeCount).map { $0 == Outcome.unknownCode }
      rows.insertRows(of: .narrow(table.outcome), in: isUnknown)
      return rows
    }
    return rows.isEmpty ? nil : rows
  }
}

extension RowSet {
  /// The rows that are in the other set too; nil stands for all rows.
  fileprivate func intersection(_ other: RowSet?) -> RowSet {
    guard let other else { return self }
    var rows = self
    rows.formIntersection(other)
    return rows
  }

  /// The rows of the other set that are not in this one; nil stands for all rows.
  fileprivate func complement(in other: RowSet?) -> RowSet {
    var rows = other ?? self
    if other == nil { rows.invert() } else { rows.subtract(self) }
    return rows
  }
}
