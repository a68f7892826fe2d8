import DetainerModel
import Text

/// Finds places by names and codes as files spell them.
///
/// What few files need is made when it is first asked for.
struct PlaceNames: Sendable {
  private let places: Places

  init(_ places: Places) { self.places = places }

  /// Finds a state by code or name, however its points and spaces are set (`D.C.`).
  mutating func state(_ text: String) -> Places.State? {
    places.state(text) ?? (text.isEmpty ? nil : statesBySpelling[Self.letters(text)])
  }

  private lazy var statesBySpelling = Dictionary(
    places.states.flatMap { state in
      [state.code, state.name, state.releaseName].map { (Self.letters($0), state) }
    }, uniquingKeysWith: { first, _ in first })

  private static func letters(_ text: String) -> String { folded(text).filter(\.isLetter) }

  /// Finds an area of responsibility by its code, office or full name, however its saint is spelt.
  mutating func aor(_ text: String) -> Places.AOR? {
    places.aor(text) ?? (text.isEmpty ? nil : aorsBySpelling[Self.office(text)])
  }

  private lazy var aorsBySpelling = Dictionary(
    places.aors.map { (Self.office($0.office), $0) }, uniquingKeysWith: { first, _ in first })

  private static func office(_ text: String) -> String {
    let key = FacilityTable.key(city: text, state: "")
    for ending in ["AREAOFRESPONSIBILITY", "FIELDOFFICE", "AOR"] where key.hasSuffix(ending) {
      return String(key.dropLast(ending.utf8.count))
    }
    return key
  }

  /// Finds a county by its FIPS code, also if its leading zero is lost, it has a fraction, or it
  /// is the three digits that are left without those of the state.
  mutating func county(fips text: String, state: String) -> Places.County? {
    guard !text.isEmpty else { return nil }
    if let county = places.county(fips: text) { return county }
    guard let number = CellRules.number(text), number > 0 else { return nil }
    if number >= 1000 {
      return places.county(
        fips: String(repeating: "0", count: number < 10_000 ? 1 : 0) + "\(number)")
    }
    guard let prefix = prefixes[state] else { return nil }
    return places.county(fips: prefix + String("\(1000 + number)".dropFirst()))
  }

  private lazy var prefixes = Dictionary(
    places.counties.map { ($0.jurisdiction.state, String($0.jurisdiction.fips.prefix(2))) },
    uniquingKeysWith: { first, _ in first })

  /// Finds a county by its name, however its spaces, hyphens and saints are spelt.
  mutating func county(named name: String, state: String) -> Places.County? {
    guard !name.isEmpty, !state.isEmpty else { return nil }
    return places.county(named: name, state: state) ?? countiesBySpelling[Self.key(name, state)]
  }

  /// A bare name means the county before the independent city of that name.
  private lazy var countiesBySpelling: [String: Places.County] = {
    var result: [String: Places.County] = [:]
    for county in places.counties.sorted(by: { $0.kind != "city" && $1.kind == "city" }) {
      let state = county.jurisdiction.state
      for name in [county.jurisdiction.county, county.name] {
        let key = Self.key(name, state)
        result[key] = result[key] ?? county
      }
    }
    return result
  }()

  private static func key(_ name: String, _ state: String) -> String {
    FacilityTable.key(city: unaccented(name), state: state)
  }

  /// Takes apart a county that is written with its state, as `Travis County, TX`.
  mutating func splitState(of stated: inout SiteReader.Stated) {
    guard let comma = stated.county.lastIndex(of: ",") else { return }
    let rest = singleSpaced(String(stated.county[stated.county.index(after: comma)...]))
    guard let state = state(rest), stated.state.isEmpty || self.state(stated.state) == state
    else { return }
    stated.county = singleSpaced(String(stated.county[..<comma]))
    stated.state = state.code
  }
}
