/// What records do not say of a group: they may not name the city, or nothing of what a term asks for.
///
/// A group that they do not have is an exact 0 else (rule 8 of what is not known).
struct SilenceOfRecords: Sendable {
  private let cities: OverlappingPlaces
  private let silent: SilentRecords

  init(_ selection: Selection, by keys: [GroupKey]) {
    cities = OverlappingPlaces(selection, by: keys)
    silent = SilentRecords(selection, by: keys)
  }

  /// Whether the records say all that is asked.
  var isNone: Bool { cities.isNone && silent.isNone }

  /// What there may be of a group beside what the records have of it.
  func known(_ values: [KeyValue], _ count: (Group) -> Known?) -> Known {
    silent.mayBe(of: values) ? .unknown : cities.known(values, count)
  }
}

extension SilenceOfRecords {
  /// What there may be of a city that no record names, in a group of which the records have no row; nil
  /// where that is nothing.
  func groupOfCity(_ values: [KeyValue]) -> Group? {
    guard !cities.isNone else { return nil }
    let declined = cities.known(values, \.known)
    let issued = cities.known(values) { $0.issued.map { Known($0) } }
    let resolved = cities.known(values, \.knownResolved)
    guard declined.mayBeSome || issued.mayBeSome else { return nil }
    return Group(
      keys: values, issued: issued.exact, knownResolved: resolved, known: declined, listed: 0,
      hasBuilt: true, hasUnknownOutcomes: false, shareBase: nil)
  }
}

extension Group {
  /// With what records do not say of it: of that there is no share, and nothing is added up to a count
  /// that no one states.
  func with(_ silence: SilenceOfRecords) -> Group {
    guard !silence.isNone else { return self }
    let declined = silence.known(keys, \.known)
    let issued = silence.known(keys) { $0.issued.map { Known($0) } }
    let resolved = silence.known(keys, \.knownResolved)
    if declined == .zero, issued == .zero, resolved == .zero { return self }
    return Group(
      keys: keys, issued: issued == .zero ? self.issued : nil,
      knownResolved: knownResolved.map { $0 + resolved }, known: known + declined, listed: listed,
      hasBuilt: hasBuilt, hasUnknownOutcomes: hasUnknownOutcomes, shareBase: nil)
  }
}
