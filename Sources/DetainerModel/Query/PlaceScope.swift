/// Which places the terms of a selection choose, of all that the reference tables and the data
/// know: those that no report names too, because a remainder can be theirs.
struct PlaceScope: Sendable {
  /// The places that are chosen, by state.
  private(set) var places: [String: [Jurisdiction]] = [:]
  /// The same by area of responsibility, then by state.
  private(set) var placesByAOR: [String: [String: [Jurisdiction]]] = [:]
  /// The states all of whose places are chosen, so that their remainders are.
  private(set) var wholeStates: Set<String> = []
  init(_ selection: Selection) {
    let terms = selection.query.filter.terms.filter { $0.field?.isPlace == true }
    let known = selection.dataset.knownPlaces
    let evaluation = TermEvaluation(dataset: selection.dataset)
    let tests = terms.compactMap { term in
      (try? evaluation.placeMatch(term)).map { match in
        { (place: FoldedPlace) in match(place) != term.isNegated }
      }
    }
    for (state, all) in known {
      let chosen = all.filter { place in tests.allSatisfy { $0(place.folded) } }
      if chosen.isEmpty { continue }
      places[state] = chosen.map(\.place)
      for place in chosen {
        placesByAOR[place.folded.aor, default: [:]][state, default: []].append(place.place)
      }
      // What is not itemised has a state but no county, and is chosen so.
      let holdsUnlocated = chosen.contains { $0.place.isUnlocated }
      if holdsUnlocated, chosen.count == all.count || chosen.allSatisfy({ !$0.place.isNamed }) {
        wholeStates.insert(state)
      }
    }
  }
}

/// A place with what terms look at.
struct KnownPlace: Sendable {
  let place: Jurisdiction
  let folded: FoldedPlace
}

extension Dataset {
  /// All places that can be named, by state: the counties, what the data names beside them, and what
  /// has no county.
  var knownPlaces: [String: [KnownPlace]] {
    cache.knownPlaces {
      var seen: Set<Jurisdiction> = []
      // A detainer that no one lists may be of no state that is known, too.
      let all = places.counties.map(\.jurisdiction) + table.jurisdictions + [.none]
      let unlocated = Set(all.map(\.state)).map { Jurisdiction(state: $0, county: "", fips: "") }
      let unique = (all + unlocated).filter { !$0.isNotAttributable && seen.insert($0).inserted }
      return Dictionary(
        grouping: unique.map { KnownPlace(place: $0, folded: FoldedPlace($0, in: places)) },
        by: \.place.state)
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
