/// The facilities that detainers are issued to, as often as they occur in ICE's release of FY2015.
///
/// That release is Zipf-like (s = 1.09): its first facility has 11 % of the rows, the first 100 have 60 %.
struct Facilities {
  struct Facility {
    let name: String
    let code: String
    let city: String
    /// The state as the releases write it; empty for the facility that stands for all others.
    let state: String
    /// The county as a file states it that has a column for it.
    let county: String
    let aor: String
    /// How many detainers it has in FY2015.
    var weight: Double

    var hasPlace: Bool { !state.isEmpty }
  }

  /// Which facilities there are.
  enum Selection {
    /// All of the reference table.
    case ofTable
    /// The most frequent of the reference table whose county is known, and some that it does not have.
    case withInvented(known: Int, invented: Int)
  }

  let all: [Facility]

  /// A facility of the table that has no row in FY2015 counts as a part of one.
  private static let unseen = 0.3

  /// `earlyShare` is the share of detainers so old that a facility without a place can be theirs.
  init(_ selection: Selection, earlyShare: Double) {
    var chosen = Self.ofTable()
    if case .withInvented(let known, let invented) = selection {
      let frequent = chosen.indices
        .filter { !chosen[$0].hasPlace || !chosen[$0].county.isEmpty }
        .sorted { (-chosen[$0].weight, $0) < (-chosen[$1].weight, $1) }
        .prefix(known)
        .map { chosen[$0] }
      // Each is as frequent as one of the table, so that they have a third of the rows or so.
      let weights = stride(from: 1, to: 2 * invented, by: 2).map { frequent[$0].weight }
      chosen = frequent + InventedFacilities.all(weights: weights)
    }
    for index in chosen.indices where !chosen[index].hasPlace {
      chosen[index].weight *= earlyShare
    }
    all = chosen
  }

  private static func ofTable() -> [Facility] {
    let table = ReferenceTable.facilities
    let areas = areas
    let names = table["facility"]
    let codes = table["detloc"]
    let cities = table["city"]
    let states = table["ice_state"]
    let counties = table["county"]
    let aors = table["aor"]
    let counts = table["fy15_records"].map { Double($0) ?? 0 }
    return names.indices.compactMap { row in
      guard !names[row].isEmpty else { return nil }
      return Facility(
        name: names[row],
        code: codes[row].isEmpty ? code(names[row], cities[row]) : codes[row],
        city: cities[row], state: states[row], county: counties[row],
        aor: areas[aors[row]] ?? "",
        weight: counts[row] > 0 ? counts[row] : unseen)
    }
  }

  /// A code as ICE's own look, where the table knows none: the first letters, and two of the city.
  static func code(_ name: String, _ city: String) -> String {
    let letters = name.filter { $0.isASCII && $0.isLetter }
    return String(letters.prefix(5) + city.filter { $0.isASCII && $0.isLetter }.prefix(2))
  }

  /// The areas of responsibility in full, as the releases write them, by their codes.
  static var areas: [String: String] {
    let table = ReferenceTable.aors
    return Dictionary(uniqueKeysWithValues: zip(table["code"], table["aor_name"]))
  }
}
