/// Which places the terms of a selection choose, of all that the reference tables and the data
/// know: those that no report names too, because a remainder can be theirs.
struct PlaceScope: Sendable {
  /// The places that are chosen, by state.
  private(set) var places: [String: [Jurisdiction]] = [:]
  /// The states all of whose places are chosen, so that their remainders are.
  private(set) var wholeStates: Set<String> = []
  private let chosen: [KnownPlace]

  init(_ terms: [FilterTerm], in dataset: Dataset) {
    let known = dataset.knownPlaces
    var isChosen = Array(repeating: true, count: known.count)
    let evaluation = TermEvaluation(dataset: dataset)
    for term in terms {
      // A term that held before holds here.
      guard term.field != nil, let match = try? evaluation.placeMatch(term) else { continue }
      for (index, place) in dataset.foldedKnownPlaces.enumerated()
      where match(place) == term.isNegated {
        isChosen[index] = false
      }
    }
    // What bare words do not name has no figures that they keep (rule 4 of the data).
    for term in terms where term.field == nil {
      let names = dataset.searchTexts(.knownPlaces)
      for (index, holds) in TextMatch(term.values, smartCase: true)(names).enumerated() {
        if !holds { isChosen[index] = false }
      }
    }
    var sizes: [String: Int] = [:]
    for place in known { sizes[place.place.state, default: 0] += 1 }
    let all = zip(known, isChosen).filter(\.1).map(\.0)
    let isListed = Dictionary(grouping: all, by: \.place.state)
      .mapValues { $0.allSatisfy(\.isOnlyListed) }
    // A city that only a policy names lies in the counties that are counted beside it.
    chosen = all.filter { !$0.isOnlyListed || isListed[$0.place.state] == true }
    places = Dictionary(grouping: chosen.map(\.place), by: \.state)
    for (state, chosen) in Dictionary(grouping: all, by: \.place.state) {
      // What is not itemised has a state but no county, and is chosen so.
      let holdsUnlocated = chosen.contains { $0.place.isUnlocated }
      let isUnnamed = chosen.allSatisfy { !$0.place.isNamed || $0.isOnlyListed }
      if holdsUnlocated, chosen.count == sizes[state] || isUnnamed {
        wholeStates.insert(state)
      }
    }
  }

  /// The places that are chosen in an area of responsibility, by state.
  func places(inAOR aor: String) -> [String: [Jurisdiction]] {
    Dictionary(grouping: chosen.filter { $0.county?.aor ?? "" == aor }.map(\.place), by: \.state)
  }
}

extension Selection {
  /// The places that the terms choose.
  var placeScope: PlaceScope {
    let terms = query.filter.terms.filter { $0.field?.isPlace == true } + bareWords
    return dataset.cache.placeScope(terms) { PlaceScope(terms, in: dataset) }
  }
}

extension Selection {
  /// The named places that the terms on places or the bare words choose, whether the data names them
  /// or not; none where all are chosen.
  package var placesAskedFor: [Jurisdiction] {
    guard hasPlaceTerm else { return [] }
    return placeScope.places.values.joined().filter(\.isNamed)
      .sorted { ($0.state, $0.county) < ($1.state, $1.county) }
  }
}

/// A place that can be named.
struct KnownPlace: Sendable {
  let place: Jurisdiction
  /// The county of the reference tables that it is, or whose code it has.
  let county: Places.County?
  /// Whether only policies name it.
  var isOnlyListed = false
}

extension Dataset {
  /// All places that have a name: the counties, and what the data names beside them.
  package var namedPlaces: [Jurisdiction] { knownPlaces.map(\.place).filter(\.isNamed) }

  /// All places that can be named: the counties, what the data names beside them, and what has no
  /// county.
  var knownPlaces: [KnownPlace] {
    cache.knownPlaces {
      // A detainer that no one lists may be of no state that is known, too; its name is empty, as
      // that of the first text is.
      let first = KnownPlace(place: .none, county: nil)
      let counties = places.counties.map { KnownPlace(place: $0.jurisdiction, county: $0) }
      let states = Set(counties.map(\.place.state) + table.jurisdictions.map(\.state))
      let unlocated = states.map { Jurisdiction(state: $0, county: "", fips: "") }
      let listed = placesOnlyListed
      var seen: Set<Jurisdiction> = [.none]
      let others = (table.jurisdictions + unlocated).compactMap { place -> KnownPlace? in
        let county = place.fips.isEmpty ? nil : places.county(fips: place.fips)
        guard !place.isNotAttributable, county?.jurisdiction != place,
          seen.insert(place).inserted
        else { return nil }
        return KnownPlace(place: place, county: county, isOnlyListed: listed.contains(place))
      }
      return [first] + counties + others
    }
  }

  /// The same as terms on places see them.
  var foldedKnownPlaces: [FoldedPlace] {
    cache.foldedKnownPlaces {
      knownPlaces.map { known in
        FoldedPlace(
          known.place, bareName: known.county?.name ?? known.place.county,
          aor: known.county?.aor ?? "")
      }
    }
  }
}
