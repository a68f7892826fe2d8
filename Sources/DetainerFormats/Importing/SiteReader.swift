import DetainerModel
import Text

/// Turns the place columns of a record into a place of detention with its county.
struct SiteReader: Sendable {
  /// The place columns as the file has them.
  struct Stated: Hashable {
    var facility = ""
    var code = ""
    var city = ""
    var state = ""
    var county = ""
    var fips = ""
    var aor = ""

    /// Takes the value of a column of places, unless one that is preferred was filled.
    mutating func take(_ value: String, as field: DetainerField) {
      switch field {
      case .facility where facility.isEmpty: facility = value
      case .facilityCode where code.isEmpty: code = value
      case .city where city.isEmpty: city = value
      case .state where state.isEmpty: state = value
      case .county where county.isEmpty: county = value
      case .countyFIPS where fips.isEmpty: fips = value
      case .aor where aor.isEmpty: aor = value
      default: break
      }
    }
  }

  /// A state that no table knows: where it was first seen, and in how many rows.
  private struct UnknownState: Sendable {
    let row: Int
    var rows = 0
  }

  /// A county as it is written, in a state.
  private struct Written: Hashable, Sendable {
    let county: String
    let state: String
  }

  /// What the reference tables are asked for of a facility.
  private struct Facility: Hashable, Sendable {
    let name: String
    let city: String
    let state: String
  }

  private var codes: CountyCodes
  // There are more places of detention than texts in any column, so that each answer of the tables
  // is wanted again and again.
  private var states = Memo<String, Places.State?>()
  private var aors = Memo<String, Places.AOR?>()
  private var written = Memo<String, (county: String, state: Places.State)?>()
  private var counties = Memo<Written, Places.County?>()
  private var facilities = Memo<Facility, FacilityTable.Entry>()
  private var countiesByCode = Memo<String, Places.County?>()
  private var areas = Memo<Jurisdiction, String>()
  private let places: Places
  private let userPlaces: UserPlaces
  private var unknownStates: [String: UnknownState] = [:]
  private var sitesInUnknownStates: [Int: String] = [:]

  init(places: Places, userPlaces: UserPlaces = UserPlaces()) {
    self.places = places
    self.userPlaces = userPlaces
    codes = CountyCodes(places)
  }

  /// Counts a row, so that an unknown state can be reported with its number of rows.
  mutating func count(site: Int) {
    guard !sitesInUnknownStates.isEmpty, let state = sitesInUnknownStates[site] else { return }
    unknownStates[state]?.rows += 1
  }

  /// Counts many rows.
  mutating func count(sites: some Sequence<UInt32>) {
    guard !sitesInUnknownStates.isEmpty else { return }
    for site in sites { count(site: Int(site)) }
  }

  /// Reports each unknown state once.
  func report(to log: inout DiagnosticLog) {
    for (state, found) in unknownStates.sorted(by: { $0.value.row < $1.value.row }) {
      let rows = found.rows == 1 ? "1 row" : "\(found.rows) rows"
      log.add(
        .unknownState, row: found.row, column: "state",
        "“\(excerpt(state))” in \(rows) is not a known state; it is kept as it stands.")
    }
  }

  /// Finds the county: from the file, else as `places.csv` says, else by facility, city and state,
  /// else by a city of one county, else by the facility's code, or its name and area.
  mutating func site(
    _ stated: Stated, in builder: inout TableBuilder, row: Int, log: inout DiagnosticLog
  ) -> Int {
    var stated = stated
    splitState(of: &stated)
    var state = stated.state
    let known = states.answer(to: state) { places.state($0) }
    let isUnknown = known == nil && !state.isEmpty
    if let known { state = known.code }
    var placement = Placement.file
    var aor = aors.answer(to: stated.aor) { places.aor($0) }?.code ?? stated.aor
    let jurisdiction: Jurisdiction
    if let county = codes.county(fips: stated.fips, state: state) {
      jurisdiction = county.jurisdiction
      if !state.isEmpty, county.jurisdiction.state != state {
        log.add(
          .countyInOtherState, row: row, column: "county_fips",
          "county \(stated.fips) lies in \(county.jurisdiction.state), but the state says \(state); the county is taken."
        )
      }
    } else if let county = counties.answer(
      to: Written(county: stated.county, state: state),
      { places.county(named: $0.county, state: $0.state) })
    {
      jurisdiction = county.jurisdiction
    } else if !stated.county.isEmpty {
      jurisdiction = Jurisdiction(state: state, county: stated.county, fips: "")
      if state.isEmpty {
        log.add(
          .countyWithoutState, row: row, column: "county",
          "“\(excerpt(stated.county))” is named without a state, and counts in none; fill the state in, here and in all rows like this."
        )
      }
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
        : facilities.answer(
          to: Facility(name: stated.facility, city: stated.city, state: state),
          {
            ReferenceTables.facilities.entry(
              facility: unaccented($0.name), city: unaccented($0.city), state: $0.state)
          })
      placement = entry?.placement ?? .none
      if let county = countiesByCode.answer(to: entry?.fips ?? "", { places.county(fips: $0) }) {
        jurisdiction = county.jurisdiction
        if aor.isEmpty { aor = entry?.aor ?? "" }
      } else if !isUnknown, stated.city.isEmpty, let found = withoutCity(stated, state, aor) {
        (placement, jurisdiction) = found
      } else {
        jurisdiction = Jurisdiction(state: state, county: "", fips: "")
      }
    }
    if aor.isEmpty { aor = areas.answer(to: jurisdiction) { places.aor(of: $0) } }
    let site = builder.site(
      Site(
        facility: stated.facility, city: stated.city,
        jurisdiction: builder.jurisdiction(jurisdiction), aor: aor, placement: placement))
    if isUnknown {
      if unknownStates[state] == nil { unknownStates[state] = UnknownState(row: row) }
      sitesInUnknownStates[site] = state
    }
    return site
  }

  /// Finds the county of a facility whose city is not named (rule 14 of the data).
  private func withoutCity(
    _ stated: Stated, _ state: String, _ aor: String
  ) -> (Placement, Jurisdiction)? {
    let index = ReferenceTables.facilityIndex
    if let fips = index.fips(code: stated.code, state: state),
      let county = places.county(fips: fips)
    {
      return (.facilityCode, county.jurisdiction)
    }
    let name = unaccented(stated.facility)
    guard let fips = index.fips(name: name, aor: aor, state: state),
      let county = places.county(fips: fips)
    else { return nil }
    return (.nameAndAOR, county.jurisdiction)
  }

  /// Takes apart a county that is written with its state, as `Travis County, TX`, unless the row
  /// says another state.
  private mutating func splitState(of stated: inout Stated) {
    guard let (county, state) = written.answer(to: stated.county, { places.withState($0) }),
      stated.state.isEmpty || states.answer(to: stated.state, { places.state($0) }) == state
    else { return }
    stated.county = county
    stated.state = state.code
  }
}

/// Answers that are found once for each question.
private struct Memo<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
  private var answers: [Question: Answer] = [:]

  mutating func answer(to question: Question, _ find: (Question) -> Answer) -> Answer {
    if let known = answers[question] { return known }
    let answer = find(question)
    answers[question] = answer
    return answer
  }
}
