/// What is asked of the records: a filter and how to count.
public struct Query: Hashable, Sendable {
  /// Which rows, places and reports.
  public var filter: Filter
  /// Whether rows that the release marks as likely duplicates are left out.
  public var dropsDuplicates: Bool
  /// Whether errata take what they void from its place (rule 9 of the data).
  public var isAsCorrected: Bool
  /// What `count:` terms hold against.
  public var measure = Measure.declined

  /// Asks for the rows of a filter.
  public init(
    _ filter: Filter = .all, dropsDuplicates: Bool = false, isAsCorrected: Bool = false
  ) {
    self.filter = filter
    self.dropsDuplicates = dropsDuplicates
    self.isAsCorrected = isAsCorrected
  }

  /// The same way of counting under another filter.
  public func with(_ filter: Filter) -> Query {
    var query = self
    query.filter = filter
    return query
  }

  /// The same question where a measure is shown, which is what `count:` means there.
  public func measuring(_ measure: Measure) -> Query {
    var query = self
    query.measure = measure
    return query
  }

  /// The query without the terms that choose which outcomes are shown.
  public var withoutOutcome: Query {
    with(Filter(terms: filter.terms.filter { $0.field?.choosesWhatIsShown != true }))
  }

  /// The query as far as it speaks of places and weeks: the other terms say nothing of policies and
  /// corrections.
  package var ofSideTables: Query {
    let fields: Set<FilterField> = [.state, .county, .week]
    return Query(Filter(terms: filter.terms.filter { $0.field.map(fields.contains) ?? false }))
  }
}
