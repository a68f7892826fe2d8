import Text

/// A jurisdiction as terms on places see it.
struct FoldedPlace: Sendable {
  /// The state's code.
  let state: String
  /// The county's five-digit code.
  let fips: String
  /// The county's name, as it is.
  let county: String
  /// Its name without `County`, `Parish` and the like, as it is.
  let bareName: String
  /// Both names without accents in lower case.
  let folded: (county: String, bareName: String)
  /// The code of the area of responsibility that the place lies in; empty when it is not known.
  let aor: String

  /// Looks a place up in the reference tables.
  init(_ place: Jurisdiction, in places: Places) {
    let known = place.fips.isEmpty ? nil : places.county(fips: place.fips)
    state = place.state
    fips = place.fips
    county = place.county
    bareName = known?.name ?? place.county
    folded = (Text.folded(county), Text.folded(bareName))
    aor = known?.aor ?? ""
  }
}
