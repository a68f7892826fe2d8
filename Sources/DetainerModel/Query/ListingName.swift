/// What can be listed and exported.
public enum ListingName: String, CaseIterable, Hashable, Sendable {
  case weeks, jurisdictions, detainers, policies, corrections

  /// The rows of a selection, in the order that is asked for.
  ///
  /// - Parameters:
  ///   - selection: what the rows are taken of.
  ///   - key: the column to sort by; nil for the usual order.
  ///   - otherColumns: whether detainers have the columns of their files that have no name here.
  /// - Throws: a ``NameError`` where there is no such column, a ``SourceOverlap`` where
  ///   jurisdictions of two sources of one week would be added, and a ``FilterError`` where a term
  ///   says nothing about policies or corrections.
  public func listing(
    of selection: Selection, by key: SortKey? = nil, otherColumns: Bool = false
  ) throws -> Listing {
    switch self {
    case .weeks:
      // The model's order keeps two sources of one week in theirs.
      guard let key, key.column == "week" else {
        return try selection.weeksListing(selection.weeks()).sorted(by: key)
      }
      return selection.weeksListing(selection.weeks(oldestFirst: key.isReversed))
    case .jurisdictions:
      return try jurisdictions(of: selection, by: key)
    case .detainers:
      return try detainers(of: selection, by: key, otherColumns)
    case .policies:
      return try selection.policies().listing.named(rawValue, from: selection).sorted(by: key)
    case .corrections:
      return try selection.corrections().listing.named(rawValue, from: selection).sorted(by: key)
    }
  }

  /// The listing without rows, which has its columns.
  package func head(of selection: Selection, otherColumns: Bool = false) -> Listing {
    switch self {
    case .weeks: selection.weeksListing([])
    case .jurisdictions: selection.jurisdictionsListing([])
    case .detainers:
      otherColumns
        ? selection.detainersListingWithOtherColumns(selection.detainers())
        : selection.detainersListing([])
    case .policies: [Policy]().listing
    case .corrections: [Correction]().listing
    }
  }

  private func jurisdictions(of selection: Selection, by key: SortKey?) throws -> Listing {
    // The model's orders keep what is unlocated and not itemised last.
    guard let key, let order = JurisdictionOrder(rawValue: key.column) else {
      return try selection.jurisdictionsListing(selection.jurisdictions())
        .sorted(by: key)
    }
    return selection.jurisdictionsListing(
      try selection.jurisdictions(by: order, isReversed: key.isReversed))
  }

  private func detainers(
    of selection: Selection, by key: SortKey?, _ otherColumns: Bool
  ) throws -> Listing {
    func listing(_ rows: [Int]) -> Listing {
      otherColumns
        ? selection.detainersListingWithOtherColumns(rows) : selection.detainersListing(rows)
    }
    guard let key else { return listing(selection.detainers()) }
    // A listing of no rows knows its columns, and checks the key before millions of rows are
    // sorted.
    let canonical = selection.detainersListing([])
    if otherColumns, !canonical.orders.contains(key.column) {
      return try listing(selection.detainers()).sorted(by: key)
    }
    guard canonical.orders.contains(key.column) else {
      throw NameError(key.column, "there is no column of this name", among: canonical.orders)
    }
    let order: DetainerOrder
    switch key.column {
    case "week": order = .week
    case "file", "row": order = .file
    case DetainerOrder.days.name: order = .days
    case "source": return listing(selection.detainersBySource(isReversed: key.isReversed))
    default: order = DetainerField(rawValue: key.column).map { .field($0) } ?? .file
    }
    return listing(selection.detainers(by: order, isReversed: key.isReversed))
  }
}

extension Selection {
  /// The rows that are shown, by the name of their source.
  fileprivate func detainersBySource(isReversed: Bool) -> [Int] {
    let rowsBySource = Dictionary(grouping: detainers()) { dataset.table.report($0).source }
    let names = rowsBySource.keys.sorted { ($0 < $1) != isReversed }
    return names.flatMap { rowsBySource[$0] ?? [] }
  }
}
