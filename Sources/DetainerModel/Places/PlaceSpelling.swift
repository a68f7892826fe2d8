import Text

/// How names of places are compared, whoever wrote them: `ST LOUIS` is `St. Louis`, `PRINCE
/// GEORGES` is `Prince George's`, and `LASALLE` is `La Salle`.
///
/// The one rule for files, filters, searches and lists: upper case without accents and `'`, with
/// `.` and `-` as spaces, the short forms of Saint, Fort, Mount and Springs written out.
package enum PlaceSpelling {
  /// The words of a name.
  package static func words(_ name: String) -> [String] {
    let text = unaccented(name).uppercased().filter { $0 != "'" && $0 != "’" }
      .map { $0 == "." || $0 == "-" ? " " : $0 }
    return String(text).split(separator: " ").map { word in
      switch word {
      case "ST": "SAINT"
      case "STE": "SAINTE"
      case "FT": "FORT"
      case "MT": "MOUNT"
      case "SPGS": "SPRINGS"
      default: String(word)
      }
    }
  }

  /// The name without spaces: equal for names that mean the same.
  package static func key(_ name: String) -> String { words(name).joined() }

  /// Whether a line of a list, such as `MO St. Louis County`, is one of those that a typed name may
  /// mean: each of its words is in the line.
  package static func finds(_ typed: String, in line: String) -> Bool {
    let key = key(line)
    return words(typed.replacing(",", with: " ")).allSatisfy { key.contains($0) }
  }
}
