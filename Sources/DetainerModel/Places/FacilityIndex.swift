/// The counties of facilities by their code, and by their name and Area of Responsibility, for
/// releases that name no city (rule 14 of the data).
package struct FacilityIndex: Sendable {
  private typealias Column = FacilityTable.Column

  /// A county that a key leads to.
  private struct County: Hashable {
    let state: String
    let fips: String
  }

  private var codes: [String: Set<County>] = [:]
  private var names: [String: Set<County>] = [:]

  /// Takes the lines of `facilities.csv`.
  package init(_ lines: SortedLines) {
    lines.forEach { line in
      let county = County(state: line[Column.state], fips: line[Column.fips])
      guard !county.fips.isEmpty else { return }
      let (name, aor, code) = (line[Column.facility], line[Column.aor], line[Column.code])
      if !code.isEmpty { codes[code.uppercased(), default: []].insert(county) }
      guard !name.isEmpty, !aor.isEmpty else { return }
      names[Self.key(name, aor), default: []].insert(county)
    }
  }

  /// The county of a facility's code, where it has one and the state does not say otherwise.
  package func fips(code: String, state: String) -> String? {
    code.isEmpty ? nil : Self.only(codes[code.uppercased()], in: state)
  }

  /// The county of a facility by its name and the code of its Area of Responsibility, where only
  /// one county has it.
  package func fips(name: String, aor: String, state: String) -> String? {
    name.isEmpty || aor.isEmpty ? nil : Self.only(names[Self.key(name, aor)], in: state)
  }

  private static func only(_ counties: Set<County>?, in state: String) -> String? {
    let counties = counties?.filter { state.isEmpty || $0.state == state } ?? []
    return counties.count == 1 ? counties.first?.fips : nil
  }

  private static func key(_ name: String, _ aor: String) -> String { name.uppercased() + "|" + aor }
}
