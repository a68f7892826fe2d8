import Text

/// What is said where selections leave nothing.
extension Collection<Selection> {
  /// Why there may be no row: the filter, and for each value that occurs nowhere in any data the
  /// nearest one that does.
  package var emptySentence: String {
    guard let filter = first?.query.filter, !filter.terms.isEmpty else {
      return "There is no row to show."
    }
    let hints = filter.terms.filter { !$0.isNegated }.flatMap(hints)
    var said: Set<String> = []
    let silence = flatMap(\.silenceSentences).filter { said.insert($0).inserted }
    return (["No row passes the filter “\(excerpt(filter.text))”."] + silence + hints)
      .joined(separator: " ")
  }

  private func hints(on term: FilterTerm) -> [String] {
    let texts = flatMap { $0.texts(of: term.field) }
    return term.values.compactMap { value in
      guard case .contains(let text) = value else {
        guard case .equals(let text) = value else { return nil }
        return hint(text, value, on: term, in: texts)
      }
      return hint(text, value, on: term, in: texts)
    }
  }

  private func hint(
    _ text: String, _ value: FilterTerm.Value, on term: FilterTerm, in texts: [SearchTexts]
  ) -> String? {
    // The first text of each is the empty one.
    let match = TextMatch([value], smartCase: term.field == nil)
    guard !texts.isEmpty, !texts.contains(where: { match($0).dropFirst().contains(true) }) else {
      return nil
    }
    let nearest = nearestName(
      to: folded(text), among: Set(texts.flatMap(Selection.names)).sorted())
    let what = term.field.map { "\($0.rawValue): has no" } ?? "Nothing has the word"
    return "\(what) “\(excerpt(text))”" + (nearest.map { "; did you mean “\($0)”?" } ?? ".")
  }
}

extension Selection {
  /// The texts of a column, and their words, since a part of a text is looked for.
  fileprivate static func names(of texts: SearchTexts) -> [String] {
    let whole = texts.folded.texts.dropFirst()
    return whole
      + whole.flatMap { text in
        text.split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 3 }.map(String.init)
      }
  }

  fileprivate func texts(of field: FilterField?) -> [SearchTexts] {
    switch field {
    case .facility: [dataset.searchTexts(.facilities)]
    case .city: [dataset.searchTexts(.cities)]
    case .some(let field): field.textField.map { [dataset.searchTexts(.field($0))] } ?? []
    case nil:
      ([.places, .facilities] + TermEvaluation.fieldsOfBareWords.map { .field($0) })
        .map(dataset.searchTexts)
    }
  }
}
