/// What is asked of the records: a filter and how to count.
public struct Query: Hashable, Sendable {
  /// Which rows, places and reports.
  public var filter: Filter
  /// Whether rows that the release marks as likely duplicates are left out.
  public var dropsDuplicates: Bool

  /// Asks for the rows of a filter.
  public init(_ filter: Filter = .all, dropsDuplicates: Bool = false) {
    self.filter = filter
    self.dropsDuplicates = dropsDuplicates
  }
}
