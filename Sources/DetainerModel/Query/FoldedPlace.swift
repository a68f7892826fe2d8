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
  /// The name without accents in lower case.
  let folded: String
  /// The name with its short words written out.
  let spelled: String
  /// The keys of both names, which are equal however they are spelt.
  let keys: (county: String, bareName: String)
  /// The code of the area of responsibility that the place lies in; empty when it is not known.
  let aor: String

  /// Looks a place up in the reference tables.
  init(_ place: Jurisdiction, in places: Places) {
    let known = place.fips.isEmpty ? nil : places.county(fips: place.fips)
    self.init(place, bareName: known?.name ?? place.county, aor: known?.aor ?? "")
  }

  /// Takes a county of the reference tables.
  init(_ county: Places.County) {
    self.init(county.jurisdiction, bareName: county.name, aor: county.aor)
  }

  /// Takes what the reference tables say of a place.
  init(_ place: Jurisdiction, bareName: String, aor: String) {
    state = place.state
    fips = place.fips
    county = place.county
    self.bareName = bareName
    folded = Text.folded(county)
    let words = PlaceSpelling.words(county)
    spelled = words.joined(separator: " ")
    keys = (words.joined(), PlaceSpelling.key(bareName))
    self.aor = aor
  }
}
