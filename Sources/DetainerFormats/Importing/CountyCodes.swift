import DetainerModel

/// Finds counties by codes as files write them.
///
/// What few files need is made when it is first asked for.
struct CountyCodes: Sendable {
  private let places: Places

  init(_ places: Places) { self.places = places }

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
}
