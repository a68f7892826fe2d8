/// Text in lower case without accents, so that `dona` finds `Doña`.
///
/// The base letter of an accented one is read from its Unicode name (LATIN SMALL LETTER N WITH
/// TILDE), which covers all of Latin without a table.
public func folded(_ text: some StringProtocol) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
  return unaccented(String(text)).lowercased()
}

/// Text without accents, in the case it has.
public func unaccented(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if scalar.isASCII {
      result.append(scalar)
    } else if scalar.properties.generalCategory != .nonspacingMark {
      result.append(contentsOf: baseLetters(of: scalar).unicodeScalars)
    }
  }
  return String(result)
}

private func baseLetters(of scalar: Unicode.Scalar) -> String {
  if let letters = ligatures[scalar] { return letters }
  guard let name = scalar.properties.name, name.hasPrefix("LATIN ") else { return String(scalar) }
  let words = name.split(separator: " ")
  guard words.count > 3, words[2] == "LETTER" else { return String(scalar) }
  // DOTLESS I, LONG S and the like carry the letter last, accented ones before WITH.
  let end = words.firstIndex(of: "WITH") ?? words.endIndex
  guard let letter = words[3..<end].last, letter.utf8.count == 1 else { return String(scalar) }
  return words[1] == "SMALL" ? letter.lowercased() : String(letter)
}

private let ligatures: [Unicode.Scalar: String] = [
  "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l",
  "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "ŋ": "n",
  "Ŋ": "N", "ĳ": "ij", "Ĳ": "IJ", "ﬁ": "fi", "ﬂ": "fl",
]
