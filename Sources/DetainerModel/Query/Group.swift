/// What was counted of one group.
public struct Group: Hashable, Sendable {
  /// The values of the keys.
  public let keys: [KeyValue]
  /// Detainers issued; nil where no source says.
  public let issued: Int?
  /// What is known of the detainers with a lift reason; nil of published reports, which do not say.
  public let knownResolved: Known?
  /// What is known of the declined detainers.
  public let known: Known
  /// Detainers at hand in rows that are shown.
  public let listed: Int
  /// Whether built reports are counted in it.
  public let hasBuilt: Bool
  /// Whether it has detainers of a release without lift reasons.
  public let hasUnknownOutcomes: Bool
  /// What its shares are made of; nil where no report can give one.
  public let shareBase: ShareBase?
  /// Different persons among the rows that are shown, where they were counted.
  public internal(set) var persons: PersonCount?

  /// Detainers with a lift reason; nil where no source says, or not of all.
  public var resolved: Int? { knownResolved?.exact }

  /// Declined detainers, or the least of them; nil where that is none and yet not known.
  public var declined: Int? { known.number }
  /// The most that the declined detainers can be; nil where nothing limits them.
  public var declinedMost: Int? { known.most }

  /// Declined of issued, from 0 to 1; nil of nothing, and where there is no base for it.
  public var shareOfIssued: Double? { shareBase?.share(.shareOfIssued) }
  /// Declined of resolved, from 0 to 1; nil of nothing, and where there is no base for it.
  public var shareOfResolved: Double? { shareBase?.share(.shareOfResolved) }
}

extension Selection {
  /// What is known of the sum of Section I in a state, or in all places: at least so many where a rank
  /// is at hand without its count.
  package func knownInSectionOne(_ issued: Int, state: String? = nil) -> Known {
    let ranks = chosenReports.flatMap { dataset.ranks(in: dataset.table.reports[$0]) }
    let isOpen = ranks.contains { rank in
      rank.issued == nil && (state == nil || rank.jurisdiction.state == state)
    }
    return Known(least: issued, most: isOpen ? nil : issued)
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
  var listed = 0
  /// Whether the group is shown for what it may have.
  var isShownForMost = false

  var hasBuilt: Bool { builtIssued != nil || built != .zero }
  var builtDeclined: Int { built[Int(Outcome.declined.rawValue)] }
  var builtResolved: Int {
    built.wrappedSum() - builtUnknown - built[Int(Outcome.pending.rawValue)]
  }
  /// Built detainers of releases without lift reasons.
  var builtUnknown: Int { built[Int(Outcome.unknownCode)] }

  /// A count of built detainers by what became of them: where a release does not say that of all,
  /// nothing limits it.
  private func known(_ count: Int) -> Known {
    Known(least: count, most: builtUnknown == 0 ? count : nil)
  }

  mutating func addBuilt(issued: Int) { builtIssued = (builtIssued ?? 0) + issued }

  /// Adds what one published report says.
  mutating func add(_ sum: PublishedSum) {
    add(known: sum.known)
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
    totals.isShownForMost = totals.isShownForMost || stated.isShownForMost
    return totals
  }

  /// How many detainers of the group the terms on outcome let through.
  var shownSize: Int {
    let known = published ?? .zero
    // What a release without lift reasons does not say may be what is asked for.
    return max(listed, builtUnknown, known.least, isShownForMost ? known.most ?? 1 : 0)
  }

  /// The finished group; built issued hides published issued where the two may not stand for each
  /// other.
  func group(_ keys: [KeyValue], prefersBuilt: Bool) -> Group {
    let hasShares = hasBuilt && !isByLiftDate && builtUnknown == 0
    return Group(
      keys: keys,
      issued: hasBuilt ? builtIssued ?? 0 : prefersBuilt ? nil : publishedIssued,
      knownResolved: hasBuilt ? known(builtResolved) : nil,
      known: hasBuilt ? known(builtDeclined) + (published ?? .zero) : published ?? .unknown,
      listed: listed,
      hasBuilt: hasBuilt, hasUnknownOutcomes: builtUnknown > 0,
      shareBase: hasShares
        ? ShareBase(declined: builtDeclined, issued: builtIssued ?? 0, resolved: builtResolved)
        : nil)
  }
}
