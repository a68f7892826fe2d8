/// Text in lower case without accents, so that `dona` finds `Doña`.
///
/// Latin letters become those of ASCII, whether their accents are part of them or follow them, and
/// so do ligatures and letters of double width; other scripts keep theirs.
package func folded(_ text: String) -> String {
  isASCII(text) ? text.lowercased() : unaccented(text).lowercased()
}

/// A part of a text in lower case without accents.
package func folded(_ text: Substring) -> String { folded(String(text)) }

/// Text without accents, in the case it has.
package func unaccented(_ text: String) -> String {
  if isASCII(text) { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if scalar.isASCII {
      result.append(scalar)
    } else if !isMark(scalar) {
      append(scalar, to: &result)
    }
  }
  return String(result)
}

/// Nearly all texts are ASCII, so this is what folding costs.
private func isASCII(_ text: String) -> Bool {
  let isASCII = text.utf8.withContiguousStorageIfAvailable { bytes in
    var seen: UInt8 = 0
    for byte in bytes { seen |= byte }
    return seen < 0x80
  }
  return isASCII ?? text.utf8.allSatisfy { $0 < 0x80 }
}

private func isMark(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case ..<0x300: false
  case ..<0x370: true
  case ..<0x483, 0x1E00..<0x1F00: false
  default: scalar.properties.generalCategory == .nonspacingMark
  }
}

/// Appends the letters that a letter stands for; itself if it is not a Latin one.
private func append(_ scalar: Unicode.Scalar, to result: inout String.UnicodeScalarView) {
  let value = scalar.value
  switch value {
  case 0xC0...0x24F: append(scalar, latin, Int(value - 0xC0), to: &result)
  case 0x1E00...0x1EFF: append(scalar, latinAdditional, Int(value - 0x1E00), to: &result)
  case 0xFF01...0xFF5E: result.append(Unicode.Scalar(UInt8(value - 0xFEE0)))
  case 0xAA, 0xBA, 0x289, 0x212A, 0x212B, 0xFB00...0xFB06:
    result.append(contentsOf: letters(of: scalar).unicodeScalars)
  case 0x250...0x2AF, 0x1D00...0x1DBF, 0x2C60...0x2C7F, 0xA720...0xA7FF, 0xAB30...0xAB6F:
    result.append(namedLetter(of: scalar) ?? scalar)
  default: result.append(scalar)
  }
}

private func append(
  _ scalar: Unicode.Scalar, _ table: StaticString, _ index: Int,
  to result: inout String.UnicodeScalarView
) {
  let letter = Unicode.Scalar(table.withUTF8Buffer { $0[index] })
  switch letter {
  case ".": result.append(scalar)
  case "+": result.append(contentsOf: letters(of: scalar).unicodeScalars)
  default: result.append(letter)
  }
}

// The tables are ours because utf8proc does not replace them: its decompositions know nothing of the
// 131 Latin letters that carry a stroke, a hook or no accent at all, so that a list of ours would
// stand beside its 340 KB.

/// The letters of U+00C0 to U+024F by Unicode's decompositions and names (a test holds them
/// against these); `.` stays as it is, `+` is more than one letter.
private let latin: StaticString = """
  AAAAAA+CEEEEIIIIDNOOOOO.OUUUUY++aaaaaa+ceeeeiiiidnooooo.ouuuuy+y\
  AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi++JjKkkLlLlLlL\
  lLlNnNnNnnNnOoOoOo++RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs\
  bBBb..OCcDDDd.E.EFfG.+.IKkl.MNnOOo++Pp.....tTtTUu.VYyZz.........\
  ....+++++++++AaIiOoUuUuUuUuUueAaAa++GgGgKkOoOo++j+++Gg+.NnAa++Oo\
  AaAaEeEeIiIiOoOoRrRrUuUuSsTt..HhNd++ZzAaEeOoOoOoOoYylntj++ACcLTs\
  z..BUVEeJjQqRrYy
  """

/// The letters of U+1E00 to U+1EFF.
private let latinAdditional: StaticString = """
  AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm\
  MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv\
  WwWwWwWwWwXxXxYyZzZzZzhtwyasss+.AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe\
  EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy++VvYy
  """

/// What is written with more than one letter, and letters that stand apart from all others.
private func letters(of scalar: Unicode.Scalar) -> String {
  switch scalar {
  case "ß": "ss"
  case "ẞ": "SS"
  case "Æ", "Ǣ", "Ǽ": "AE"
  case "æ", "ǣ", "ǽ": "ae"
  case "Œ": "OE"
  case "œ": "oe"
  case "Þ": "Th"
  case "þ": "th"
  case "Ĳ": "IJ"
  case "ĳ": "ij"
  case "Ǆ", "Ǳ": "DZ"
  case "ǅ", "ǲ": "Dz"
  case "ǆ", "ǳ": "dz"
  case "Ǉ": "LJ"
  case "ǈ": "Lj"
  case "ǉ": "lj"
  case "Ǌ": "NJ"
  case "ǋ": "Nj"
  case "ǌ": "nj"
  case "Ƕ": "Hv"
  case "ƕ": "hv"
  case "Ƣ": "OI"
  case "ƣ": "oi"
  case "Ȣ": "OU"
  case "ȣ": "ou"
  case "ȸ": "db"
  case "ȹ": "qp"
  case "Ǯ": "Ʒ"
  case "ǯ": "ʒ"
  case "Ỻ": "LL"
  case "ỻ": "ll"
  case "ﬀ": "ff"
  case "ﬁ": "fi"
  case "ﬂ": "fl"
  case "ﬃ": "ffi"
  case "ﬄ": "ffl"
  case "ﬅ", "ﬆ": "st"
  case "ª": "a"
  case "º": "o"
  case "ʉ": "u"
  case "\u{212A}": "K"  // KELVIN SIGN
  case "\u{212B}": "A"  // ANGSTROM SIGN
  default: String(scalar)
  }
}

/// The base letter in the Unicode name of a rare letter: LATIN SMALL LETTER L WITH MIDDLE TILDE.
private func namedLetter(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
  guard let name = scalar.properties.name, name.hasPrefix("LATIN ") else { return nil }
  let words = name.split(separator: " ")
  guard words.count > 3, words[2] == "LETTER" else { return nil }
  // OPEN E, TURNED M and the like carry the letter last, others before WITH.
  let end = words.firstIndex(of: "WITH") ?? words.endIndex
  guard let letter = words[3..<end].last?.unicodeScalars.first, words[3..<end].last?.count == 1
  else { return nil }
  return words[1] == "SMALL" ? letter.properties.lowercaseMapping.unicodeScalars.first : letter
}
