/// One of the two selections that are held against each other.
struct ComparisonSide {
  let groups: [Group]
  private let selection: Selection
  private let keys: [GroupKey]
  private let measure: Measure
  private let groupOfKeys: [[KeyValue]: Group]
  private let missing: (_ values: [KeyValue]) -> Known
  private let silence: SilenceOfRecords
  private let published: [Report]

  init(
    _ selection: Selection, by keys: [GroupKey], _ measure: Measure
  ) throws(SourceOverlap) {
    self.selection = selection
    self.keys = keys
    self.measure = measure
    published = selection.chosenReports.map { selection.dataset.table.reports[$0] }
      .filter { $0.kind == .published }
    let ranked = Set(published.flatMap(selection.dataset.ranks).map(\.jurisdiction))
    // A group that is too small on one side is still there.
    let counted = try selection.withAllGroupSizes.groups(by: keys)
    groups = counted.filter { group in
      switch measure {
      case .declined: true
      case .issued:
        group.issued != nil
          || group.keys.contains { value in
            if case .jurisdiction(let place) = value { return ranked.contains(place) }
            return false
          }
      default: group.knownResolved != nil
      }
    }
    groupOfKeys = Dictionary(counted.map { ($0.keys, $0) }) { first, _ in first }
    silence = SilenceOfRecords(selection, by: keys)
    missing = selection.declinedOfMissing(by: keys, silence)
  }

  /// Whether every count of the measure is of records, where nothing is silent.
  private var isBuilt: Bool { selection.hasBuiltReport }

  func known(_ values: [KeyValue]) -> Known {
    let group = groupOfKeys[values]
    switch measure {
    case .declined:
      return group?.known ?? missing(values)
    case .issued:
      guard let issued = group?.issued else {
        return isBuilt ? silence.known(values) { $0.issued.map { Known($0) } } : .unknown
      }
      // A sum of ranks is of those that are ranked, and says nothing of the others.
      let isOfPlace = values.contains {
        if case .jurisdiction = $0 { true } else { false }
      }
      let isStated = keys.allSatisfy(\.isOfReport) && !selection.hasPlaceTerm
      return Known(least: issued, most: isBuilt || isOfPlace || isStated ? issued : nil)
    default:
      return group?.knownResolved
        ?? (isBuilt ? silence.known(values, \.knownResolved) : .unknown)
    }
  }

  /// Why Section I has no count for a group; nil where it has one, or none is asked for.
  func gap(_ values: [KeyValue]) -> SectionOneGap? {
    guard measure == .issued, known(values).isUnknown, !published.isEmpty else { return nil }
    for case .jurisdiction(let place) in values {
      let gaps = published.compactMap { selection.dataset.sectionOneGap(of: place, in: $0) }
      return gaps.first { $0 != .notRanked && $0 != .notAtHand } ?? gaps.first
    }
    return published.allSatisfy { selection.dataset.ranks(in: $0).isEmpty }
      ? .notAtHand : .notRanked
  }
}
