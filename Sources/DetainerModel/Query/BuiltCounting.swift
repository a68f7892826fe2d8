/// Counts the built reports of a selection by keys (rules 1 and 2 of the data).
struct BuiltCounting {
  private let selection: Selection
  private let columns: [KeyColumn]
  private let table: DetainerTable
  private let built: (all: RowSet?, byLiftDate: RowSet?)

  init(selection: Selection, columns: [KeyColumn]) {
    self.selection = selection
    self.columns = columns
    table = selection.dataset.table
    built = selection.dataset.builtRows
  }

  /// Calls the body with each group: the values of its keys, and what was counted of it.
  func forEach(_ body: ([KeyValue], GroupTotals) -> Void) {
    let keys = PackedKeys(columns)
    var tally = Tally(keys, of: table)
    tally.addOutcomes(selection.counted.intersection(built.all), keys)
    let shown = selection.shownOutcomes
    if shown == nil {
      tally.add(selection.shown.intersection(built.all), keys, to: Tally.Part.listed)
    }
    if table.countsByLiftDate { addIssued(to: &tally) }
    tally.forEach { number, counters in
      body(keys.values(number), totals(counters, shownOutcomes: shown))
    }
  }

  /// Detainers are issued in one week and end in another where a release counts by lift date.
  private func addIssued(to tally: inout Tally) {
    let (issues, ends) = (PackedKeys(columns, of: .issue), PackedKeys(columns))
    tally.add(selection.issued.intersection(built.all), issues, to: Tally.Part.issued)
    // Nil where all releases do, and every group with it.
    guard let lifted = built.byLiftDate else { return }
    tally.add(selection.issued.intersection(lifted), issues, to: Tally.Part.byLiftDate)
    tally.add(selection.counted.intersection(lifted), ends, to: Tally.Part.byLiftDate)
  }

  private func totals(_ counters: SIMD8<Int>, shownOutcomes: [Bool]?) -> GroupTotals {
    var totals = GroupTotals()
    for outcome in Outcome.allCases {
      let part = Int(outcome.rawValue)
      totals.built[part] = counters[part]
      if shownOutcomes?[part] == true { totals.listed += counters[part] }
    }
    if shownOutcomes == nil { totals.listed = counters[Tally.Part.listed] }
    if !table.countsByLiftDate {
      totals.addBuilt(issued: totals.built.wrappedSum())
    } else {
      if counters[Tally.Part.issued] > 0 { totals.addBuilt(issued: counters[Tally.Part.issued]) }
      totals.isByLiftDate = built.byLiftDate == nil || counters[Tally.Part.byLiftDate] > 0
    }
    return totals
  }
}

extension Dataset {
  /// The rows of built reports, and of those that count by lift date; nil for all rows.
  fileprivate var builtRows: (all: RowSet?, byLiftDate: RowSet?) {
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

extension RowSet {
  /// The rows that are in the other set too; nil stands for all rows.
  fileprivate func intersection(_ other: RowSet?) -> RowSet {
    guard let other else { return self }
    var rows = self
    rows.formIntersection(other)
    return rows
  }
}
