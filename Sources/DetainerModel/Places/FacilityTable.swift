/// The reference tables that lead from a facility, its city and its state to a county.
package struct FacilityTable: Sendable {
  /// What the tables say of a facility.
  package struct Entry: Hashable, Sendable {
    /// The county's FIPS code; empty when the facility is known but not its county.
    package let fips: String
    /// The code of the area of responsibility.
    package let aor: String
    /// How the county was found.
    package let placement: Placement

    /// Describes a facility.
    package init(fips: String, aor: String, placement: Placement) {
      self.fips = fips
      self.aor = aor
      self.placement = placement
    }
  }

  /// The columns of `facilities.csv`.
  enum Column {
    static let facility = 0
    static let city = 1
    static let state = 3
    static let fips = 4
    static let aor = 6
    static let code = 7
    static let match = 8
  }

  private let facilities: SortedLines
  private let cities: SortedLines

  /// A table that places nothing.
  package static let empty = FacilityTable(facilities: .empty, cities: .empty)

  /// Takes the lines of `facilities.csv`, by name, city and state, and those of `city_county.csv`,
  /// by state and key of the city.
  package init(facilities: SortedLines, cities: SortedLines) {
    self.facilities = facilities
    self.cities = cities
  }

  /// Finds the county of a facility: by the facilities, else by a city that lies in one county
  /// only.
  package func entry(facility: String, city: String, state: String) -> Entry {
    let found = facilities.find(
      [facility.uppercased(), city.uppercased(), state],
      in: [Column.facility, Column.city, Column.state], Self.entry)
    if let found, !found.fips.isEmpty {
      guard found.placement == .city, let ofCity = county(ofCity: city, state: state),
        !ofCity.isWhole
      else { return found }
      return Entry(fips: found.fips, aor: found.aor, placement: .mainCounty)
    }
    // A city of several counties places nobody by itself.
    if let ofCity = county(ofCity: city, state: state), ofCity.isWhole {
      return Entry(fips: ofCity.fips, aor: "", placement: .city)
    }
    return Entry(fips: "", aor: "", placement: .none)
  }

  /// The main county of a city, and whether the whole city lies in it.
  private func county(ofCity city: String, state: String) -> (fips: String, isWhole: Bool)? {
    cities.find([state, PlaceSpelling.key(city)], in: [0, 1]) { line in
      (line[2], line.holds("1.00", in: 5))
    }
  }

  private static func entry(_ line: SortedLines.Line) -> Entry {
    let placement: Placement =
      switch line[Column.match] {
      case "facility-name": .facilityName
      case "hifld-name": .register
      case "city", "city-is-county": .city
      default: .none
      }
    return Entry(fips: line[Column.fips], aor: line[Column.aor], placement: placement)
  }

  /// The key of a city in a state.
  package static func key(city: String, state: String) -> String {
    state + "|" + PlaceSpelling.key(city)
  }
}
