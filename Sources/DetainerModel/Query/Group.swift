/// What was counted of one group.
public struct Group: Hashable, Sendable {
  /// The values of the keys.
  public let keys: [KeyValue]
  /// Detainers issued; nil where no source says.
  public let issued: Int?
  /// Detainers with a lift reason; nil where no source says.
  public let resolved: Int?
  /// What is known of the declined detainers.
  public let known: Known
  /// Detainers at hand in rows that are shown.
  public let listed: Int
  /// Whether a published figure is part of `declined`, so that a share would compare two different
  /// things.
  public let includesPublished: Bool
  /// Whether what has ended is counted by lift date, so that a share would compare two different
  /// weeks (rule 2).
  public let isByLiftDate: Bool

  /// Declined detainers, or the least of them; nil where that is none and yet not known.
  public var declined: Int? { known.number }
  /// The most that the declined detainers can be; nil where nothing limits them.
  public var declinedMost: Int? { known.most }

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
  /// What published reports say of the declined; nil where none speaks of the group.
  var published: Known?
  /// Whether a published figure is part of it.
  var hasPublishedFigure = false
  var listed = 0
  /// Whether the group is shown for what it may have.
  var isShownForMost = false

  var hasBuilt: Bool { builtIssued != nil || built != .zero }
  var builtDeclined: Int { built[Int(Outcome.declined.rawValue)] }
  var builtResolved: Int { built.wrappedSum() - built[Int(Outcome.pending.rawValue)] }

  mutating func addBuilt(issued: Int) { builtIssued = (builtIssued ?? 0) + issued }

  /// Adds what one published report says.
  mutating func add(_ sum: PublishedSum) {
    add(known: sum.known)
    hasPublishedFigure = hasPublishedFigure || sum.declined != nil
    if let issued = sum.issued { publishedIssued = Known.sum(publishedIssued ?? 0, issued) }
    listed = Known.sum(listed, sum.listed)
    isShownForMost = isShownForMost || sum.isShownForMost
  }

  /// Adds what is known of the declined of a published report.
  mutating func add(known: Known) { published = (published ?? .zero) + known }

  /// With what published reports say of the same group.
  func adding(published stated: GroupTotals) -> GroupTotals {
    var totals = self
    if let known = stated.published { totals.add(known: known) }
    if let issued = stated.publishedIssued {
      totals.publishedIssued = Known.sum(totals.publishedIssued ?? 0, issued)
    }
    totals.listed = Known.sum(totals.listed, stated.listed)
    totals.hasPublishedFigure = totals.hasPublishedFigure || stated.hasPublishedFigure
    totals.isShownForMost = totals.isShownForMost || stated.isShownForMost
    return totals
  }

  /// How many detainers of the group the terms on outcome let through.
  var shownSize: Int {
    let known = published ?? .zero
    return max(listed, known.least, isShownForMost ? known.most ?? 1 : 0)
  }

  /// The finished group; built issued hides published issued where the two may not stand for each
  /// other.
  func group(_ keys: [KeyValue], prefersBuilt: Bool) -> Group {
    return Group(
      keys: keys,
      issued: hasBuilt ? builtIssued ?? 0 : prefersBuilt ? nil : publishedIssued,
      resolved: hasBuilt ? builtResolved : nil,
      known: hasBuilt ? Known(builtDeclined) + (published ?? .zero) : published ?? .unknown,
      listed: listed,
      includesPublished: hasPublishedFigure || !hasBuilt,
      isByLiftDate: isByLiftDate)
  }
}
