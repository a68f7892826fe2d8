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

  /// The jurisdictions of the table as terms on places see them.
  var foldedPlaces: [FoldedPlace] {
    cache.places { table.jurisdictions.map { FoldedPlace($0, in: places) } }
  }
}
