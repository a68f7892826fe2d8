/// The columns a text without control characters takes on a terminal.
///
/// The screen measures more exactly, from the whole of EastAsianWidth.txt; records are in English
/// and Spanish, and this file keeps the formats free of the screen.
func columnWidth(of text: String) -> Int {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
  return text.reduce(0) { $0 + columnWidth(of: $1) }
}

/// Scalars add up to at most 2, which covers flags, skin tones and joined emoji.
private func columnWidth(of character: Character) -> Int {
  var total = 0
  for scalar in character.unicodeScalars {
    // The selector asks for the picture of a sign that is narrow as text.
    if scalar == "\u{FE0F}", total > 0 { return 2 }
    total += columnWidth(of: scalar)
  }
  return min(2, total)
}

private func columnWidth(of scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  if value < 0x300 { return value == 0xAD ? 0 : 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  switch value {
  case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0  // the rest of a Hangul syllable
  case 0x1F1E6...0x1F1FF: return 1  // two of these letters make a flag
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3,
    0xF900...0xFAD9, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x1B2FB, 0x20000...0x3FFFD:
    return 2
  default: return scalar.properties.isEmojiPresentation ? 2 : 1
  }
}
