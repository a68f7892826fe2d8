/// What some groups add up to; nil where no source says.
public struct Sums: Hashable, Sendable {
  /// Declined detainers.
  public private(set) var declined: Int?
  /// Detainers issued.
  public private(set) var issued: Int?
  /// What is known of the detainers with a lift reason.
  public private(set) var resolved: Known?
  /// What is known of the declined of one group; nil of several, which may have a remainder in
  /// common.
  public private(set) var known: Known?
  private var groupCount = 0
  /// What their shares are made of; nil where no report can give one.
  public private(set) var shareBase: ShareBase?

  /// Adds groups up.
  ///
  /// - Parameters:
  ///   - groups: the groups of some keys.
  ///   - keepsApart: whether the keys tell built and published reports apart: their issued are
  ///     never added, and those of built reports count (rule 8 of the data).
  public init(_ groups: some Sequence<Group> = [], keepsApart: Bool = false) {
    for group in groups {
      groupCount += 1
      known = groupCount == 1 ? group.known : nil
      declined = Self.sum([declined, group.declined])
      issued = Self.sum([issued, group.issued])
      add(resolved: group.knownResolved)
      add(group.shareBase)
    }
    let built = groups.filter(\.hasBuilt)
    if keepsApart, !built.isEmpty { issued = Self.sum(built.map(\.issued)) }
  }

  /// Adds what other groups add up to.
  public mutating func add(_ other: Sums) {
    known = groupCount == 0 ? other.known : other.groupCount == 0 ? known : nil
    groupCount += other.groupCount
    declined = Self.sum([declined, other.declined])
    issued = Self.sum([issued, other.issued])
    add(resolved: other.resolved)
    add(other.shareBase)
  }

  private mutating func add(resolved count: Known?) {
    if let count { resolved = (resolved ?? .zero) + count }
  }

  private mutating func add(_ base: ShareBase?) {
    if let base { shareBase = shareBase.map { $0 + base } ?? base }
    // Of what became of only some of the detainers there is no share.
    if resolved?.isExact == false { shareBase = nil }
  }

  private static func sum(_ counts: [Int?]) -> Int? {
    let known = counts.compactMap { $0 }
    return known.isEmpty ? nil : known.reduce(0, +)
  }
}
