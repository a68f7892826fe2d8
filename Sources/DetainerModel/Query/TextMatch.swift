import Text

/// Decides for which texts one of the values of a term holds; runs over dictionaries, never over
/// rows.
struct TextMatch {
  private let values: [FilterTerm.Value]
  /// Whether a capital letter in a value makes case count.
  private let smartCase: Bool
  /// Whether the answer is no longer wanted.
  private let isCancelled: () -> Bool

  /// Prepares values; `smartCase` makes a capital letter in a value count.
  init(
    _ values: [FilterTerm.Value], smartCase: Bool = false,
    isCancelled: @escaping () -> Bool = { false }
  ) {
    self.values = values
    self.smartCase = smartCase
    self.isCancelled = isCancelled
  }

  /// Whether one of the values holds for a text.
  func callAsFunction(_ text: String) -> Bool {
    self(SearchTexts(["", text]))[1]
  }

  /// For which texts one of the values holds.
  func callAsFunction(_ texts: SearchTexts) -> [Bool] {
    var holds = Array(repeating: false, count: texts.count)
    for value in values {
      for (index, mark) in marks(of: value, in: texts).enumerated() where mark {
        holds[index] = true
      }
    }
    return holds
  }

  private func marks(of value: FilterTerm.Value, in texts: SearchTexts) -> [Bool] {
    switch value {
    case .contains(let text):
      smartCase && text.contains(where: \.isUppercase)
        ? texts.unaccented.marks(containing: Array(unaccented(text).utf8))
        : texts.folded.marks(containing: Array(folded(text).utf8))
    case .equals(let text):
      texts.folded.marks(equalTo: Array(folded(text).utf8))
    case .matches(let pattern):
      marks(matching: pattern, in: texts)
    case .none:
      texts.plain.marksOfEmpty
    case .span, .period, .numbers:
      Array(repeating: false, count: texts.count)
    }
  }

  private func marks(matching text: String, in texts: SearchTexts) -> [Bool] {
    guard let pattern = try? Pattern(text) else {
      return Array(repeating: false, count: texts.count)
    }
    return texts.plain.marks { !isCancelled() && pattern.matches($0) == true }
  }
}
