extension Dataset {
  /// Texts of the table ready to be searched.
  func searchTexts(_ name: QueryCache.Texts) -> SearchTexts {
    cache.texts(name) {
      switch name {
      case .field(let field): SearchTexts(table.column(field).dictionary)
      case .facilities: SearchTexts(table.sites.map(\.facility))
      case .cities: SearchTexts(table.sites.map(\.city))
      case .places: SearchTexts(table.jurisdictions.map(searchedName))
      case .knownPlaces: SearchTexts(knownPlaces.map { searchedName(of: $0.place) })
      }
    }
  }

  /// Folds the texts that bare words look in beforehand, so that the first letter of a filter does not
  /// wait for it; those of data that is still loading will be others.
  package func prepareForBareWords() {
    guard !isLoading else { return }
    let fields = TermEvaluation.fieldsOfBareWords.map { QueryCache.Texts.field($0) }
    for name in [.places, .facilities, .cities] + fields { _ = searchTexts(name) }
  }

  /// The jurisdictions of the table as terms on places see them.
  var foldedPlaces: [FoldedPlace] {
    cache.places { table.jurisdictions.map { FoldedPlace($0, in: places) } }
  }
}
