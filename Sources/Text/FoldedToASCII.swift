/// The plain letter or letters for an accented Latin one, `n` for `ñ`; nil if there are none.
///
/// The letter is taken from its Unicode name, "LATIN SMALL LETTER N WITH TILDE", which covers all
/// precomposed letters without a table.
public func foldedToASCII(_ character: Character) -> String? {
  if character.isPlainASCII { return String(character) }
  var scalars = character.unicodeScalars.makeIterator()
  guard let base = scalars.next() else { return nil }
  while let mark = scalars.next() {
    guard mark.properties.generalCategory == .nonspacingMark else { return nil }
  }
  if base.value >= 0x20, base.value < 0x7F { return String(Character(base)) }
  return letters(named: base.properties.name ?? "")
}

private func letters(named name: String) -> String? {
  var words = name.split(separator: " ")
  if words.first == "FULLWIDTH" { words.removeFirst() }
  guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER" || words[2] == "LIGATURE",
    words[1] == "SMALL" || words[1] == "CAPITAL"
  else { return nil }
  let word = words[3]
  let upper: String
  if word.utf8.count == 1 {
    upper = String(word)
  } else if (word == "SHARP" || word == "DOTLESS" || word == "LONG"), words.count >= 5 {
    upper = word == "SHARP" ? "SS" : String(words[4])
  } else if let known = namedLetters[String(word)] {
    upper = known
  } else {
    return nil
  }
  return words[1] == "SMALL" ? upper.lowercased() : upper
}

/// Letters whose names are not their shape.
private let namedLetters = [
  "AE": "AE", "OE": "OE", "IJ": "IJ", "FI": "FI", "FL": "FL", "FF": "FF", "FFI": "FFI",
  "FFL": "FFL", "DZ": "DZ", "LJ": "LJ", "NJ": "NJ", "ETH": "D", "THORN": "TH", "ENG": "N",
  "KRA": "K", "SCHWA": "E", "WYNN": "W", "YOGH": "Y",
]
