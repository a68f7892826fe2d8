extension Selection {
  /// Counts the selection by keys, built and published reports together, with every remainder; in
  /// no order.
  public func groups(by keys: [GroupKey]) -> [Group] {
    var totals: [[KeyValue]: GroupTotals] = [:]
    let columns = keys.map { KeyColumn($0, in: dataset) }
    countBuilt(by: columns, into: &totals)
    for report in chosenReports where dataset.table.reports[report].kind == .published {
      PublishedCounting(selection: self, report: report, keys: keys, columns: columns)
        .count(into: &totals)
    }
    // Built and published issued stand in one column only where a key keeps them apart (rule 8).
    let prefersBuilt =
      hasBuiltReport && !keys.contains(.week) && !keys.contains(.source)
    return totals.compactMap { values, totals in
      if hasOutcomeTerm, totals.shownSize == 0 { return nil }
      let group = totals.group(values, prefersBuilt: prefersBuilt)
      return passesGroupSize(group.declined ?? 0) ? group : nil
    }
  }

  /// Whether the selection has a report that was built from records.
  public var hasBuiltReport: Bool {
    dataset.table.reports.indices.contains {
      reports[$0] && dataset.table.reports[$0].kind == .built
    }
  }

  /// The weeks that more than one chosen source covers, each with its sources: counts must not add
  /// them up (rule 8).
  public var overlappingWeeks: [(week: Week, sources: [String])] {
    var sources: [Week: Set<String>] = [:]
    for report in chosenReports {
      let report = dataset.table.reports[report]
      sources[report.week, default: []].insert(report.source)
    }
    return sources.filter { $0.value.count > 1 && $0.key.isKnown }
      .map { ($0.key, $0.value.sorted()) }
      .sorted { $0.week > $1.week }
  }

  private func countBuilt(
    by columns: [KeyColumn], into totals: inout [[KeyValue]: GroupTotals]
  ) {
    let table = dataset.table
    var built = counted
    var ofBuiltReports = RowSet(universe: table.rowCount)
    ofBuiltReports.insertRows(of: table.report, in: table.reports.map { $0.kind == .built })
    built.formIntersection(ofBuiltReports)
    guard !built.isEmpty else { return }
    var listed = shown
    listed.formIntersection(built)

    var packed = [UInt64](repeating: 0, count: table.rowCount)
    for column in columns { column.pack(into: &packed) }
    let size = columns.reduce(1) { $0 * max(1, $1.values.count) }
    let numbering = GroupNumbering(packed, size: size, rows: built)

    var byOutcome = [Int](repeating: 0, count: numbering.count * 8)
    var listedOf = [Int](repeating: 0, count: numbering.count)
    if table.counts.isEmpty {
      built.forEach { byOutcome[numbering[packed[$0]] << 3 | Int(table.outcome[$0])] &+= 1 }
      listed.forEach { listedOf[numbering[packed[$0]]] &+= 1 }
    } else {
      built.forEach {
        byOutcome[numbering[packed[$0]] << 3 | Int(table.outcome[$0])] &+= Int(table.counts[$0])
      }
      listed.forEach { listedOf[numbering[packed[$0]]] &+= Int(table.counts[$0]) }
    }

    for (number, code) in numbering.codes {
      let sums = SIMD8(byOutcome[(number * 8)..<(number * 8 + 8)])
      guard sums != .zero else { continue }
      var rest = code
      var values: [KeyValue] = []
      for column in columns.reversed() {
        let size = UInt64(max(1, column.values.count))
        values.append(column.values[Int(rest % size)])
        rest /= size
      }
      var group = totals[values.reversed()] ?? GroupTotals()
      group.built &+= sums
      group.hasBuilt = true
      group.listed += listedOf[number]
      totals[values.reversed()] = group
    }
  }
}

/// Gives packed groups small numbers: themselves when there are few, else in the order in which
/// they occur.
private struct GroupNumbering {
  private let sparse: [UInt64: Int]?
  let count: Int

  init(_ packed: [UInt64], size: Int, rows: RowSet) {
    guard size > 1 << 20 else {
      sparse = nil
      count = size
      return
    }
    var numbers: [UInt64: Int] = [:]
    rows.forEach { row in
      if numbers[packed[row]] == nil { numbers[packed[row]] = numbers.count }
    }
    sparse = numbers
    count = numbers.count
  }

  subscript(code: UInt64) -> Int { sparse.map { $0[code] ?? 0 } ?? Int(code) }

  /// Each number with its packed group.
  var codes: [(Int, UInt64)] {
    sparse.map { $0.map { ($0.value, $0.key) } } ?? (0..<count).map { ($0, UInt64($0)) }
  }
}
