import Text

/// How names of places are compared, whoever wrote them: `ST LOUIS` is `St. Louis`, `PRINCE
/// GEORGES` is `Prince George's`, and `LASALLE` is `La Salle`.
///
/// The one rule for files, filters, searches and lists: upper case without accents and `'`, with
/// `.` and `-` as spaces, the short forms of Saint, Fort, Mount and Springs written out.
package enum PlaceSpelling {
  /// Short forms of words, and what they are written out.
  private static let written: [(short: [UInt8], whole: [UInt8])] = [
    ("ST", "SAINT"), ("STE", "SAINTE"), ("FT", "FORT"), ("MT", "MOUNT"), ("SPGS", "SPRINGS"),
  ].map { (Array($0.utf8), Array($1.utf8)) }
  private static let longestShort = 4

  /// The words of a name.
  package static func words(_ name: String) -> [String] {
    var words: [String] = []
    forEachWord(of: name) { words.append(String(decoding: $0, as: UTF8.self)) }
    return words
  }

  /// The name without spaces: equal for names that mean the same.
  package static func key(_ name: String) -> String {
    var key: [UInt8] = []
    key.reserveCapacity(name.utf8.count + 8)
    forEachWord(of: name) { key += $0 }
    return String(decoding: key, as: UTF8.self)
  }

  /// By its bytes: thousands of places are put into words before the first screen.
  private static func forEachWord(of name: String, _ body: (ArraySlice<UInt8>) -> Void) {
    var text = unaccented(name).uppercased()
    if text.utf8.contains(0xE2) { text = text.replacing("’", with: "") }
    let bytes = text.utf8.filter { $0 != UInt8(ascii: "'") }
    for word in bytes.split(whereSeparator: { " .-".utf8.contains($0) }) {
      let isShort = word.count <= longestShort
      let whole = isShort ? written.first { word.elementsEqual($0.short) }?.whole[...] : nil
      body(whole ?? word)
    }
  }

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
