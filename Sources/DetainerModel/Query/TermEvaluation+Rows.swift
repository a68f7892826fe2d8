import Text

extension TermEvaluation {
  /// The fields that a bare word looks in beside places, facilities and cities.
  static let fieldsOfBareWords = [DetainerField.crime, .citizenship, .liftReason]

  /// A bare word looks in places, facility, crime, citizenship and lift reason; capitals count when
  /// it has any.
  func insertBareWord(_ term: FilterTerm, into rows: inout RowSet) {
    let match = TextMatch(term.values, smartCase: true, isCancelled: isCancelled)
    insert(dataset.table.site, in: sitesThatHold(match), into: &rows)
    for field in Self.fieldsOfBareWords {
      insert(
        dataset.table.column(field).codes, in: match(dataset.searchTexts(.field(field))),
        into: &rows)
    }
  }

  /// For which sites a bare word holds.
  func sitesThatHold(_ match: TextMatch) -> [Bool] {
    let places = match(dataset.searchTexts(.places))
    let facilities = match(dataset.searchTexts(.facilities))
    let cities = match(dataset.searchTexts(.cities))
    return dataset.table.sites.enumerated().map { number, site in
      places[site.jurisdiction] || facilities[number] || cities[number]
    }
  }

  /// For which sites a term on a place, a facility or a city holds.
  func sitesThatHold(_ term: FilterTerm) throws(FilterError) -> [Bool] {
    let sites = dataset.table.sites
    switch term.field {
    case .facility:
      return TextMatch(term.values, isCancelled: isCancelled)(dataset.searchTexts(.facilities))
    case .city:
      return TextMatch(term.values, isCancelled: isCancelled)(dataset.searchTexts(.cities))
    case .aor:
      let match = aorMatch(term)
      return sites.map { match($0.aor) }
    default:
      let holds = try jurisdictionsThatHold(term)
      return sites.map { holds[$0.jurisdiction] }
    }
  }

  /// For which texts of a field the term holds, by their codes.
  func textsThatHold(_ field: DetainerField, _ term: FilterTerm) -> [Bool] {
    let texts = dataset.searchTexts(.field(field))
    switch field {
    case .crime: return TextMatch(term.withCrimeSynonyms.values, isCancelled: isCancelled)(texts)
    case .gender: return wholeFirst(term, in: texts)(texts)
    case .type: return typesThatHold(term, in: texts)
    default: return TextMatch(term.values, isCancelled: isCancelled)(texts)
    }
  }

  /// Whole codes first: `type:I247` is not I247A.
  private func typesThatHold(_ term: FilterTerm, in texts: SearchTexts) -> [Bool] {
    let codes = dataset.table.column(.type).dictionary.texts.map {
      folded(DetainerTable.typeCode($0))
    }
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
    return wanted
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
