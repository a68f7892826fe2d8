/// How a record came to its county.
public enum Placement: UInt8, Sendable, CaseIterable {
  /// Nothing places it.
  case none
  /// The file names the county.
  case file
  /// The facility's name says it.
  case facilityName
  /// A public register of prisons and jails lists the facility.
  case register
  /// The city lies in one county, or mainly in it.
  case city
  /// The `places.csv` of the data directory says it.
  case user

  /// The sentence shown beside the county.
  public var explanation: String {
    switch self {
    case .none: "not placed by any table"
    case .file: "named in the file"
    case .facilityName: "by the facility's name"
    case .register: "by a register of facilities"
    case .city: "by the county of its city"
    case .user: "by places.csv of this data directory"
    }
  }
}

/// The reference tables that lead from a facility, its city and its state to a county.
public struct FacilityTable: Sendable {
  /// What the tables say of a facility.
  public struct Entry: Hashable, Sendable {
    /// The county's FIPS code; empty when the facility is known but not its county.
    public let fips: String
    /// The code of the area of responsibility.
    public let aor: String
    /// How the county was found.
    public let placement: Placement

    /// Describes a facility.
    public init(fips: String, aor: String, placement: Placement) {
      self.fips = fips
      self.aor = aor
      self.placement = placement
    }
  }

  private let facilities: SortedLines
  private let cities: SortedLines

  /// A table that places nothing.
  public static let empty = FacilityTable(facilities: .empty, cities: .empty)

  /// Takes the lines of `facilities.csv`, by name, city and state, and those of `city_county.csv`,
  /// by state and key of the city.
  public init(facilities: SortedLines, cities: SortedLines) {
    self.facilities = facilities
    self.cities = cities
  }

  /// Finds the county of a facility: by the facilities, else by a city that lies in one county
  /// only.
  public func entry(facility: String, city: String, state: String) -> Entry {
    let found = facilities.find(
      [facility.uppercased(), city.uppercased(), state], in: [0, 1, 3], Self.entry)
    if let found, !found.fips.isEmpty { return found }
    let fips = cities.find([state, Self.key(city: city)], in: [0, 1]) { line in
      line.holds("1.00", in: 5) ? line[2] : ""
    }
    if let fips, !fips.isEmpty { return Entry(fips: fips, aor: "", placement: .city) }
    return Entry(fips: "", aor: "", placement: .none)
  }

  private static func entry(_ line: SortedLines.Line) -> Entry {
    let placement: Placement =
      switch line[8] {
      case "facility-name": .facilityName
      case "hifld-name": .register
      case "city", "city-is-county": .city
      default: .none
      }
    return Entry(fips: line[4], aor: line[6], placement: placement)
  }

  /// The key of a city in a state.
  public static func key(city: String, state: String) -> String {
    state + "|" + key(city: city)
  }

  /// The key of a city, by the rule of the city table: spelling variants of Saint, Fort and Mount
  /// are one.
  private static func key(city: String) -> String {
    let text = city.uppercased().filter { $0 != "'" }.map { $0 == "." || $0 == "-" ? " " : $0 }
    let words = String(text).split(separator: " ").map { words in
      switch words {
      case "ST": "SAINT"
      case "STE": "SAINTE"
      case "FT": "FORT"
      case "MT": "MOUNT"
      case "SPGS": "SPRINGS"
      default: String(words)
      }
    }
    return words.joined()
  }
}
