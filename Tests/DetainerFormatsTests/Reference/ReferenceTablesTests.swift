import CReference
import Foundation
import TestSupport
import Testing
import Text

@testable import DetainerFormats
@testable import DetainerModel

/// The reference tables, searched where they stand, against dictionaries of all their lines.
struct ReferenceTablesTests {
  private static func table(_ start: UnsafePointer<UInt8>, _ size: Int) -> TextTable {
    TextTable(UnsafeRawBufferPointer(start: start, count: size))
  }

  private static let counties = table(cref_counties, cref_counties_size)
  private static let facilities = table(cref_facilities, cref_facilities_size)
  private static let cities = table(cref_city_county, cref_city_county_size)

  @Test(arguments: [
    ("counties", ["fips"]), ("county_names", ["name", "state_code"]),
    ("facilities", ["facility", "city", "state_code"]), ("facility_counties", ["name", "aor"]),
    ("city_county", ["state_code", "city_key"]),
  ])
  func linesStandInTheOrderOfTheBytesOfTheirKey(name: String, key: [String]) throws {
    let bytes = try #require(FileManager.default.contents(atPath: Self.path(of: name)))
    let lines = bytes.withUnsafeBytes { TextTable($0) }.rows.map { row in
      key.map { Array(row[$0].utf8) }
    }
    for (line, next) in zip(lines, lines.dropFirst()) {
      let differing = zip(line, next).first { $0 != $1 }
      let inOrder = differing.map { $0.lexicographicallyPrecedes($1) } ?? false
      #expect(inOrder, "\(line.map { String(decoding: $0, as: UTF8.self) })")
    }
    #expect(lines.count > 1000)
  }

  @Test func columnsAreWhereTheSearchesLookForThem() {
    #expect(
      Self.counties.columns.prefix(9) == [
        "state_fips", "county_fips", "fips", "state_code", "county", "name", "lsad", "status",
        "aor",
      ])
    #expect(
      Self.facilities.columns.prefix(9) == [
        "facility", "city", "ice_state", "state_code", "county_fips", "county", "aor", "detloc",
        "match",
      ])
    #expect(
      Self.cities.columns == [
        "state_code", "city_key", "county_fips", "county", "n_counties", "share", "source",
      ])
  }

  @Test func keysAreWrittenAsTheyAreLookedFor() {
    for row in Self.facilities.rows {
      let key = row["facility"] + row["city"]
      #expect(key == key.uppercased() && key.utf8.allSatisfy { $0 < 0x80 }, "\(key)")
    }
    for row in Self.cities.rows {
      let key = row["city_key"]
      #expect(FacilityTable.key(city: key, state: "") == "|" + key, "\(key)")
    }
  }

  /// `UPDATE_GOLDEN=1` writes the table anew.
  @Test func namesOfCountiesAreThoseOfTheCounties() throws {
    try check(
      "county_names", ["name", "state_code", "county_fips"],
      CountyTable.names(of: ReferenceTables.places.counties))
  }

  /// `UPDATE_GOLDEN=1` writes the table anew.
  @Test func countiesOfFacilitiesAreThoseOfTheFacilities() throws {
    try check(
      "facility_counties", ["name", "aor", "counties"],
      FacilityIndex.lines(
        of: SortedLines(embedded: cref_facilities, size: cref_facilities_size)))
    for row in Self.facilities.rows where !row["county_fips"].isEmpty {
      let state = try #require(ReferenceTables.places.county(fips: row["county_fips"]))
      #expect(state.jurisdiction.state == row["state_code"], "\(row["facility"])")
    }
  }

  /// Holds an embedded table that is made of another one against what is made of it.
  private func check(_ name: String, _ columns: [String], _ lines: [[String]]) throws {
    let text = ([columns] + lines)
      .map { $0.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",") + "\n" }.joined()
    #expect(!lines.joined().joined().contains("\""))
    let path = Self.path(of: name)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test func everyCountyIsFoundByItsCodeAndByItsNames() throws {
    let places = ReferenceTables.places
    var byName: [String: String] = [:]
    var kinds: [String: String] = [:]
    for row in Self.counties.rows {
      let state = row["state_code"]
      let fips = row["fips"]
      let expected = Places.County(
        jurisdiction: Jurisdiction(state: state, county: row["county"], fips: fips),
        name: row["name"], kind: row["lsad"], aor: row["aor"])
      #expect(places.county(fips: fips) == expected)
      #expect(places.aor(of: expected.jurisdiction) == expected.aor)
      kinds[fips] = row["lsad"]
      byName[state + "/" + row["county"].lowercased()] = fips
      let bare = state + "/" + row["name"].lowercased()
      let isTaken = byName[bare].map { kinds[$0] != "city" || row["lsad"] == "city" } ?? false
      if !isTaken { byName[bare] = fips }
    }
    #expect(places.counties.map(\.jurisdiction.fips) == Self.counties.rows.map { $0["fips"] })
    #expect(byName.count > 6000)
    for (text, fips) in byName {
      let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
      for name in [parts[1], parts[1].uppercased(), unaccented(parts[1])] {
        #expect(places.county(named: name, state: parts[0])?.jurisdiction.fips == fips, "\(text)")
        #expect(places.hasCounty(named: name))
      }
      #expect(places.county(named: parts[1], state: "XX") == nil)
      #expect(places.county(named: parts[1] + "x", state: parts[0]) == nil)
    }
    #expect(places.county(named: "baltimore", state: "MD")?.jurisdiction.fips == "24005")
    #expect(places.county(named: "Baltimore city", state: "MD")?.jurisdiction.fips == "24510")
    for text in ["", "00000", "99999", "4845", "484530", "48453x", ",", "\"", "x"] {
      #expect(places.county(fips: text) == nil)
      #expect(places.county(named: text, state: "TX") == nil)
      #expect(!places.hasCounty(named: text))
    }
  }

  @Test func everyFacilityIsFoundAsInADictionaryOfAll() throws {
    let parted = Set(
      Self.cities.rows.filter { $0["share"] != "1.00" }
        .map { $0["state_code"] + "|" + $0["city_key"] })
    var entries: [String: FacilityTable.Entry] = [:]
    for row in Self.facilities.rows {
      let isParted = parted.contains(FacilityTable.key(city: row["city"], state: row["state_code"]))
      let placement: Placement =
        switch row["match"] {
        case "facility-name": .facilityName
        case "hifld-name": .register
        case "city", "city-is-county": isParted ? .mainCounty : .city
        default: .none
        }
      entries["\(row["facility"])|\(row["city"])|\(row["state_code"])"] = FacilityTable.Entry(
        fips: row["county_fips"], aor: row["aor"], placement: placement)
    }
    var fipsOfCities: [String: String] = [:]
    for row in Self.cities.rows where row["share"] == "1.00" {
      fipsOfCities[row["state_code"] + "|" + row["city_key"]] = row["county_fips"]
    }
    func expected(_ facility: String, _ city: String, _ state: String) -> FacilityTable.Entry {
      if let entry = entries["\(facility.uppercased())|\(city.uppercased())|\(state)"],
        !entry.fips.isEmpty
      {
        return entry
      }
      let fips = fipsOfCities[FacilityTable.key(city: city, state: state)]
      return FacilityTable.Entry(
        fips: fips ?? "", aor: "", placement: fips == nil ? .none : .city)
    }
    let table = ReferenceTables.facilities
    var placed = 0
    for row in Self.facilities.rows {
      let (facility, city, state) = (row["facility"], row["city"], row["state_code"])
      for (facility, city, state) in [
        (facility, city, state), (facility.lowercased(), city.lowercased(), state),
        (facility + " ", city, state), (facility, city + "X", state), (facility, "", state),
        ("", city, state), (facility, city, "XX"), (String(facility.dropLast()), city, state),
      ] {
        let entry = table.entry(facility: facility, city: city, state: state)
        #expect(entry == expected(facility, city, state), "\(facility)|\(city)|\(state)")
        placed += entry.fips.isEmpty ? 0 : 1
      }
    }
    #expect(placed > 5000)
  }

  @Test func theMainCountyOfACityIsNotThatOfAllOfIt() {
    let table = ReferenceTables.facilities
    #expect(
      table.entry(facility: "ALEXANDRIA CITY JAIL", city: "ALEXANDRIA", state: "VA")
        == FacilityTable.Entry(fips: "51510", aor: "WAS", placement: .mainCounty))
    #expect(table.entry(facility: "", city: "ANNAPOLIS", state: "MD").placement == .city)
    #expect(table.entry(facility: "X", city: "ALEXANDRIA", state: "VA").placement == .none)
  }

  @Test func everyCityIsFoundAsInADictionaryOfAll() {
    let table = ReferenceTables.facilities
    for row in Self.cities.rows {
      let entry = table.entry(facility: "?", city: row["city_key"], state: row["state_code"])
      let isUnique = row["share"] == "1.00"
      #expect(
        entry
          == FacilityTable.Entry(
            fips: isUnique ? row["county_fips"] : "", aor: "",
            placement: isUnique ? .city : .none), "\(row["city_key"]), \(row["state_code"])")
    }
    for (city, state) in [("", "TX"), ("ZZZ", "WY"), ("ADAK", ""), ("ADAK", "AL"), ("!", "AK")] {
      #expect(table.entry(facility: "", city: city, state: state).placement == .none)
    }
    #expect(table.entry(facility: "", city: "Ft. Worth", state: "TX").fips == "48439")
  }

  private static func path(of table: String) -> String {
    checkout + "/Sources/CReference/tables/\(table).csv"
  }
}
