import Text

/// The short table of abbreviations that `crime:` knows; help lists it.
package enum CrimeSynonyms {
  /// Each line is a set of wordings that mean the same offence.
  package static let table: [[String]] = [
    [
      "dui", "dwi", "driving under the influence", "driving under influence",
      "driving while intoxicated",
    ],
    ["dv", "domestic violence"],
    ["theft", "larceny"],
    ["re-entry", "reentry"],
  ]

  /// All wordings that a value of `crime:` stands for, itself first.
  package static func wordings(of text: String) -> [String] {
    let key = folded(text)
    return [text] + (table.first { $0.contains(key) } ?? []).filter { $0 != key }
  }
}
