/// The counties of facilities by their code, and by their name and Area of Responsibility, for
/// releases that name no city (rule 14 of the data).
package struct FacilityIndex: Sendable {
  /// By the name or code of a facility, and its area: none with a code.
  private let lines: SortedLines

  /// Takes the lines of `facility_counties.csv`, by name and area.
  package init(_ lines: SortedLines) { self.lines = lines }

  /// The lines of `facility_counties.csv`, made of those of `facilities.csv`: every name with its
  /// area, and every code without one, with the state and FIPS code of each county that it has.
  package static func lines(of facilities: SortedLines) -> [[String]] {
    typealias Column = FacilityTable.Column
    var counties: [[String]: Set<String>] = [:]
    facilities.forEach { line in
      guard !line[Column.fips].isEmpty else { return }
      let county = line[Column.state] + line[Column.fips]
      let (name, aor, code) = (line[Column.facility], line[Column.aor], line[Column.code])
      if !code.isEmpty { counties[[code.uppercased(), ""], default: []].insert(county) }
      guard !name.isEmpty, !aor.isEmpty else { return }
      counties[[name.uppercased(), aor], default: []].insert(county)
    }
    return counties.map { $0.key + [$0.value.sorted().joined(separator: " ")] }.sorted { a, b in
      a[0] == b[0] ? precedes(a[1], b[1]) : precedes(a[0], b[0])
    }
  }

  /// The county of a facility's code, where it has one and the state does not say otherwise.
  package func fips(code: String, state: String) -> String? {
    code.isEmpty ? nil : only([code.uppercased(), ""], in: state)
  }

  /// The county of a facility by its name and the code of its Area of Responsibility, where only
  /// one county has it.
  package func fips(name: String, aor: String, state: String) -> String? {
    name.isEmpty || aor.isEmpty ? nil : only([name.uppercased(), aor], in: state)
  }

  private func only(_ key: [String], in state: String) -> String? {
    let counties = lines.find(key, in: [0, 1]) { $0[2] }?.split(separator: " ")
    let matching = counties?.filter { $0.hasPrefix(state) } ?? []
    return matching.count == 1 ? String(matching[0].dropFirst(2)) : nil
  }
}
