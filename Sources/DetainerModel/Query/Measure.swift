/// What a counting view measures.
public enum Measure: String, CaseIterable, Hashable, Sendable {
  case declined, issued, resolved
  case shareOfIssued = "share-issued"
  case shareOfResolved = "share-resolved"
  /// Different persons among the rows that are shown (rule 15 of the data).
  case persons

  /// The words for it on screen.
  public var title: String {
    switch self {
    case .declined, .issued, .resolved, .persons: rawValue
    case .shareOfIssued: "% of issued"
    case .shareOfResolved: "% of resolved"
    }
  }

  /// The least total whose share is ranked with the others, where none is asked for.
  public static let usualMinimum = 100

  /// The name of the column that shows it, which `--sort` takes.
  package var columnName: String { column.name }

  /// The measures as they stand in the columns of a listing.
  static let inColumns = [Measure.issued, .resolved, .declined, .shareOfIssued, .shareOfResolved]

  /// The columns of a listing that shows all of them: beside the declined the most they can be.
  static let columns = inColumns.flatMap {
    $0 == .declined ? [$0.column, mostColumn] : [$0.column]
  }
  /// The columns that stand beside them where persons are counted.
  static let personColumns = [Measure.persons.column, .init("without_id", .integer)]
  /// The column of the most that the declined can be (rule 13 of what is not known).
  static let mostColumn = Listing.Column("declined_most", .integer)

  /// The cells of a group under these columns; empty where there is no group.
  static func cells(of group: Group?) -> [Value] {
    inColumns.flatMap {
      $0 == .declined ? [$0.cell(of: group), Value(group?.declinedMost)] : [$0.cell(of: group)]
    }
  }

  /// The column that shows it.
  var column: Listing.Column {
    switch self {
    case .declined, .issued, .resolved, .persons: .init(rawValue, .integer)
    case .shareOfIssued: .init("share_of_issued", .fraction)
    case .shareOfResolved: .init("share_of_resolved", .fraction)
    }
  }

  /// The cell of a group; empty where no source says, or there is no group.
  func cell(of group: Group?) -> Value {
    guard let group, let value = value(of: group) else { return .missing }
    return isShare ? .fraction(value) : .integer(Int(value))
  }

  /// Whether it is a share, which needs a minimum total to mean something.
  public var isShare: Bool { self == .shareOfIssued || self == .shareOfResolved }

  /// The value of a group; nil where no source says.
  public func value(of group: Group) -> Double? {
    switch self {
    case .declined: group.declined.map(Double.init)
    case .issued: group.issued.map(Double.init)
    case .resolved: group.resolved.map(Double.init)
    case .shareOfIssued: group.shareOfIssued
    case .shareOfResolved: group.shareOfResolved
    case .persons: group.persons?.persons.map(Double.init)
    }
  }

  /// How many detainers `count:` takes a group for; shares are of declined ones.
  func size(of group: Group) -> Known {
    switch self {
    case .issued: Known(group.issued)
    case .resolved: group.knownResolved ?? .unknown
    case .declined, .shareOfIssued, .shareOfResolved: group.known
    case .persons: Known(group.persons?.persons)
    }
  }

  /// Whether a group is large enough for its share to be ranked.
  public func isRanked(_ group: Group, minimum: Int) -> Bool {
    !isShare || group.shareBase.map { $0.total(self) >= minimum } ?? false
  }
}
