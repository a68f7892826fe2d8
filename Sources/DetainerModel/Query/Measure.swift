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

/// The order of groups.
public enum GroupOrder: Hashable, Sendable {
  /// By a measure, largest first; shares of groups below the minimum come after the others.
  case measure(Measure, minimum: Int)
  /// By one of the keys, A to Z and newest first.
  case key(Int)
  /// By the rows at hand, most first.
  case listed
}

extension [Group] {
  /// The groups in order; what is not known or not itemised always comes last.
  public func ordered(
    by order: GroupOrder, keys: [GroupKey], isReversed: Bool = false
  ) -> [Group] {
    // Texts are made once, not in each comparison.
    let decorated = map { group in
      (
        group: group, last: rankOfUnknown(group, keys: keys) * 3 + rankOfUnranked(group, by: order),
        texts: zip(keys, group.keys).map { key, value in Self.text(value, of: key) }
      )
    }
    let sorted = decorated.sorted { a, b in
      if a.last != b.last { return a.last < b.last }
      switch Self.compare(a.group, a.texts, b.group, b.texts, by: order, keys: keys) {
      case 0: break
      case let difference: return (difference < 0) != isReversed
      }
      for measure in [Measure.declined, .issued] {
        let (x, y) = (measure.value(of: a.group) ?? -1, measure.value(of: b.group) ?? -1)
        if x != y { return x > y }
      }
      return a.texts.lexicographicallyPrecedes(b.texts) { $0.lexicographicallyPrecedes($1) }
    }
    return sorted.map(\.group)
  }

  /// Below zero when the first group comes before the second.
  private static func compare(
    _ a: Group, _ aTexts: [[String]], _ b: Group, _ bTexts: [[String]], by order: GroupOrder,
    keys: [GroupKey]
  ) -> Double {
    switch order {
    case .measure(let measure, _):
      return (measure.value(of: b) ?? -1) - (measure.value(of: a) ?? -1)
    case .listed:
      return Double(b.listed - a.listed)
    case .key(let index):
      if aTexts[index] == bTexts[index] { return 0 }
      let isEarlier = aTexts[index].lexicographicallyPrecedes(bTexts[index])
      return isEarlier != keys[index].isTime ? -1 : 1
    }
  }

  private func rankOfUnknown(_ group: Group, keys: [GroupKey]) -> Int {
    group.keys.contains(where: \.isRemainder)
      ? 2 : group.keys.contains(where: \.isUnknown) ? 1 : 0
  }

  /// Groups too small for a share, and then those without a value, come last either way round.
  private func rankOfUnranked(_ group: Group, by order: GroupOrder) -> Int {
    guard case .measure(let measure, let minimum) = order else { return 0 }
    if measure.value(of: group) == nil { return 2 }
    return measure.isRanked(group, minimum: minimum) ? 0 : 1
  }

  private static func text(_ value: KeyValue, of key: GroupKey) -> [String] {
    switch value {
    case .jurisdiction(let place):
      key == .jurisdiction ? [place.state, place.county] : [place.county, place.state]
    case .facility(let facility): [facility.name, facility.city, facility.state]
    case .text(let text): [text]
    case .notItemised(let state): [state]
    }
  }
}
