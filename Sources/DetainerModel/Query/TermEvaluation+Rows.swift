import Text

extension TermEvaluation {
  /// A bare word looks in places, facility, crime, citizenship and lift reason; capitals count when
  /// it has any.
  func insertBareWord(_ term: FilterTerm, into rows: inout RowSet) {
    let match = TextMatch(term.values, smartCase: true, isCancelled: isCancelled)
    func holds(_ texts: QueryCache.Texts) -> [Bool] { match(dataset.searchTexts(texts)) }
    let places = holds(.places)
    let facilities = holds(.facilities)
    let cities = holds(.cities)
    let table = dataset.table
    insert(
      table.site,
      in: table.sites.indices.map { site in
        places[table.sites[site].jurisdiction] || facilities[site] || cities[site]
      }, into: &rows)
    for field in [DetainerField.crime, .citizenship, .liftReason] {
      insert(table.column(field).codes, in: holds(.field(field)), into: &rows)
    }
  }

  func insertText(
    _ field: DetainerField, _ term: FilterTerm, wholeFirst: Bool = false, into rows: inout RowSet
  ) {
    let texts = dataset.searchTexts(.field(field))
    let match =
      wholeFirst
      ? self.wholeFirst(term, in: texts) : TextMatch(term.values, isCancelled: isCancelled)
    insert(dataset.table.column(field).codes, in: match(texts), into: &rows)
  }

  /// Whole codes first: `type:I247` is not I247A.
  func insertType(_ term: FilterTerm, into rows: inout RowSet) {
    let column = dataset.table.column(.type)
    let texts = dataset.searchTexts(.field(.type))
    let codes = column.dictionary.texts.map { folded(DetainerTable.typeCode($0)) }
    let known = Set(codes).union(["i247", "i247a", "i247d", "i247g", "i247n", "i247x"])
    var wanted = Array(repeating: false, count: codes.count)
    for value in term.values {
      let holds: [Bool]
      switch value {
      case .contains(let text) where known.contains(folded(text)), .equals(let text):
        let code = folded(text)
        holds = codes.map { $0 == code }
      default:
        holds = TextMatch([value])(texts)
      }
      for code in codes.indices where holds[code] { wanted[code] = true }
    }
    insert(column.codes, in: wanted, into: &rows)
  }

  /// A match in which a value that is a whole text of the list means just that text: `male` is not
  /// `Female`.
  func wholeFirst(_ term: FilterTerm, in texts: SearchTexts) -> TextMatch {
    TextMatch(
      term.values.map { value in
        guard case .contains(let text) = value, texts.contains(whole: text) else { return value }
        return .equals(text)
      })
  }

  // MARK: Dates and numbers

  /// Adds the rows whose packed day passes the test; the test runs once for each day there can be.
  func insertDays(_ days: Column<UInt16>, into rows: inout RowSet, where test: (Day) -> Bool) {
    let wanted = (0...Int(UInt16.max)).map { test(Day(packed: UInt16($0))) }
    insert(.medium(days), in: wanted, into: &rows)
  }

  /// Issue dates; a tally line matches only if its whole week lies inside.
  func insertDates(_ days: Column<UInt16>, _ term: FilterTerm, into rows: inout RowSet) {
    let spans = term.spans
    insertDays(days, into: &rows) { day in
      day.isKnown ? spans.contains { $0.contains(day) } : term.wantsNone
    }
    insertTallies(term, into: &rows)
  }

  /// The date on which a detainer was declined: the day it ended, of those that were declined; the
  /// others have none.
  func insertDeclined(_ term: FilterTerm, into rows: inout RowSet) {
    insertDates(dataset.table.lifted, term, into: &rows)
    func declined(_ wanted: Bool) -> RowSet {
      var rows = RowSet(universe: dataset.table.rowCount)
      let codes = (0..<Outcome.codeCount).map { ($0 == Outcome.declined.rawValue) == wanted }
      insert(.narrow(dataset.table.outcome), in: codes, into: &rows)
      return rows
    }
    rows.formIntersection(declined(true))
    if term.wantsNone { rows.formUnion(declined(false)) }
  }

  /// The date of apprehension, which is a text: nothing counts by it.
  func insertApprehended(_ term: FilterTerm, into rows: inout RowSet) {
    let (column, spans) = (dataset.table.column(.apprehended), term.spans)
    let wanted = column.dictionary.texts.map { text in
      ClosedRange<Day>(naming: text).map { day in
        spans.contains { $0.contains(day.lowerBound) }
      } ?? term.wantsNone
    }
    insert(column.codes, in: wanted, into: &rows)
  }

  /// Ages at issue, by the years alone.
  func insertAgesAtIssue(_ term: FilterTerm, into rows: inout RowSet) {
    let ranges = term.numbers
    let wanted = (0...Int(UInt8.max)).map { age in
      AgeBand.believed.contains(age) ? ranges.contains { $0.contains(age) } : term.wantsNone
    }
    insert(dataset.keyColumns([.age])[0].codes, in: wanted, into: &rows)
  }

  private func insertTallies(_ term: FilterTerm, into rows: inout RowSet) {
    let table = dataset.table
    guard table.sources.contains(where: \.isTally) else { return }
    let spans = term.spans
    var inside = RowSet(universe: table.rowCount)
    insert(
      table.report,
      in: table.reports.map { report in
        spans.contains { $0.contains(report.period.start) && $0.contains(report.period.end) }
      }, into: &inside)
    var tallies = RowSet(universe: table.rowCount)
    insert(table.source, in: table.sources.map(\.isTally), into: &tallies)
    inside.formIntersection(tallies)
    rows.formUnion(inside)
  }

  /// Days from issue to decline, of rows that give both dates.
  func insertAges(_ term: FilterTerm, into rows: inout RowSet) {
    let table = dataset.table
    let ranges = term.numbers
    if let candidates {
      candidates.forEach { row in
        if let age = table.age(row) {
          if ranges.contains(where: { $0.contains(age) }) { rows.insert(row) }
        } else if term.wantsNone {
          rows.insert(row)
        }
      }
      return
    }
    table.outcome.withUnsafeBufferPointer { outcome in
      table.issued.withUnsafeBufferPointer { issued in
        table.lifted.withUnsafeBufferPointer { lifted in
          @inline(__always) func isKnown(_ row: Int) -> Bool {
            (outcome[row] == Outcome.declined.rawValue) & (issued[row] != 0) & (lifted[row] != 0)
          }
          for range in ranges {
            let (least, most) = (range.lowerBound, range.upperBound)
            rows.insertRows { row in
              let age = Int(lifted[row]) &- Int(issued[row])
              return isKnown(row) & (age >= least) & (age <= most)
            }
          }
          if term.wantsNone { rows.insertRows { !isKnown($0) } }
        }
      }
    }
  }
}

extension Bool {
  /// Both, without a branch, so that loops over rows run many of them at once.
  @inline(__always)
  fileprivate static func & (a: Bool, b: Bool) -> Bool { (a ? 1 : 0) & (b ? 1 : 0) == UInt8(1) }
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
