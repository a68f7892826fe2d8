/// What was counted of one group.
public struct Group: Hashable, Sendable {
  /// The values of the keys.
  public let keys: [KeyValue]
  /// Detainers issued; nil where no source says.
  public let issued: Int?
  /// Detainers with a lift reason; nil where no source says.
  public let resolved: Int?
  /// Declined detainers; nil where no source says.
  public let declined: Int?
  /// Detainers at hand in rows that are shown.
  public let listed: Int
  /// Whether a published figure is part of `declined`, so that a share would compare two different
  /// things.
  public let includesPublished: Bool

  /// Declined of issued, from 0 to 1; nil for published figures and for no detainers at all.
  public var shareOfIssued: Double? { share(of: issued) }
  /// Declined of resolved, from 0 to 1; nil for published figures and for no detainers at all.
  public var shareOfResolved: Double? { share(of: resolved) }

  private func share(of total: Int?) -> Double? {
    guard !includesPublished, let total, total > 0, let declined else { return nil }
    return Double(declined) / Double(total)
  }
}

/// The running sums of one group, built and published apart, because they are never added blindly
/// (rule 8).
struct GroupTotals {
  /// Built detainers by outcome.
  var built = SIMD8<Int>.zero
  var hasBuilt = false
  var publishedIssued: Int?
  var publishedDeclined: Int?
  var listed = 0

  var builtIssued: Int { built.wrappedSum() }
  var builtDeclined: Int { built[Int(Outcome.declined.rawValue)] }
  var builtResolved: Int { builtIssued - built[Int(Outcome.pending.rawValue)] }

  mutating func addPublished(declined: Int?, issued: Int?, listed: Int) {
    if let declined { publishedDeclined = (publishedDeclined ?? 0) + declined }
    if let issued { publishedIssued = (publishedIssued ?? 0) + issued }
    self.listed += listed
  }

  /// How many detainers of the group the terms on outcome let through.
  var shownSize: Int { max(listed, publishedDeclined ?? 0) }

  /// The finished group; built issued hides published issued where the two may not stand for each
  /// other.
  func group(_ keys: [KeyValue], prefersBuilt: Bool) -> Group {
    let declined: Int? =
      hasBuilt ? builtDeclined + (publishedDeclined ?? 0) : publishedDeclined
    return Group(
      keys: keys,
      issued: hasBuilt ? builtIssued : prefersBuilt ? nil : publishedIssued,
      resolved: hasBuilt ? builtResolved : nil,
      declined: declined,
      listed: listed,
      includesPublished: publishedDeclined != nil || !hasBuilt)
  }
}
