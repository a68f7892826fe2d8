import CReference
import DetainerModel

/// The reference tables that are built into the program, read when they are first asked for.
public enum ReferenceTables {
  /// States, counties and areas of responsibility.
  public static let places: Places = {
    let states = rows(cref_states, cref_states_size).map { row in
      Places.State(
        code: row["state_code"], name: row["name"], releaseName: row["ice_name"], kind: row["kind"])
    }
    let counties = rows(cref_counties, cref_counties_size).map { row in
      Places.County(
        jurisdiction: Jurisdiction(
          state: row["state_code"], county: row["county"], fips: row["fips"]),
        name: row["name"], kind: row["lsad"], aor: row["aor"])
    }
    let aors = rows(cref_aors, cref_aors_size).map { row in
      Places.AOR(code: row["code"], office: row["office"])
    }
    return Places(states: states, counties: counties, aors: aors)
  }()

  /// Facilities and cities with their counties; larger than all else, and needed only for files
  /// without counties.
  public static let facilities: FacilityTable = {
    var facilities: [String: FacilityTable.Entry] = [:]
    for row in rows(cref_facilities, cref_facilities_size) {
      let placement: Placement =
        switch row["match"] {
        case "facility-name": .facilityName
        case "hifld-name": .register
        case "city", "city-is-county": .city
        default: .none
        }
      let key = FacilityTable.key(
        facility: row["facility"], city: row["city"], state: row["state_code"])
      facilities[key] = FacilityTable.Entry(
        fips: row["county_fips"], aor: row["aor"], placement: placement)
    }
    var cities: [String: String] = [:]
    for row in rows(cref_city_county, cref_city_county_size) where row["share"] == "1.00" {
      cities[row["state_code"] + "|" + row["city_key"]] = row["county_fips"]
    }
    return FacilityTable(facilities: facilities, cities: cities)
  }()

  private static func rows(_ start: UnsafePointer<UInt8>, _ size: Int) -> [TextTable.Row] {
    TextTable(UnsafeRawBufferPointer(start: start, count: size)).rows
  }
}
