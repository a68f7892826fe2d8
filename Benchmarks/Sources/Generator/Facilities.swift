/// The facilities of the reference table, as often as they occur in ICE's release of FY2015.
///
/// That release is Zipf-like (s = 1.09): its first facility has 11 % of the rows, the first 100 have 60 %.
struct Facilities {
  struct Facility {
    let name: String
    let code: String
    let city: String
    /// The state as the releases write it; empty for the facility that stands for all others.
    let state: String
    let aor: String
    /// How many detainers it has in FY2015.
    let weight: Double

    var hasPlace: Bool { !state.isEmpty }
  }

  let all: [Facility]

  /// A facility of the table that has no row in FY2015 counts as a part of one.
  private static let unseen = 0.3

  /// `earlyShare` is the share of detainers so old that a facility without a place can be theirs.
  init(earlyShare: Double) {
    let table = ReferenceTable.facilities
    let offices = Dictionary(
      uniqueKeysWithValues: zip(ReferenceTable.aors["code"], ReferenceTable.aors["aor_name"]))
    let names = table["facility"]
    let codes = table["detloc"]
    let cities = table["city"]
    let states = table["ice_state"]
    let aors = table["aor"]
    let counts = table["fy15_records"].map { Double($0) ?? 0 }
    all = names.indices.compactMap { row in
      guard !names[row].isEmpty else { return nil }
      let weight = counts[row] > 0 ? counts[row] : Self.unseen
      return Facility(
        name: names[row],
        code: codes[row].isEmpty ? Self.code(names[row], cities[row]) : codes[row],
        city: cities[row], state: states[row], aor: offices[aors[row]] ?? "",
        weight: states[row].isEmpty ? weight * earlyShare : weight)
    }
  }

  /// A code as ICE's own look, where the table knows none: the first letters, and two of the city.
  private static func code(_ name: String, _ city: String) -> String {
    let letters = name.filter { $0.isASCII && $0.isLetter }
    return String(letters.prefix(5) + city.filter { $0.isASCII && $0.isLetter }.prefix(2))
  }
}
