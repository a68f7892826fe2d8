import Text

/// Counties as people write them.
extension Places {
  /// A county that is written with its state behind a comma, as `Travis County, TX`, taken apart;
  /// nil where it is not.
  package func withState(_ text: String) -> (county: String, state: State)? {
    guard let comma = text.lastIndex(of: ","),
      let state = state(String(text[text.index(after: comma)...]))
    else { return nil }
    return (singleSpaced(String(text[..<comma])), state)
  }

  /// A county and its state, where a state's code stands at either end without a comma: `NV Clark
  /// County`, `clark nv`.
  package func besideState(_ text: String) -> (county: String, state: State)? {
    let words = text.split(separator: " ").map(String.init)
    guard words.count > 1, let first = words.first, let last = words.last else { return nil }
    // Two letters before a name are a state only where they are written as one: there is a De Baca
    // County.
    if first.count == 2, first == first.uppercased(), let state = state(first) {
      return (words.dropFirst().joined(separator: " "), state)
    }
    let isCode = last.count == 2 || last.count == 4 && last.filter(\.isLetter).count == 2
    if isCode, let state = state(last) {
      return (words.dropLast().joined(separator: " "), state)
    }
    return nil
  }

  /// The only county of a state that is named, such as `DC`.
  func onlyCounty(ofStateNamed text: String) -> Jurisdiction? {
    state(text).flatMap { onlyCounties[$0.code] }
  }

  /// The county of a state that has another name beside its own: `Washington` in DC.
  func county(alsoNamed name: String, inState state: String) -> Jurisdiction? {
    guard let county = onlyCounties[state],
      PlaceSpelling.otherName(of: county).map(PlaceSpelling.key) == PlaceSpelling.key(name)
    else { return nil }
    return county
  }

  /// The names of a list with commas between them, where a comma may also stand before the state of
  /// a county: `Travis County, TX` is one name.
  package func names(inList text: some StringProtocol) -> [String] {
    var names: [String] = []
    for part in text.split(separator: ",") {
      let part = singleSpaced(String(part))
      if let county = names.last, let state = state(part),
        part.count == 2 || isFullName(county, inState: state.code)
      {
        names[names.count - 1] = "\(county), \(part)"
      } else {
        names.append(part)
      }
    }
    return names
  }

  /// Whether a county of the state has just this name, with `County`: what follows it is its state.
  private func isFullName(_ name: String, inState state: String) -> Bool {
    county(named: name, state: state).map { county in
      PlaceSpelling.key(county.jurisdiction.county) == PlaceSpelling.key(name)
        && county.jurisdiction.county != county.name
    } ?? false
  }

  /// A FIPS code of a county with the zero that spreadsheets take from its front; nil for what is
  /// not a code.
  package static func countyCode(_ text: String) -> String? {
    guard 4...5 ~= text.utf8.count, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return text.utf8.count == 4 ? "0" + text : text
  }

  /// The known name of a county, else of another place, that is nearest to a wrong one.
  package func nearestCounty(
    to name: String, inState state: String?, or others: [String] = []
  ) -> String? {
    let counties = counties.filter { state == nil || $0.jurisdiction.state == state }
    let names = counties.map(\.name) + counties.map(\.jurisdiction.county) + others
    let byFolded = Dictionary(names.map { (folded($0), $0) }, uniquingKeysWith: { a, _ in a })
    return nearestName(to: folded(name), among: byFolded.keys.sorted()).flatMap { byFolded[$0] }
  }
}
