import Text

/// Finds what one term chooses: rows, reports and jurisdictions.
///
/// Texts are matched in the dictionaries of their columns, once for each distinct text; rows are
/// then chosen by code.
struct TermEvaluation {
  let dataset: Dataset
  /// What weeks, months and years are those of.
  let event: Event
  /// The rows that are asked for, where they are few; nil for all rows of the table.
  let candidates: RowSet?
  /// Whether the rows are no longer wanted.
  let isCancelled: @Sendable () -> Bool
  private var table: DetainerTable { dataset.table }

  init(
    dataset: Dataset, event: Event = .end, among candidates: RowSet? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.dataset = dataset
    self.isCancelled = isCancelled
    self.event = event
    self.candidates = candidates
  }

  /// The rows for which the term holds; rows that were not asked for may be among them.
  func rows(_ term: FilterTerm) throws(FilterError) -> RowSet {
    var rows = RowSet(universe: table.rowCount)
    switch term.field {
    case nil:
      insertBareWord(term, into: &rows)
    case .week, .source:
      insert(table.report(of: event), in: reportsThatHold(term), into: &rows)
    case .day, .month, .quarter, .year, .fiscalYear:
      let spans = term.spans
      insertDays(table.date(of: event), into: &rows) { day in
        day.isKnown ? spans.contains { $0.contains(day) } : term.wantsNone
      }
      takeLonger(term, into: &rows)
    case .state, .county, .aor, .facility, .city:
      insert(table.site, in: try sitesThatHold(term), into: &rows)
    case .outcome:
      insert(.narrow(table.outcome), in: try passes(term), into: &rows)
      return rows
    case .person: insertPersons(term, into: &rows)
    case .issued: insertDates(table.issued, term, into: &rows)
    case .declined: insertDeclined(term, into: &rows)
    case .apprehended: insertApprehended(term, into: &rows)
    case .age: insertAgesAtIssue(term, into: &rows)
    case .days: insertAges(term, into: &rows)
    case .count: rows.invert()
    case .some(let field):
      if let text = field.textField {
        insert(table.column(text).codes, in: textsThatHold(text, term), into: &rows)
      } else if let column = field.otherColumn {
        try insertOther(column, term, into: &rows)
      }
    }
    if term.isNegated {
      rows.invert()
      removeStraddling(term, from: &rows)
    }
    // A row without an outcome has a lift reason that is not known.
    if term.field == .liftReason, !term.wantsNone, let unknown = dataset.rowsWithoutOutcome {
      rows.subtract(unknown)
    }
    return rows
  }

  /// Adds the rows whose code the table names.
  func insert(_ codes: Codes, in wanted: [Bool], into rows: inout RowSet) {
    rows.insertRows(of: codes, in: wanted, among: candidates, by: table.workers)
  }

  /// Which reports the term chooses; nil when it does not speak of reports.
  func reports(_ term: FilterTerm) -> [Bool]? {
    guard term.field?.isOfReport == true else { return nil }
    let holds = reportsThatHold(term)
    return table.reports.indices.map { number in
      let report = table.reports[number]
      guard report.kind == .built, term.field != .week, term.field != .source,
        report.period.length == .week
      else {
        return holds[number] != term.isNegated && !(term.isNegated && straddles(term, report))
      }
      // The records of a built week may lie in two months: it is chosen if one of its days passes.
      return (0..<7).contains { offset in
        let day = report.period.start.adding(offset)
        return term.spans.contains { $0.contains(day) } != term.isNegated
      }
    }
  }

  /// Whether declined detainers of published reports pass a term on outcome or lift reason.
  func acceptsDeclined(_ term: FilterTerm) -> Bool {
    guard term.field == .outcome, let wanted = try? outcomes(term) else {
      // Published rows carry no lift reason, so only rows at hand can tell.
      return term.isNegated || term.wantsNone
    }
    return wanted.contains(.declined) != term.isNegated
  }

  func reportsThatHold(_ term: FilterTerm) -> [Bool] {
    if term.field == .source {
      let names = SearchTexts([""] + table.reports.map(\.source))
      return Array(wholeFirst(term, in: names)(names).dropFirst())
    }
    return table.reports.map { $0.period.isKnown ? term.names($0.period) : term.wantsNone }
  }

  /// Whether rows pass a term on outcome, by their code. What is not known passes neither a term nor
  /// its opposite, as in SQL; `none` finds it.
  func passes(_ term: FilterTerm) throws(FilterError) -> [Bool] {
    let wanted = try outcomes(term)
    return Outcome.allCases.map { wanted.contains($0) != term.isNegated }
      + [term.wantsNone && !term.isNegated]
  }

  private func outcomes(_ term: FilterTerm) throws(FilterError) -> [Outcome] {
    var outcomes: [Outcome] = []
    for (index, value) in term.values.enumerated() {
      switch value {
      case .contains(let text):
        let begun = Outcome.allCases.filter { $0.name.hasPrefix(text.lowercased()) }
        guard !begun.isEmpty, !text.isEmpty else { throw noOutcome(term, index, text) }
        outcomes += begun
      case .equals(let text):
        let named = Outcome.allCases.filter { $0.name == text.lowercased() }
        guard !named.isEmpty else { throw noOutcome(term, index, text) }
        outcomes += named
      case .none: break
      default:
        let match = TextMatch([value])
        outcomes += Outcome.allCases.filter { match($0.name) }
      }
    }
    return outcomes
  }

  private func noOutcome(_ term: FilterTerm, _ value: Int, _ text: String) -> FilterError {
    let names = Outcome.allCases.map(\.name)
    let nearest = nearestName(to: text.lowercased(), among: names)
    return FilterError(
      column: term.column(ofValue: value), token: text,
      message: "this is not an outcome\(nearest.map { "; did you mean \($0)? " } ?? ". ")"
        + "The outcomes are \(names.joined(separator: ", ")).")
  }
}

extension FilterTerm {
  var spans: [ClosedRange<Day>] {
    values.compactMap { value in
      guard case .span(let span, _) = value else { return nil }
      return span
    }
  }

  var numbers: [ClosedRange<Int>] {
    values.compactMap { value in
      guard case .numbers(let range, _) = value else { return nil }
      return range
    }
  }

  var wantsNone: Bool { values.contains(.none) }

  var withCrimeSynonyms: FilterTerm {
    let values = values.flatMap { value -> [Value] in
      guard case .contains(let text) = value else { return [value] }
      return CrimeSynonyms.wordings(of: text).map { .contains($0) }
    }
    return FilterTerm(field, values, isNegated: isNegated, column: column)
  }
}
