extension Dataset {
  /// The places of a name in the data, else in the reference tables: whole names before parts, and
  /// those that a published report names before the others.
  ///
  /// - Parameters:
  ///   - name: a county or another place, with its state if need be: `clark`, `Clark, NV`,
  ///     `NV Clark County`.
  ///   - query: what of the data is looked at.
  /// - Throws: a ``FilterError`` where the state is none.
  public func places(named name: String, under query: Query = Query()) throws(FilterError)
    -> [Jurisdiction]
  {
    let (county, state) = split(name)
    let terms =
      [FilterTerm(.county, [.contains(county)])]
      + (state.isEmpty ? [] : [FilterTerm(.state, [.contains(state)])])
      + query.filter.terms.filter { ($0.field == .state || $0.field == .county) && !$0.isNegated }
    let evaluation = TermEvaluation(dataset: self)
    var matches: [(FoldedPlace) -> Bool] = []
    for term in terms { matches.append(try evaluation.placeMatch(term)) }
    func isMeant(_ place: Jurisdiction) -> Bool {
      let folded = FoldedPlace(place, in: self.places)
      return !place.isUnlocated && matches.allSatisfy { $0(folded) }
    }
    let fips = policies.map(\.fips) + corrections.flatMap(\.fips)
    let known =
      statedPlaces + table.jurisdictions
      + fips.compactMap { self.places.county(fips: $0)?.jurisdiction }
    var seen: Set<Jurisdiction> = []
    let found = known.filter { isMeant($0) && seen.insert($0).inserted }
    return found.isEmpty ? self.places.counties.map(\.jurisdiction).filter(isMeant) : found
  }

  /// A county and its state, where the text has one at either end.
  private func split(_ text: String) -> (county: String, state: String) {
    func trimmed(_ text: some StringProtocol) -> String {
      text.split(separator: " ").joined(separator: " ")
    }
    let text = trimmed(text)
    if let comma = text.lastIndex(of: ",") {
      return (trimmed(text[..<comma]), trimmed(text[text.index(after: comma)...]))
    }
    let words = text.split(separator: " ").map(String.init)
    guard words.count > 1 else { return (text, "") }
    // Two letters are a state only where they are written as one, or no county would be found:
    // there is a De Baca County.
    if words[0].count == 2, words[0] == words[0].uppercased(), places.state(words[0]) != nil {
      return (words.dropFirst().joined(separator: " "), words[0])
    }
    if let last = words.last, last.count == 2, places.state(last) != nil {
      return (words.dropLast().joined(separator: " "), last)
    }
    return (text, "")
  }
}

extension [PlacePage] {
  /// Those that a published report names first, then those with most declines, then by name.
  public func ordered() -> [PlacePage] {
    func rank(_ page: PlacePage) -> Int {
      page.published.compactMap { $0.rank?.rank }.min() ?? .max
    }
    func declined(_ page: PlacePage) -> Int {
      page.published.reduce(0) { $0 + ($1.declined ?? 0) }
        + page.released.reduce(0) { $0 + $1.declined }
    }
    return sorted { a, b in
      if a.isPublished != b.isPublished { return a.isPublished }
      if declined(a) != declined(b) { return declined(a) > declined(b) }
      if rank(a) != rank(b) { return rank(a) < rank(b) }
      let (x, y) = ([a.place.state, a.place.county], [b.place.state, b.place.county])
      return x.lexicographicallyPrecedes(y)
    }
  }
}
