import Text

/// What bare words mean for stated figures, place by place (rule 4 of the data).
extension Selection {
  /// The bare words that must be found; one that is negated is a term on rows.
  var bareWords: [FilterTerm] {
    query.filter.terms.filter { $0.field == nil && !$0.isNegated }
  }

  /// Whether every bare word is in a place's own name, so that it keeps what is stated of it; of
  /// the others only the rows listed count. A state without a county is a place of its own.
  package func keepsFigures(of place: Jurisdiction) -> Bool {
    guard !hasRowTerm else { return false }
    let words = bareWords
    if words.isEmpty { return true }
    let name = dataset.searchedName(of: place)
    return words.allSatisfy { TextMatch($0.values, smartCase: true)(name) }
  }

  /// Whether nothing that a report states counts, but only rows that it lists.
  package func countsOnlyRows(ofReport number: Int) -> Bool {
    if hasRowTerm { return true }
    if bareWords.isEmpty { return false }
    let figures = dataset.publishedFigures(ofReport: number)
    let states = figures.states.keys.map { Jurisdiction(state: $0, county: "", fips: "") }
    return !(figures.places.keys + states).contains { chooses($0) && keepsFigures(of: $0) }
  }
}

extension Dataset {
  /// The name of a place in which bare words are looked for: `Travis County, TX, Texas`.
  func searchedName(of place: Jurisdiction) -> String {
    let county = place.isNamed ? place.county : ""
    let parts = [county, place.state, places.state(place.state)?.name ?? ""]
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
