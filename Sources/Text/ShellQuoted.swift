/// A word as a POSIX shell reads it again, whatever stands in it.
///
/// Nil where it has characters that no terminal is given (see ``harmless(_:)``): quotes keep them
/// from the shell, but not from the terminal into which the line is pasted.
package func shellQuoted(_ word: String) -> String? {
  guard harmless(word) == word else { return nil }
  let isPlain = word.utf8.allSatisfy { byte in
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: "_-./:,@+".utf8.contains(byte)
    }
  }
  if isPlain, !word.isEmpty { return word }
  return "'"
    + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
}

/// Words as one line that a POSIX shell reads again; nil where a word has characters that no terminal
/// is given.
package func shellLine(_ words: [String]) -> String? {
  let quoted = words.map(shellQuoted)
  return quoted.contains(nil) ? nil : quoted.compactMap(\.self).joined(separator: " ")
}
