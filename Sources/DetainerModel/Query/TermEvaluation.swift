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
    case .month, .quarter, .year, .fiscalYear:
      let spans = term.spans
      insertDays(table.date(of: event), into: &rows) { day in
        day.isKnown ? spans.contains { $0.contains(day) } : term.wantsNone
      }
    case .state, .county:
      let holds = try jurisdictionsThatHold(term)
      insert(table.site, in: table.sites.map { holds[$0.jurisdiction] }, into: &rows)
    case .aor:
      let match = aorMatch(term)
      insert(table.site, in: table.sites.map { match($0.aor) }, into: &rows)
    case .facility:
      insert(table.site, in: TextMatch(term.values)(dataset.searchTexts(.facilities)), into: &rows)
    case .city:
      insert(table.site, in: TextMatch(term.values)(dataset.searchTexts(.cities)), into: &rows)
    case .outcome:
      let wanted = try outcomes(term)
      insert(.narrow(table.outcome), in: Outcome.allCases.map(wanted.contains), into: &rows)
    case .liftReason: insertText(.liftReason, term, into: &rows)
    case .crime: insertText(.crime, term.withCrimeSynonyms, into: &rows)
    case .citizenship: insertText(.citizenship, term, into: &rows)
    case .basis: insertText(.basis, term, into: &rows)
    case .criminality: insertText(.criminality, term, into: &rows)
    case .threat: insertText(.threat, term, into: &rows)
    case .person: insertPersons(term, into: &rows)
    case .note: insertText(.note, term, into: &rows)
    case .gender: insertText(.gender, term, wholeFirst: true, into: &rows)
    case .type: insertType(term, into: &rows)
    case .issued: insertDates(table.issued, term, into: &rows)
    case .declined: insertDeclined(term, into: &rows)
    case .days: insertAges(term, into: &rows)
    case .count: rows.invert()
    }
    if term.isNegated { rows.invert() }
    return rows
  }

  /// Adds the rows whose code the table names.
  func insert(_ codes: Codes, in wanted: [Bool], into rows: inout RowSet) {
    if let candidates {
      rows.insertRows(of: codes, in: wanted, among: candidates)
    } else {
      rows.insertRows(of: codes, in: wanted)
    }
  }

  /// Which reports the term chooses; nil when it does not speak of reports.
  func reports(_ term: FilterTerm) -> [Bool]? {
    guard term.field?.isOfReport == true else { return nil }
    let holds = reportsThatHold(term)
    return table.reports.indices.map { number in
      let report = table.reports[number]
      guard report.kind == .built, term.field != .week, term.field != .source,
        report.week.isKnown
      else { return holds[number] != term.isNegated }
      // The records of a built week may lie in two months: it is chosen if one of its days passes.
      return (0..<7).contains { offset in
        let day = report.week.start.adding(offset)
        return term.spans.contains { $0.contains(day) } != term.isNegated
      }
    }
  }

  /// Which jurisdictions the term chooses; nil when it does not speak of places.
  func jurisdictions(_ term: FilterTerm) throws(FilterError) -> [Bool]? {
    guard term.field?.isPlace == true else { return nil }
    return try jurisdictionsThatHold(term).map { $0 != term.isNegated }
  }

  /// Whether declined detainers of published reports pass a term on outcome or lift reason.
  func acceptsDeclined(_ term: FilterTerm) -> Bool {
    guard term.field == .outcome, let wanted = try? outcomes(term) else {
      // Published rows carry no lift reason, so only rows at hand can tell.
      return term.isNegated || term.wantsNone
    }
    return wanted.contains(.declined) != term.isNegated
  }

  // MARK: Reports and jurisdictions

  private func reportsThatHold(_ term: FilterTerm) -> [Bool] {
    if term.field == .source {
      let names = SearchTexts([""] + table.reports.map(\.source))
      return Array(wholeFirst(term, in: names)(names).dropFirst())
    }
    let spans = term.spans
    return table.reports.map { report in
      guard report.week.isKnown else { return term.wantsNone }
      // A report belongs to the week by its Saturday, and to a month or year by its Friday.
      let day = term.field == .week ? report.week.start : report.week.end
      return spans.contains { $0.contains(day) }
    }
  }

  private func jurisdictionsThatHold(_ term: FilterTerm) throws(FilterError) -> [Bool] {
    try dataset.foldedPlaces.map(placeMatch(term))
  }

  /// Whether a term on state, county or AOR holds for a place, before its negation.
  func placeMatch(_ term: FilterTerm) throws(FilterError) -> (FoldedPlace) -> Bool {
    switch term.field {
    case .state:
      let codes = try stateCodes(term)
      return { codes.contains($0.state) }
    case .county:
      return countyMatch(term)
    default:
      let match = aorMatch(term)
      return { match($0.aor) }
    }
  }

  private func stateCodes(_ term: FilterTerm) throws(FilterError) -> Set<String> {
    var codes: Set<String> = []
    for value in term.values {
      switch value {
      case .none: codes.insert("")
      case .contains(let text), .equals(let text):
        if let state = dataset.places.state(text) {
          codes.insert(state.code)
          continue
        }
        let prefix = folded(text)
        let begun = dataset.places.states.filter { folded($0.name).hasPrefix(prefix) }
        guard !begun.isEmpty else {
          let names = dataset.places.states.map { $0.name.lowercased() }
          let nearest = nearestName(to: prefix, among: names).flatMap { dataset.places.state($0) }
          throw FilterError(
            column: term.column, token: text,
            message: "no state has this code or name"
              + (nearest.map { "; did you mean \($0.code), \($0.name)?" } ?? "."))
        }
        codes.formUnion(begun.map(\.code))
      default:
        let match = TextMatch([value])
        codes.formUnion(
          dataset.places.states.filter { match($0.name) || match($0.code) }.map(\.code))
      }
    }
    return codes
  }

  /// Whole names first: `county:clark` is Clark County, never Clarke County, whatever is selected.
  private func countyMatch(_ term: FilterTerm) -> (FoldedPlace) -> Bool {
    let tests: [(FoldedPlace) -> Bool] = term.values.map { value in
      guard case .contains(let text) = value else {
        let match = TextMatch([value])
        return { match($0.county) || match($0.bareName) }
      }
      let wanted = folded(text)
      if wanted.utf8.count == 5, wanted.utf8.allSatisfy({ (48...57).contains($0) }) {
        return { $0.fips == wanted }
      }
      let isWhole: (FoldedPlace) -> Bool = {
        $0.folded.county == wanted || $0.folded.bareName == wanted
      }
      if dataset.places.hasCounty(named: text) || dataset.foldedPlaces.contains(where: isWhole) {
        return isWhole
      }
      return { $0.folded.county.contains(wanted) }
    }
    return { place in tests.contains { $0(place) } }
  }

  private func aorMatch(_ term: FilterTerm) -> (String) -> Bool {
    let values = term.values.map { value -> FilterTerm.Value in
      guard case .contains(let text) = value, let aor = dataset.places.aor(text) else {
        return value
      }
      return .equals(aor.code)
    }
    let match = TextMatch(values)
    var known: [String: Bool] = [:]
    for aor in dataset.places.aors { known[aor.code] = match(aor.code) || match(aor.office) }
    return { aor in known[aor] ?? match(aor) }
  }

  func outcomes(_ term: FilterTerm) throws(FilterError) -> [Outcome] {
    var outcomes: [Outcome] = []
    for value in term.values {
      switch value {
      case .contains(let text), .equals(let text):
        let named = Outcome.allCases.filter { $0.name.hasPrefix(text.lowercased()) }
        guard !named.isEmpty, !text.isEmpty else {
          let names = Outcome.allCases.map(\.name)
          let nearest = nearestName(to: text.lowercased(), among: names)
          throw FilterError(
            column: term.column, token: text,
            message: "this is no outcome\(nearest.map { "; did you mean \($0)?" } ?? "."). "
              + "The outcomes are \(names.joined(separator: ", ")).")
        }
        outcomes += named
      case .none: outcomes.append(.pending)
      default:
        let match = TextMatch([value])
        outcomes += Outcome.allCases.filter { match($0.name) }
      }
    }
    return outcomes
  }
}

extension FilterTerm {
  var spans: [ClosedRange<Day>] {
    values.compactMap { value in
      guard case .span(let span, _) = value else { return nil }
      return span
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
