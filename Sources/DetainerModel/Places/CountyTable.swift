import Synchronization

/// The counties of the reference tables, found by FIPS code and by name.
package struct CountyTable: Sendable {
  /// The columns of `counties.csv` that are read.
  private enum Column {
    static let fips = 2
    static let state = 3
    static let county = 4
    static let name = 5
    static let kind = 6
    static let aor = 8
  }

  private let counties: SortedLines
  private let names: SortedLines
  private let kept = Kept()

  /// All counties, and those that are alone in their state, once they have been asked for.
  private final class Kept: Sendable {
    let all = Mutex<[Places.County]?>(nil)
    let alone = Mutex<[String: Jurisdiction]?>(nil)
  }

  /// Takes the lines of `counties.csv`, by FIPS code, and those of `county_names.csv`, by name and
  /// state.
  package init(counties: SortedLines, names: SortedLines) {
    self.counties = counties
    self.names = names
  }

  /// Makes both tables of counties.
  init(_ counties: [Places.County]) {
    // The first of two of one code would hide the other; as always, the last counts.
    let byFIPS = Dictionary(counties.map { ($0.jurisdiction.fips, $0) }) { _, last in last }
    self.counties = SortedLines(
      byFIPS.values.sorted { precedes($0.jurisdiction.fips, $1.jurisdiction.fips) }.map { county in
        let place = county.jurisdiction
        return [
          "", "", place.fips, place.state, place.county, county.name, county.kind, "", county.aor,
        ]
      })
    names = SortedLines(Self.names(of: counties))
  }

  /// The lines of `county_names.csv`: the key of every name that a county of a state is found by,
  /// with its FIPS code.
  package static func names(of counties: [Places.County]) -> [[String]] {
    var found: [[String]: Places.County] = [:]
    for county in counties {
      let place = county.jurisdiction
      found[[PlaceSpelling.key(place.county), place.state]] = county
      // A bare name means the county before the independent city of that name (Baltimore, MD is
      // 24005).
      let bare = [PlaceSpelling.key(county.name), place.state]
      if let other = found[bare], other.kind != "city" || county.kind == "city" { continue }
      found[bare] = county
    }
    return found.map { $0.key + [$0.value.jurisdiction.fips] }.sorted { a, b in
      a[0] == b[0] ? precedes(a[1], b[1]) : precedes(a[0], b[0])
    }
  }

  /// All counties, read from their lines when they are first asked for.
  var all: [Places.County] {
    kept.all.withLock { all in
      if let all { return all }
      var result: [Places.County] = []
      counties.forEach { result.append(Self.county($0)) }
      all = result
      return result
    }
  }

  /// The counties that are the only ones of their state, by its code; of all others no more than the
  /// state is read.
  var alone: [String: Jurisdiction] {
    kept.alone.withLock { alone in
      if let alone { return alone }
      var codes: [String: [String]] = [:]
      counties.forEach { line in
        let state = line[Column.state]
        if codes[state, default: []].count < 2 {
          codes[state, default: []].append(line[Column.fips])
        }
      }
      let result = codes.filter { $0.value.count == 1 }
        .compactMapValues { county(fips: $0[0])?.jurisdiction }
      alone = result
      return result
    }
  }

  func county(fips: String) -> Places.County? {
    counties.find([fips], in: [Column.fips], Self.county)
  }

  func aor(fips: String) -> String? {
    counties.find([fips], in: [Column.fips]) { $0[Column.aor] }
  }

  func county(named name: String, state: String) -> Places.County? {
    names.find([PlaceSpelling.key(name), state], in: [0, 1]) { $0[2] }.flatMap { county(fips: $0) }
  }

  func hasCounty(named name: String) -> Bool {
    names.find([PlaceSpelling.key(name)], in: [0]) { _ in true } ?? false
  }

  private static func county(_ line: SortedLines.Line) -> Places.County {
    Places.County(
      jurisdiction: Jurisdiction(
        state: line[Column.state], county: line[Column.county], fips: line[Column.fips]),
      name: line[Column.name], kind: line[Column.kind], aor: line[Column.aor])
  }
}
