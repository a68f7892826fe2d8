import Text

/// Terms on states, counties and areas of responsibility.
extension TermEvaluation {
  /// Which jurisdictions the term chooses; nil when it does not speak of places.
  func jurisdictions(_ term: FilterTerm) throws(FilterError) -> [Bool]? {
    guard term.field?.isPlace == true else { return nil }
    return try jurisdictionsThatHold(term).map { $0 != term.isNegated }
  }

  func jurisdictionsThatHold(_ term: FilterTerm) throws(FilterError) -> [Bool] {
    // States and codes are asked for again and again, and need no spelling of names. There are few of
    // them, so that each is compared sooner than it is hashed.
    if term.field == .state {
      let codes = Array(try stateCodes(term))
      return dataset.table.jurisdictions.map { codes.contains($0.state) }
    }
    if term.field == .county, let codes = countyCodes(term).map(Array.init) {
      return dataset.table.jurisdictions.map { codes.contains($0.fips) }
    }
    return try dataset.foldedPlaces.map(placeMatch(term))
  }

  /// The codes of known counties that a term names; nil where it names something else, too.
  private func countyCodes(_ term: FilterTerm) -> Set<String>? {
    var codes: Set<String> = []
    for value in term.values {
      guard case .contains(let text) = value, let code = Places.countyCode(text),
        dataset.places.county(fips: code) != nil
      else { return nil }
      codes.insert(code)
    }
    return codes
  }

  /// Whether a term on state, county or AOR holds for a place, before its negation.
  func placeMatch(_ term: FilterTerm) throws(FilterError) -> (FoldedPlace) -> Bool {
    switch term.field {
    case .state:
      let codes = try stateCodes(term)
      return { codes.contains($0.state) }
    case .county:
      return try countyMatch(term)
    default:
      let match = aorMatch(term)
      return { match($0.aor) }
    }
  }

  private func stateCodes(_ term: FilterTerm) throws(FilterError) -> Set<String> {
    var codes: Set<String> = []
    for (index, value) in term.values.enumerated() {
      switch value {
      case .none: codes.insert("")
      case .contains(let text):
        let named = stateCodes(named: text)
        let begun = named.isEmpty ? stateCodes(beginning: text) : named
        guard !begun.isEmpty else { throw noState(text, column: term.column(ofValue: index)) }
        codes.formUnion(begun)
      case .equals(let text):
        let named = stateCodes(named: text)
        guard !named.isEmpty else { throw noState(text, column: term.column(ofValue: index)) }
        codes.formUnion(named)
      default:
        let match = TextMatch([value])
        codes.formUnion(
          dataset.places.states.filter { match($0.name) || match($0.code) }.map(\.code))
      }
    }
    return codes
  }

  /// The state that has a name or code, or a code that only the data knows.
  private func stateCodes(named text: String) -> Set<String> {
    if let state = dataset.places.state(text) { return [state.code] }
    let wanted = folded(text)
    return Set(
      dataset.table.jurisdictions.map(\.state).filter { !$0.isEmpty && folded($0) == wanted })
  }

  private func stateCodes(beginning text: String) -> Set<String> {
    let start = folded(text)
    return Set(dataset.places.states.filter { folded($0.name).hasPrefix(start) }.map(\.code))
  }

  func noState(_ text: String, column: Int) -> FilterError {
    let names = dataset.places.states.map { $0.name.lowercased() }
    let nearest = nearestName(to: folded(text), among: names)
      .flatMap { dataset.places.state($0) }
    return FilterError(
      column: column, token: text,
      message: "no state has this code or name"
        + (nearest.map { "; did you mean \($0.code), \($0.name)?" } ?? "."))
  }

  func aorMatch(_ term: FilterTerm) -> (String) -> Bool {
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
}
