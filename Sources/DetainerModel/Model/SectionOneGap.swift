/// Why Section I of a published report gives no count for a place: it is a list of ranks, and who is
/// not among them is not zero (rule 7 of what is not known).
public enum SectionOneGap: String, Hashable, Sendable {
  /// The report gives no counts by place.
  case notStated = "not stated"
  /// No rank of the report is at hand.
  case notAtHand = "not at hand"
  /// The place is not among the ranks.
  case notRanked = "not ranked"
  /// The place has a rank, but its count is not known.
  case withoutCount = "no count"
  /// Errata took the rank from the place.
  case withdrawn

  /// The sentence that stands in a detail.
  public var sentence: String {
    switch self {
    case .notStated: "not known: the source states no counts of places"
    case .notAtHand: "not known: the ranks of Section I are not at hand"
    case .notRanked: "not known: not among the ranks of Section I"
    case .withoutCount: "not known: Section I gives a rank without a count"
    case .withdrawn: "withdrawn: errata took the rank of Section I from this place"
    }
  }
}

extension Dataset {
  /// Why Section I of a published report has no count for a place; nil where it has one.
  public func sectionOneGap(of place: Jurisdiction, in report: Report) -> SectionOneGap? {
    guard let rank = rank(of: place, in: report) else {
      if !report.hasSections { return .notStated }
      return ranks(in: report).isEmpty ? .notAtHand : .notRanked
    }
    if rank.issued != nil { return nil }
    let isVoid =
      isCorrected
      && corrections(of: place, in: [report.period]).contains { $0.voids(section: "I") }
    return isVoid ? .withdrawn : .withoutCount
  }
}
