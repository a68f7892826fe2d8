import Text

extension Dataset {
  /// The places of a name in the data, else in the reference tables: whole names before parts, and
  /// those that a published report names before the others.
  ///
  /// - Parameters:
  ///   - name: a county or another place, however it is spelt, with its state if need be: `clark`,
  ///     `Clark, NV`, `NV Clark County`.
  ///   - query: what of the data is looked at.
  /// - Throws: a ``FilterError`` where there is no such state, or no place has the name.
  public func places(named name: String, under query: Query = Query()) throws(FilterError)
    -> [Jurisdiction]
  {
    let terms =
      [FilterTerm(.county, [.contains(singleSpaced(name))])]
      + query.filter.terms.filter { ($0.field == .state || $0.field == .county) && !$0.isNegated }
    let evaluation = TermEvaluation(dataset: self)
    var matches: [(FoldedPlace) -> Bool] = []
    for term in terms { matches.append(try evaluation.placeMatch(term)) }
    func isMeant(_ place: Jurisdiction) -> Bool {
      let folded = FoldedPlace(place, in: self.places)
      return !place.isUnlocated && matches.allSatisfy { $0(folded) }
    }
    // A city that has the name of a county is found by that name, too.
    let listed = zip(policies, placesOfPolicies).filter { policy, place in
      policy.searchedPlaces(as: place).contains(where: isMeant)
    }.map(\.1)
    let corrected = corrections.flatMap(\.fips).compactMap {
      self.places.county(fips: $0)?.jurisdiction
    }
    let known = statedPlaces + table.jurisdictions + corrected
    var seen: Set<Jurisdiction> = []
    let found = (known.filter(isMeant) + listed).filter { seen.insert($0).inserted }
    return found.isEmpty ? self.places.counties.map(\.jurisdiction).filter(isMeant) : found
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
        + page.released.reduce(0) { $0 + $1.declined.least }
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
