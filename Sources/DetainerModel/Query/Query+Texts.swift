extension Query {
  /// The fields of text that counting looks at: those of the filter and of the keys, and those by
  /// which a detainer has its outcome and its place, with the marks of duplicates where those go.
  ///
  /// Records read without the others (`ReadingPlan`) give the same counts.
  package func texts(countingBy keys: [GroupKey]) -> Set<DetainerField> {
    Set(filter.terms.flatMap(\.texts) + keys.compactMap(\.field)).union([
      .liftReason, .facilityCode,
    ]).union(dropsDuplicates ? [.duplicate] : [])
  }
}

extension FilterTerm {
  /// The fields of text that the term looks in.
  fileprivate var texts: [DetainerField] {
    guard let field else { return TermEvaluation.fieldsOfBareWords }
    return field.textField.map { [$0] } ?? []
  }
}
