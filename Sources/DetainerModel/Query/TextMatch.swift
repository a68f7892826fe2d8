/// Decides whether a text holds for one of the values of a term; runs over dictionaries, never over
/// rows.
struct TextMatch {
  private let tests: [(String) -> Bool]

  /// Prepares values; `smartCase` makes a capital letter in a value count.
  init(_ values: [FilterTerm.Value], smartCase: Bool = false) {
    tests = values.map { value in
      switch value {
      case .contains(let text):
        if smartCase, text.contains(where: \.isUppercase) {
          let needle = Array(unaccented(text).utf8)
          return { contains(unaccented($0), needle) }
        }
        let needle = Array(folded(text).utf8)
        return { contains(folded($0), needle) }
      case .equals(let text):
        let wanted = folded(text)
        return { folded($0) == wanted }
      case .matches(let pattern):
        guard let regex = try? Regex(pattern).ignoresCase() else { return { _ in false } }
        return { $0.firstMatch(of: regex) != nil }
      case .none:
        return { $0.isEmpty }
      case .span, .numbers:
        return { _ in false }
      }
    }
  }

  func callAsFunction(_ text: String) -> Bool { tests.contains { $0(text) } }

  /// Why a regular expression cannot be read; nil when it can.
  static func problem(inPattern pattern: String) -> String? {
    if pattern.isEmpty { return "the pattern between the slashes is empty." }
    do {
      _ = try Regex(pattern)
      return nil
    } catch {
      return "this is not a regular expression that can be read."
    }
  }
}

/// Whether a text contains a run of UTF-8 bytes; a naive search is enough for the short texts of
/// dictionaries.
func contains(_ text: String, _ needle: [UInt8]) -> Bool {
  var text = text
  return text.withUTF8 { bytes in
    guard needle.count <= bytes.count else { return false }
    guard let first = needle.first else { return true }
    for start in 0...(bytes.count - needle.count) where bytes[start] == first {
      var index = 1
      while index < needle.count, bytes[start + index] == needle[index] { index += 1 }
      if index == needle.count { return true }
    }
    return false
  }
}
