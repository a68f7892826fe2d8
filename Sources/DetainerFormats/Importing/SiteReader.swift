import DetainerModel

/// Turns the place columns of a record into a place of detention with its county.
struct SiteReader {
  /// The place columns as the file has them.
  struct Stated: Hashable {
    var facility = ""
    var city = ""
    var state = ""
    var county = ""
    var fips = ""
    var aor = ""
  }

  private let places: Places
  private let userPlaces: UserPlaces
  private var unknownStates: Set<String> = []

  init(places: Places, userPlaces: UserPlaces = UserPlaces()) {
    self.places = places
    self.userPlaces = userPlaces
  }

  /// Finds the county: from the file, else as `places.csv` says, else by facility, city and state,
  /// else by a city of one county.
  mutating func site(
    _ stated: Stated, in builder: inout TableBuilder, row: Int, log: inout DiagnosticLog
  ) -> Int {
    var state = stated.state
    if let known = places.state(state) {
      state = known.code
    } else if !state.isEmpty, unknownStates.insert(state).inserted {
      log.add(
        .warning, code: "unknown-state", row: row, column: "state",
        "“\(stated.state)” is no state that is known; it is kept as it stands.")
    }
    var placement = Placement.file
    var aor = places.aor(stated.aor)?.code ?? stated.aor
    let jurisdiction: Jurisdiction
    if let county = places.county(fips: stated.fips) {
      jurisdiction = county.jurisdiction
      if !state.isEmpty, county.jurisdiction.state != state {
        log.add(
          .warning, code: "county-in-other-state", row: row, column: "county_fips",
          "county \(stated.fips) lies in \(county.jurisdiction.state), but the state says \(state); the county is taken."
        )
      }
    } else if let county = places.county(named: stated.county, state: state) {
      jurisdiction = county.jurisdiction
    } else if !stated.county.isEmpty {
      jurisdiction = Jurisdiction(state: state, county: stated.county, fips: "")
    } else if let entry = userPlaces.entry(
      facility: stated.facility, city: stated.city, state: state)
    {
      placement = .user
      jurisdiction = entry.county ?? Jurisdiction(state: state, county: "", fips: "")
      if aor.isEmpty { aor = entry.aor }
    } else {
      let entry =
        state.isEmpty
        ? nil
        : ReferenceTables.facilities.entry(
          facility: stated.facility, city: stated.city, state: state)
      placement = entry?.placement ?? .none
      if let county = places.county(fips: entry?.fips ?? "") {
        jurisdiction = county.jurisdiction
        if aor.isEmpty { aor = entry?.aor ?? "" }
      } else {
        jurisdiction = Jurisdiction(state: state, county: "", fips: "")
      }
    }
    if aor.isEmpty { aor = places.aor(of: jurisdiction) }
    return builder.site(
      Site(
        facility: stated.facility, city: stated.city,
        jurisdiction: builder.jurisdiction(jurisdiction), aor: aor, placement: placement))
  }
}
