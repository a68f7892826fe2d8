/// What records may hold of cities that they do not name: a city lies in the counties of its state,
/// so it has none to all of what was counted there (rule 4 of what is not known).
struct OverlappingPlaces: Sendable {
  private let cities: Set<Jurisdiction>
  private let states: Set<String>
  private let keys: [GroupKey]
  /// What was counted in the whole states of the cities, and what of it the selection has already,
  /// by the state and the keys that are of no place.
  private let whole, own: [[KeyValue]: Group]

  /// Counts the states once, if a key or a term asks for a city that the records chosen leave unnamed.
  init(_ selection: Selection, by keys: [GroupKey]) {
    self.keys = keys
    let isByPlace = keys.contains { Self.isOfPlace($0) }
    cities =
      (isByPlace || selection.hasPlaceTerm) && selection.hasBuiltReport
      ? selection.citiesWithoutRecords : []
    states = Set(cities.map(\.state))
    guard !cities.isEmpty, let all = selection.withoutPlaceTerms else {
      (whole, own) = ([:], [:])
      return
    }
    let keysOfStates =
      isByPlace
      ? keys.map { Self.isOfPlace($0) ? .state : $0 }
      : keys.contains(.state) ? keys : [.state] + keys
    whole = all.builtGroups(by: keysOfStates)
    own = isByPlace ? [:] : selection.builtGroups(by: keysOfStates)
  }

  var isNone: Bool { whole.isEmpty }

  /// What there may be of a group in records that do not name its place, beside what they do name; an
  /// exact 0 of all others.
  func known(_ values: [KeyValue], _ count: (Group) -> Known?) -> Known {
    func possible(_ values: [KeyValue]) -> Known {
      guard let group = whole[values], let most = count(group) else { return .zero }
      let counted = own[values].flatMap(count)?.least ?? 0
      return Known(least: 0, most: most.most.map { $0 - counted })
    }
    guard !whole.isEmpty else { return .zero }
    if keys.contains(where: { Self.isOfPlace($0) }) {
      var isOfCity = false
      let ofState = values.map { value -> KeyValue in
        guard case .jurisdiction(let place) = value, cities.contains(place) else { return value }
        isOfCity = true
        return .text(place.state)
      }
      return isOfCity ? possible(ofState) : .zero
    }
    guard let key = keys.firstIndex(of: .state) else {
      return states.reduce(.zero) { $0 + possible([.text($1)] + values) }
    }
    guard case .text(let state) = values[key], states.contains(state) else { return .zero }
    return possible(values)
  }

  private static func isOfPlace(_ key: GroupKey) -> Bool { key == .county || key == .jurisdiction }
}

extension Selection {
  /// The cities that the terms choose and that no record of the sources chosen names.
  fileprivate var citiesWithoutRecords: Set<Jurisdiction> {
    let cities = dataset.cities
    guard !cities.isEmpty else { return [] }
    let chosen = hasPlaceTerm ? placeScope.places : nil
    let table = dataset.table
    let sources = Set(
      chosenReports.map { table.reports[$0] }.filter { $0.kind == .built }.map(\.source))
    return Set(
      cities.filter { city in
        if let chosen, chosen[city.place.state]?.contains(city.place) != true { return false }
        guard city.hasRecords else { return true }
        let here = try? Selection(Query(Filter(terms: city.place.terms)), in: dataset)
        return here?.builtGroups(by: [.source]).values.contains {
          $0.hasBuilt && sources.contains($0.keys[0].text(withState: false))
        } != true
      }.map(\.place))
  }

  /// The selection without what chooses places; nil where the rest cannot stand alone.
  fileprivate var withoutPlaceTerms: Selection? {
    var query = query
    query.filter.terms.removeAll { $0.field?.isPlace ?? !$0.isNegated }
    return try? Selection(query, in: dataset)
  }

  /// The groups of records alone: published reports say themselves what they may have of a city.
  fileprivate func builtGroups(by keys: [GroupKey]) -> [[KeyValue]: Group] {
    var groups: [[KeyValue]: Group] = [:]
    BuiltCounting(
      selection: taking(in: keys), keys: keys, columns: dataset.keyColumns(keys)
    ).forEach(where: { _ in true }) { groups[$0] = $1.group($0, prefersBuilt: true) }
    return groups
  }
}

extension Dataset {
  /// A place with a name that is no county.
  struct City: Sendable {
    let place: Jurisdiction
    /// Whether a record was placed in it.
    let hasRecords: Bool
  }

  /// The cities that the data names.
  var cities: [City] {
    cache.cities {
      let withRecords = placesWithRecords
      return table.jurisdictions.filter { $0.isNamed && $0.fips.isEmpty && !$0.state.isEmpty }
        .map { City(place: $0, hasRecords: withRecords.contains($0)) }
    }
  }

  /// The places that a record was placed in.
  var placesWithRecords: Set<Jurisdiction> {
    var hasRecords = Array(repeating: false, count: table.jurisdictions.count)
    for site in table.sites { hasRecords[site.jurisdiction] = true }
    return Set(zip(table.jurisdictions, hasRecords).filter(\.1).map(\.0))
  }
}
