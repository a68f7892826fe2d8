/// Facilities that no reference table knows, in made-up cities of real counties: only a county that
/// is stated places their detainers.
enum InventedFacilities {
  /// One facility for each weight, each in a county of its own; always the same ones.
  static func all(weights: [Double]) -> [Facilities.Facility] {
    let table = ReferenceTable.counties
    let areas = Facilities.areas
    let states = Dictionary(
      zip(ReferenceTable.states["state_code"], ReferenceTable.states["ice_name"]),
      uniquingKeysWith: { first, _ in first })
    let names = table["name"]
    let stateCodes = table["state_code"]
    let aors = table["aor"]
    let counties = zip(table["lsad"], table["status"]).enumerated()
      .filter { $0.element == ("County", "current") }
      .map(\.offset)
    precondition(weights.count <= counties.count, "there are not as many counties")
    // The weights fall, so that neighbours in the table of counties must not be neighbours here.
    let step = 1_009
    return weights.enumerated().map { index, weight in
      let row = counties[index * step % counties.count]
      let county = names[row].uppercased()
      let city = "\(firstWords[index % 10]) \(secondWords[index / 10 % 10])"
      let name = "\(county) COUNTY \(kinds[index % kinds.count])"
      return Facilities.Facility(
        name: String(name.prefix(longestName)), code: Facilities.code(name, city), city: city,
        state: states[stateCodes[row]] ?? "", county: county, aor: areas[aors[row]] ?? "",
        weight: weight)
    }
  }

  /// Names are cut off in the releases.
  private static let longestName = 34

  private static let kinds = ["LOCKUP", "WORK CAMP", "ANNEX", "HOLDING CENTER", "ROAD PRISON"]

  private static let firstWords = [
    "CEDAR", "OAK", "WILLOW", "STONE", "EAGLE", "COPPER", "SALT", "MAPLE", "BRUSHY", "PINE",
  ]

  private static let secondWords = [
    "BLUFF", "CROSSING", "HOLLOW", "PRAIRIE", "FORK", "MESA", "LANDING", "RIDGE", "BEND", "GLADE",
  ]
}
