import CReference
import DetainerModel

/// The reference tables that are built into the program, read when they are first asked for.
package enum ReferenceTables {
  /// States, counties and areas of responsibility.
  package static let places: Places = {
    let states = rows(cref_states, cref_states_size).map { row in
      Places.State(
        code: row["state_code"], name: row["name"], releaseName: row["ice_name"], kind: row["kind"])
    }
    let counties = CountyTable(
      counties: SortedLines(embedded: cref_counties, size: cref_counties_size),
      names: SortedLines(embedded: cref_county_names, size: cref_county_names_size))
    let aors = rows(cref_aors, cref_aors_size).map { row in
      Places.AOR(code: row["code"], office: row["office"])
    }
    return Places(states: states, counties: counties, aors: aors)
  }()

  /// Facilities and cities with their counties.
  package static let facilities = FacilityTable(
    facilities: SortedLines(embedded: cref_facilities, size: cref_facilities_size),
    cities: SortedLines(embedded: cref_city_county, size: cref_city_county_size))

  /// The same facilities by their code, and by name and area, for releases that name no city.
  package static let facilityIndex = FacilityIndex(
    SortedLines(embedded: cref_facility_counties, size: cref_facility_counties_size))

  private static func rows(_ start: UnsafePointer<UInt8>, _ size: Int) -> [TextTable.Row] {
    TextTable(UnsafeRawBufferPointer(start: start, count: size), delimiter: Byte.comma).rows
  }
}
