/// Places detainers whose release names no city by the code of their facility, where the rows of all
/// files that have it are in one county (rule 14 of the data).
///
/// Which county a code has is known only when every file has been read, in whatever order.
struct PlacingByCode {
  /// What is known of a code.
  private enum Found: Equatable {
    case nothing
    /// The number of the one jurisdiction of its rows.
    case county(Int)
    /// Its rows are in several counties, or in a place that no table knows.
    case several
  }

  private let table: DetainerTable
  private let codes: Codes
  /// The number of each text of the column among those that are one code, whatever their case; 0 is
  /// no code.
  private let numbers: [Int]
  /// Whether rows at each site wait for the code of their facility.
  private let isOpen: [Bool]

  /// Looks for rows that wait; nil where there are none.
  init?(_ table: DetainerTable) {
    let column = table.column(.facilityCode)
    isOpen = table.sites.map { site in
      let place = table.jurisdictions[site.jurisdiction]
      return site.city.isEmpty
        && (site.placement == .none && place.isUnlocated || site.placement == .nameAndAOR)
    }
    guard column.dictionary.count > 1, isOpen.contains(true) else { return nil }
    self.table = table
    codes = column.codes
    var known = ["": 0]
    numbers = column.dictionary.texts.map { text in
      let number = known[text.uppercased()] ?? known.count
      known[text.uppercased()] = number
      return number
    }
  }

  /// The table with these rows in their counties.
  func placed(_ places: Places) -> DetainerTable {
    let found = counties
    var table = table
    var sites = table.site.numbers(in: 0..<table.rowCount)
    var placed: [Key: Int] = [:]
    for rows in (0..<table.rowCount).stretches {
      for (row, code) in zip(rows, codes.numbers(in: rows)) where isOpen[Int(sites[row])] {
        guard case .county(let county) = found[numbers[Int(code)]] else { continue }
        let key = Key(site: Int(sites[row]), county: county)
        let number = placed[key] ?? Self.site(key, in: &table, places)
        placed[key] = number
        sites[row] = UInt32(truncatingIfNeeded: number)
      }
    }
    guard placed.contains(where: { $0.key.site != $0.value }) else { return table }
    table.site = GrowingCodes(sites).column
    return table
  }

  private struct Key: Hashable {
    let site: Int
    let county: Int
  }

  /// The number of a site in the county that its code says; its own where the two speak of different
  /// states.
  private static func site(_ key: Key, in table: inout DetainerTable, _ places: Places) -> Int {
    var site = table.sites[key.site]
    let (old, county) = (table.jurisdictions[site.jurisdiction], table.jurisdictions[key.county])
    // A county by name and area is no statement of the file.
    let state = site.placement == .none ? old.state : ""
    guard state.isEmpty || state == county.state else { return key.site }
    site.jurisdiction = key.county
    site.placement = .codeOfOthers
    if site.aor.isEmpty { site.aor = places.aor(of: county) }
    table.sites.append(site)
    return table.sites.count - 1
  }

  /// The county of each code, as the rows say that are placed otherwise.
  private var counties: [Found] {
    var found = Array(repeating: Found.nothing, count: (numbers.max() ?? 0) + 1)
    // What a site says of a code; nothing where it waits for the code itself.
    let bySite = table.sites.enumerated().map { number, site in
      isOpen[number]
        ? Found.nothing
        : table.jurisdictions[site.jurisdiction].fips.isEmpty
          ? .several : .county(site.jurisdiction)
    }
    for rows in (0..<table.rowCount).stretches {
      for (site, code) in zip(table.site.numbers(in: rows), codes.numbers(in: rows)) {
        let (code, next) = (numbers[Int(code)], bySite[Int(site)])
        guard code != 0, next != .nothing, next != found[code] else { continue }
        found[code] = found[code] == .nothing ? next : .several
      }
    }
    return found
  }
}

extension DetainerTable {
  /// The table with the detainers that only the code of their facility places.
  package func placedByCode(_ places: Places) -> DetainerTable {
    PlacingByCode(self)?.placed(places) ?? self
  }
}
