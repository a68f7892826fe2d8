/// What is quoted of a cell, a name or an argument in a sentence: at most 60 characters, the middle
/// of a longer text left out.
///
/// No more of the text is looked at than is kept, as a cell may have millions of characters.
package func excerpt(_ text: String) -> String {
  let most = 60
  if text.utf8.count <= most { return text }
  // Real letters have few scalars; a cluster without end is cut like a text without end.
  let fits = text.utf8.count <= most * 16
  if fits, text.index(text.startIndex, offsetBy: most + 1, limitedBy: text.endIndex) == nil {
    return text
  }
  let scalars = text.unicodeScalars
  if fits {
    let head = text.prefix(most / 2)
    return head + "…" + text.suffix(most - most / 2 - 1)
  }
  return withoutMiddle(scalars, most)
}

/// The first names of a list, with commas, and how many more there are: a directory may have thousands.
/// - Parameters:
///   - most: at most so many are named.
///   - letters: none is added beyond about so many letters; the first always is.
package func firstNames(
  _ names: some Collection<String>, atMost most: Int = 3, letters: Int = 60
) -> String {
  var shown: [String] = []
  var used = 0
  for name in names.prefix(most) {
    used += name.utf8.count
    if used > letters, !shown.isEmpty { break }
    shown.append(name)
  }
  let rest = names.count - shown.count
  return shown.joined(separator: ", ") + (rest > 0 ? " and \(grouped(rest)) more" : "")
}

/// A sentence that has a few lines whatever it names: its words, as paths are, have at most 120
/// characters each and it has at most 600, the middle of what is longer left out.
package func inFewLines(_ sentence: String) -> String {
  let most = 120
  guard sentence.utf8.count > most else { return sentence }
  let short = sentence.split(separator: " ", omittingEmptySubsequences: false).map { word in
    guard word.utf8.count > most, word.unicodeScalars.count > most else { return String(word) }
    return withoutMiddle(word.unicodeScalars, most)
  }.joined(separator: " ")
  let isLong = short.utf8.count > 600 && short.unicodeScalars.count > 600
  return isLong ? withoutMiddle(short.unicodeScalars, 600) : short
}

/// The first and the last of many letters, so many with what stands for those between them.
private func withoutMiddle<Scalars: BidirectionalCollection<Unicode.Scalar>>(
  _ scalars: Scalars, _ most: Int
) -> String {
  var text = String.UnicodeScalarView()
  text += scalars.prefix(most / 2)
  text.append("…")
  text += scalars.suffix(most - most / 2 - 1)
  return String(text)
}
