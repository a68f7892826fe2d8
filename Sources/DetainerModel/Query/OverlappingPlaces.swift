/// What records may hold of places that are not counties and that they do not name: a city lies in
/// the counties of its state, so it has none to all of what was counted there (rule 4 of what is not
/// known).
struct OverlappingPlaces: Sendable {
  private let keys: [GroupKey]
  private let places: Set<Jurisdiction>
  private let groupsOfStates: [[KeyValue]: Group]

  /// Counts the states once, if keys name places and records are chosen that leave one unnamed.
  init(_ selection: Selection, by keys: [GroupKey]) {
    self.keys = keys
    let isByPlace = keys.contains { $0 == .county || $0 == .jurisdiction }
    let places = isByPlace && selection.hasBuiltReport ? selection.placesWithoutRecords : []
    self.places = places
    guard !places.isEmpty, let states = selection.withoutPlaceTerms else {
      groupsOfStates = [:]
      return
    }
    let groups = states.withAllGroupSizes.uncheckedGroups(by: keys.map(Self.ofState))
    groupsOfStates = Dictionary(groups.map { ($0.keys, $0) }) { first, _ in first }
  }

  /// What there may be of a group in records that do not name its place; an exact 0 of all others.
  func known(_ values: [KeyValue], _ count: (Group) -> Known?) -> Known {
    guard !groupsOfStates.isEmpty else { return .zero }
    var isOverlapping = false
    let ofState = values.map { value -> KeyValue in
      guard case .jurisdiction(let place) = value, places.contains(place) else { return value }
      isOverlapping = true
      return .text(place.state)
    }
    guard isOverlapping, let group = groupsOfStates[ofState] else { return .zero }
    return Known(least: 0, most: (count(group) ?? .zero).most)
  }

  private static func ofState(_ key: GroupKey) -> GroupKey {
    key == .county || key == .jurisdiction ? .state : key
  }
}

extension Selection {
  /// The places that are not counties and that no record of the sources chosen names.
  fileprivate var placesWithoutRecords: Set<Jurisdiction> {
    let table = dataset.table
    let cities = dataset.knownPlaces.map(\.place).filter {
      $0.isNamed && $0.fips.isEmpty && !$0.state.isEmpty
    }
    guard !cities.isEmpty else { return [] }
    let sources = Set(
      chosenReports.map { table.reports[$0] }.filter { $0.kind == .built }.map(\.source))
    var hasSite = Array(repeating: false, count: table.jurisdictions.count)
    for site in table.sites { hasSite[site.jurisdiction] = true }
    let withSite = Set(zip(table.jurisdictions, hasSite).filter(\.1).map(\.0))
    return Set(cities).filter { place in
      guard withSite.contains(place) else { return true }
      let here = try? Selection(Query(Filter(terms: place.terms)), in: dataset)
      return here?.uncheckedGroups(by: [.source]).contains {
        $0.hasBuilt && sources.contains($0.keys[0].text(withState: false))
      } != true
    }
  }

  /// The selection without what chooses places; nil where the rest cannot stand alone.
  fileprivate var withoutPlaceTerms: Selection? {
    var query = query
    query.filter.terms.removeAll { $0.field?.isPlace ?? !$0.isNegated }
    return try? Selection(query, in: dataset)
  }
}
