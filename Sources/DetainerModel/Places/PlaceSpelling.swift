import Text

/// How names of places are compared, whoever wrote them: `ST LOUIS` is `St. Louis`, `PRINCE
/// GEORGES` is `Prince George's`, and `LASALLE` is `La Salle`.
///
/// The one rule for files, filters, searches and lists: upper case without accents and `'`, with
/// `.` and `-` as spaces, the short forms of Saint, Fort, Mount and Springs written out.
package enum PlaceSpelling {
  /// The words of a name.
  package static func words(_ name: String) -> [String] {
    var text = unaccented(name).uppercased()
    if text.utf8.contains(0xE2) { text = text.replacing("’", with: "") }
    // By its bytes: thousands of places are put into words before the first screen.
    let bytes = text.utf8.filter { $0 != UInt8(ascii: "'") }
    return bytes.split { " .-".utf8.contains($0) }.map { word in
      switch String(decoding: word, as: UTF8.self) {
      case "ST": "SAINT"
      case "STE": "SAINTE"
      case "FT": "FORT"
      case "MT": "MOUNT"
      case "SPGS": "SPRINGS"
      case let word: word
      }
    }
  }

  /// The name without spaces: equal for names that mean the same.
  package static func key(_ name: String) -> String { words(name).joined() }

  /// The name of the city that fills a county of another name: Washington is all of the District of
  /// Columbia. It is understood only with the state, which tells it from the counties of that name.
  package static func otherName(of place: Jurisdiction) -> String? {
    place.fips == "11001" ? "Washington" : nil
  }

  /// What a place is found by in a list: its name, and the code of its county.
  package static func texts(of place: Jurisdiction) -> [FuzzyText] {
    [fuzzy(place)] + (place.fips.isEmpty ? [] : [FuzzyText(place.fips)])
  }

  /// Its name as it is written and written out, with its state before or behind it, and by its other
  /// name.
  package static func fuzzy(_ place: Jurisdiction) -> FuzzyText {
    let state = place.state.isEmpty ? [] : [place.state.lowercased()]
    let written = FuzzyText.words(place.county)
    let whole = words(place.county).map { $0.lowercased() }
    let other = otherName(of: place).map { [FuzzyText.words($0)] } ?? []
    return FuzzyText(
      forms: ((written == whole ? [written] : [written, whole]) + other).flatMap {
        [$0 + state, state + $0]
      })
  }
}
