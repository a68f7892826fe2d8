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
  /// Whether what has ended is counted by lift date, so that a share would compare two different
  /// weeks (rule 2).
  public let isByLiftDate: Bool

  /// Declined of issued, from 0 to 1; nil for published figures, by lift date and of nothing.
  public var shareOfIssued: Double? { share(of: issued) }
  /// Declined of resolved, from 0 to 1; nil for published figures, by lift date and of nothing.
  public var shareOfResolved: Double? { share(of: resolved) }

  private func share(of total: Int?) -> Double? {
    guard !includesPublished, !isByLiftDate, let total, total > 0, let declined else { return nil }
    return Double(declined) / Double(total)
  }
}

/// The running sums of one group, built and published apart, because they are never added blindly
/// (rule 8).
struct GroupTotals {
  /// Built detainers by outcome.
  var built = SIMD8<Int>.zero
  /// Built detainers issued; nil when there are none of built reports.
  var builtIssued: Int?
  var isByLiftDate = false
  var publishedIssued: Int?
  var publishedDeclined: Int?
  var listed = 0

  var hasBuilt: Bool { builtIssued != nil || built != .zero }
  var builtDeclined: Int { built[Int(Outcome.declined.rawValue)] }
  var builtResolved: Int { built.wrappedSum() - built[Int(Outcome.pending.rawValue)] }

  mutating func addBuilt(issued: Int) { builtIssued = (builtIssued ?? 0) + issued }

  mutating func addPublished(declined: Int?, issued: Int?, listed: Int) {
    if let declined { publishedDeclined = (publishedDeclined ?? 0) + declined }
    if let issued { publishedIssued = (publishedIssued ?? 0) + issued }
    self.listed += listed
  }

  /// With what published reports say of the same group.
  func adding(published stated: GroupTotals) -> GroupTotals {
    var totals = self
    totals.addPublished(
      declined: stated.publishedDeclined, issued: stated.publishedIssued, listed: stated.listed)
    return totals
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
      issued: hasBuilt ? builtIssued ?? 0 : prefersBuilt ? nil : publishedIssued,
      resolved: hasBuilt ? builtResolved : nil,
      declined: declined,
      listed: listed,
      includesPublished: publishedDeclined != nil || !hasBuilt,
      isByLiftDate: isByLiftDate)
  }
}
