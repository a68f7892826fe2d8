/// What a counting view measures.
public enum Measure: String, CaseIterable, Hashable, Sendable {
  case declined, issued, resolved
  case shareOfIssued = "share-issued"
  case shareOfResolved = "share-resolved"

  /// The words for it on screen.
  public var title: String {
    switch self {
    case .declined: "declined"
    case .issued: "issued"
    case .resolved: "resolved"
    case .shareOfIssued: "% of issued"
    case .shareOfResolved: "% of resolved"
    }
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
    }
  }

  /// Whether a group is large enough for its share to be ranked.
  public func isRanked(_ group: Group, minimum: Int) -> Bool {
    switch self {
    case .shareOfIssued: (group.issued ?? 0) >= minimum
    case .shareOfResolved: (group.resolved ?? 0) >= minimum
    default: true
    }
  }
}
