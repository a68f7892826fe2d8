/// Which place each policy is of: the one rule for pages, lists, searches and filters.
extension Dataset {
  /// The rows of Section III, and of later lists, that name a place.
  public func policies(of place: Jurisdiction) -> [Policy] {
    guard place.isNamed else { return [] }
    return zip(policies, placesOfPolicies).filter { policy, named in
      place.fips.isEmpty ? named == place : policy.fips == place.fips || named == place
    }.map(\.0)
  }

  /// The places that have no county code and that only policies name: no report states anything of
  /// them, and no record is theirs.
  var placesOnlyListed: Set<Jurisdiction> {
    let listed = Set(placesOfPolicies.filter { $0.fips.isEmpty && $0.isNamed })
      .subtracting(statedPlaces)
    return listed.isEmpty ? [] : listed.subtracting(placesWithRecords)
  }

  /// The place of each policy, in their order.
  func findPlacesOfPolicies() -> [Jurisdiction] {
    guard !policies.isEmpty else { return [] }
    // However it is spelt, it is the place as it was named first.
    var named: [[String]: Jurisdiction] = [:]
    func first(_ place: Jurisdiction) -> Jurisdiction {
      let key = [place.state, PlaceSpelling.key(place.county)]
      let first = named[key] ?? place
      named[key] = first
      return first
    }
    for place in statedPlaces where place.fips.isEmpty && place.isNamed { _ = first(place) }
    return policies.map { policy in
      let place = policy.place(in: places)
      return place.fips.isEmpty && place.isNamed ? first(place) : place
    }
  }
}

extension Policy {
  /// The place that it is of. Cities and agencies keep their name; what holds for a whole state is in
  /// no county.
  ///
  /// A city is never taken for the county of its name, of which other things are said: it is told
  /// from it by its level.
  func place(in places: Places) -> Jurisdiction {
    if let county = places.county(fips: fips) { return county.jurisdiction }
    let code = places.state(state)?.code ?? state
    guard !isOfState else { return Jurisdiction(state: code, county: "", fips: "") }
    guard fips.isEmpty,
      let county = places.county(named: jurisdiction, state: code)?.jurisdiction
        ?? places.county(alsoNamed: jurisdiction, inState: code)
    else { return Jurisdiction(state: code, county: jurisdiction, fips: fips) }
    if level == "county" { return county }
    let kind = level.isEmpty ? "listed" : level
    return Jurisdiction(state: code, county: "\(jurisdiction) (\(kind))", fips: "")
  }

  /// The places by which it is looked for: its own, and one of the name that is written.
  func searchedPlaces(as place: Jurisdiction) -> [Jurisdiction] {
    let written = Jurisdiction(state: place.state, county: jurisdiction, fips: "")
    return place.fips.isEmpty && place.isNamed && written != place ? [place, written] : [place]
  }
}
