extension TermEvaluation {
  /// A bare word looks in places, facility, crime, citizenship and lift reason; capitals count when
  /// it has any.
  func insertBareWord(_ term: FilterTerm, into rows: inout RowSet) {
    let match = TextMatch(term.values, smartCase: true)
    let table = dataset.table
    let places = table.jurisdictions.map { place in
      match(place.county) || match(place.state)
        || match(dataset.places.state(place.state)?.name ?? "")
    }
    rows.insertRows(
      of: table.site,
      in: table.sites.map { places[$0.jurisdiction] || match($0.facility) || match($0.city) })
    for field in [DetainerField.crime, .citizenship, .liftReason] {
      let column = table.column(field)
      rows.insertRows(of: column.codes, in: column.dictionary.texts.map { match($0) })
    }
  }

  func insertText(
    _ field: DetainerField, _ term: FilterTerm, wholeFirst: Bool = false, into rows: inout RowSet
  ) {
    let column = dataset.table.column(field)
    let texts = column.dictionary.texts
    if wholeFirst {
      rows.insertRows(of: column.codes, in: texts.map(self.wholeFirst(term, among: texts)))
    } else {
      let match = TextMatch(term.values)
      rows.insertRows(of: column.codes, in: texts.map { match($0) })
    }
  }

  /// Whole codes first: `type:I247` is not I247A.
  func insertType(_ term: FilterTerm, into rows: inout RowSet) {
    let column = dataset.table.column(.type)
    let texts = column.dictionary.texts
    let codes = texts.map { DetainerTable.typeCode($0) }
    let values = term.values
    let known = Set(codes.map { folded($0) }).union([
      "i247", "i247a", "i247d", "i247g", "i247n", "i247x",
    ])
    let tests: [(Int) -> Bool] = values.map { value in
      switch value {
      case .contains(let text) where known.contains(folded(text)), .equals(let text):
        return { folded(codes[$0]) == folded(text) }
      default:
        let match = TextMatch([value])
        return { match(texts[$0]) }
      }
    }
    rows.insertRows(of: column.codes, in: texts.indices.map { code in tests.contains { $0(code) } })
  }

  /// A test in which a value that is a whole text of the list means just that text: `male` is not
  /// `Female`.
  func wholeFirst(_ term: FilterTerm, among texts: [String]) -> (String) -> Bool {
    let whole = Set(texts.map { folded($0) })
    let match = TextMatch(
      term.values.map { value in
        guard case .contains(let text) = value, whole.contains(folded(text)) else { return value }
        return .equals(text)
      })
    return { match($0) }
  }

  /// Identifiers of persons are read again from the files.
  func insertPersons(_ term: FilterTerm, into rows: inout RowSet) {
    let match = TextMatch(term.values)
    for row in 0..<dataset.table.rowCount where match(dataset.table.text(.person, row)) {
      rows.insert(row)
    }
  }

  // MARK: Dates and numbers

  /// Adds the rows whose packed day passes the test; the test runs once for each day there can be.
  func insertDays(_ days: Column<UInt16>, into rows: inout RowSet, where test: (Day) -> Bool) {
    let wanted = (0...Int(UInt16.max)).map { test(Day(packed: UInt16($0))) }
    rows.insertRows(of: .medium(days), in: wanted)
  }

  /// Issue dates; a tally line matches only if its whole week lies inside.
  func insertDates(_ days: Column<UInt16>, _ term: FilterTerm, into rows: inout RowSet) {
    let spans = term.spans
    insertDays(days, into: &rows) { day in
      day.isKnown ? spans.contains { $0.contains(day) } : term.wantsNone
    }
    insertTallies(term, into: &rows)
  }

  /// The date on which a detainer was declined: the day it ended, of those that were declined.
  func insertDeclined(_ term: FilterTerm, into rows: inout RowSet) {
    insertDates(dataset.table.lifted, term, into: &rows)
    var declined = RowSet(universe: dataset.table.rowCount)
    declined.insertRows(
      of: .narrow(dataset.table.outcome), in: Outcome.allCases.map { $0 == .declined })
    rows.formIntersection(declined)
  }

  private func insertTallies(_ term: FilterTerm, into rows: inout RowSet) {
    let table = dataset.table
    guard table.sources.contains(where: \.isTally) else { return }
    let spans = term.spans
    var inside = RowSet(universe: table.rowCount)
    inside.insertRows(
      of: table.report,
      in: table.reports.map { report in
        spans.contains { $0.contains(report.week.start) && $0.contains(report.week.end) }
      })
    var tallies = RowSet(universe: table.rowCount)
    tallies.insertRows(of: table.source, in: table.sources.map(\.isTally))
    inside.formIntersection(tallies)
    rows.formUnion(inside)
  }

  /// Days from issue to decline, of rows that give both dates.
  func insertAges(_ term: FilterTerm, into rows: inout RowSet) {
    let table = dataset.table
    let ranges = term.values.compactMap { value -> ClosedRange<Int>? in
      guard case .numbers(let range, _) = value else { return nil }
      return range
    }
    for row in 0..<table.rowCount {
      if let age = table.age(row) {
        if ranges.contains(where: { $0.contains(age) }) { rows.insert(row) }
      } else if term.wantsNone {
        rows.insert(row)
      }
    }
  }
}

extension DetainerTable {
  /// Days from issue to decline; nil unless the row was declined and gives both dates.
  public func age(_ row: Int) -> Int? {
    guard outcome[row] == Outcome.declined.rawValue, issued[row] != 0, lifted[row] != 0 else {
      return nil
    }
    return lifted(row).days(since: issued(row))
  }
}
