import Text

/// Terms on counties.
extension TermEvaluation {
  /// Whole names first, however they are spelt: `county:clark` is Clark County, never Clarke County,
  /// whatever is selected.
  ///
  /// - Throws: a ``FilterError`` where neither the data nor the reference tables know a name.
  func countyMatch(_ term: FilterTerm) throws(FilterError) -> (FoldedPlace) -> Bool {
    var tests: [(FoldedPlace) -> Bool] = []
    for (index, value) in term.values.enumerated() {
      switch value {
      case .contains(let text):
        tests.append(try countyTest(text, column: term.column(ofValue: index)))
      case .equals(let text):
        let match = TextMatch([value])
        let test: (FoldedPlace) -> Bool = { match($0.county) || match($0.bareName) }
        // What stands in place of a county is in the data only as corrected.
        guard text == Jurisdiction.notAttributableText || isKnown(test) else {
          throw unknownCounty(text, inState: nil, column: term.column(ofValue: index))
        }
        tests.append(test)
      default:
        let match = TextMatch([value])
        tests.append { match($0.county) || match($0.bareName) }
      }
    }
    return { place in tests.contains { $0(place) } }
  }

  private func countyTest(
    _ text: String, column: Int
  ) throws(FilterError) -> (FoldedPlace) -> Bool {
    let places = dataset.places
    if let code = Places.countyCode(text) {
      let test: (FoldedPlace) -> Bool = { $0.fips == code }
      guard places.county(fips: code) != nil || dataset.foldedPlaces.contains(where: test) else {
        throw FilterError(
          column: column, token: text, message: "no known county has this FIPS code.")
      }
      return test
    }
    if let test = wholeTest(text) { return test }
    // A code in capitals is that of a state; in small letters it may begin a name.
    let only = places.onlyCounty(ofStateNamed: text).map { county in
      { (place: FoldedPlace) in place.fips == county.fips }
    }
    if let only, text == text.uppercased() { return only }
    if let (county, state) = places.withState(text) ?? places.besideState(text) {
      let other = places.county(alsoNamed: county, inState: state.code)?.fips
      let named = wholeTest(county)
      let whole: ((FoldedPlace) -> Bool)? =
        named == nil && other == nil
        ? nil
        : { place in
          place.state == state.code
            && (named?(place) == true || other != nil && place.fips == other)
        }
      if let whole, isKnown(whole) { return whole }
      let part = partTest(county)
      let test: (FoldedPlace) -> Bool = { $0.state == state.code && part($0) }
      guard isKnown(test) else {
        throw unknownCounty(text, named: county, inState: state, column: column)
      }
      return test
    }
    if let comma = text.lastIndex(of: ",") {
      let state = singleSpaced(String(text[text.index(after: comma)...]))
      throw noState(state, column: column)
    }
    let test = partTest(text)
    if let only, !isKnown(test) { return only }
    guard isKnown(test) else { throw unknownCounty(text, inState: nil, column: column) }
    return test
  }

  /// The test for a whole name; nil where nothing has it.
  private func wholeTest(_ name: String) -> ((FoldedPlace) -> Bool)? {
    let key = PlaceSpelling.key(name)
    let test: (FoldedPlace) -> Bool = { $0.keys.county == key || $0.keys.bareName == key }
    let isKnown =
      dataset.places.hasCounty(named: name) || dataset.foldedPlaces.contains(where: test)
    return isKnown ? test : nil
  }

  /// The test for a part of a name.
  private func partTest(_ name: String) -> (FoldedPlace) -> Bool {
    let wanted = folded(name)
    let spelled = PlaceSpelling.words(name).joined(separator: " ")
    return { place in
      place.folded.contains(wanted) || !spelled.isEmpty && place.spelled.contains(spelled)
    }
  }

  /// Whether a test holds for a place of the data or of the reference tables.
  private func isKnown(_ test: (FoldedPlace) -> Bool) -> Bool {
    dataset.foldedPlaces.contains(where: test)
      || dataset.places.counties.contains { test(FoldedPlace($0)) }
  }

  private func unknownCounty(
    _ text: String, named name: String? = nil, inState state: Places.State?, column: Int
  ) -> FilterError {
    let others = dataset.foldedPlaces
      .filter { !$0.county.isEmpty && (state == nil || $0.state == state?.code) }.map(\.county)
    let nearest = dataset.places.nearestCounty(
      to: name ?? text, inState: state?.code, or: others)
    let place = state.map { " in \($0.name)" } ?? ""
    return FilterError(
      column: column, token: text,
      message: "no place of this name is known\(place)"
        + (nearest.map { "; did you mean “\($0)”?" } ?? "."))
  }
}
