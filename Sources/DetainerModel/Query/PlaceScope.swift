/// Which places the terms of a selection choose, of all that the reference tables and the data
/// know: those that no report names too, because a remainder can be theirs.
struct PlaceScope: Sendable {
  /// The places that are chosen, by state.
  private(set) var places: [String: [Jurisdiction]] = [:]
  /// The same by area of responsibility, then by state.
  private(set) var placesByAOR: [String: [String: [Jurisdiction]]] = [:]
  /// The states all of whose places are chosen, so that their remainders are.
  private(set) var wholeStates: Set<String> = []

  init(_ terms: [FilterTerm], in dataset: Dataset) {
    let known = dataset.knownPlaces
    var isChosen = Array(repeating: true, count: known.count)
    let evaluation = TermEvaluation(dataset: dataset)
    for term in terms {
      // A term that held before holds here.
      guard term.field != nil, let match = try? evaluation.placeMatch(term) else { continue }
      for (index, place) in known.enumerated() where match(place.folded) == term.isNegated {
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
    for (place, isChosen) in zip(known, isChosen) {
      sizes[place.place.state, default: 0] += 1
      guard isChosen else { continue }
      places[place.place.state, default: []].append(place.place)
      placesByAOR[place.folded.aor, default: [:]][place.place.state, default: []]
        .append(place.place)
    }
    for (state, chosen) in places {
      // What is not itemised has a state but no county, and is chosen so.
      let holdsUnlocated = chosen.contains { $0.isUnlocated }
      if holdsUnlocated, chosen.count == sizes[state] || chosen.allSatisfy({ !$0.isNamed }) {
        wholeStates.insert(state)
      }
    }
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

/// A place with what terms look at.
struct KnownPlace: Sendable {
  let place: Jurisdiction
  let folded: FoldedPlace
}

extension Dataset {
  /// All places that can be named: the counties, what the data names beside them, and what has no
  /// county.
  var knownPlaces: [KnownPlace] {
    cache.knownPlaces {
      var seen: Set<Jurisdiction> = []
      // A detainer that no one lists may be of no state that is known, too; its name is empty, as
      // that of the first text is.
      let all = [.none] + places.counties.map(\.jurisdiction) + table.jurisdictions
      let unlocated = Set(all.map(\.state)).map { Jurisdiction(state: $0, county: "", fips: "") }
      let unique = (all + unlocated).filter { !$0.isNotAttributable && seen.insert($0).inserted }
      return unique.map { KnownPlace(place: $0, folded: FoldedPlace($0, in: places)) }
    }
  }

  /// The counties that are the only ones of their state, such as the District of Columbia.
  var onlyCounties: [String: Jurisdiction] {
    cache.onlyCounties {
      Dictionary(grouping: places.counties.map(\.jurisdiction), by: \.state)
        .compactMapValues { $0.count == 1 ? $0.first : nil }
    }
  }
}
