/// One place across everything: the sections of the published reports, policies, corrections and
/// released records.
public struct PlacePage: Sendable {
  /// What one published report says of the place.
  public struct Published: Hashable, Sendable {
    /// The report.
    public let report: Report
    /// The rank in Section I; nil where the place is not among those that are known.
    public let rank: Rank?
    /// Why Section I has no count for the place; nil where it has one.
    public let gap: SectionOneGap?
    /// The declines that Section II states; nil where none are stated or listed.
    public let declined: Int?
    /// Whether what errata void counts no longer (rule 9 of the data).
    public let isAsCorrected: Bool
    /// The rows of Section II that are at hand.
    public let listed: Int
    /// What is known of the declines, whether Section II names the place or not.
    public let known: Known
    /// What the report states of facilities in the place.
    public let facilities: [Figure]
    /// The declines of the place that are stated over several weeks together, this one among them.
    public let overSeveralWeeks: [Figure]
    /// The corrections that take Section I from the place.
    public let voidsOfRank: [Correction]
    /// The corrections that take Section II from the place.
    public let voidsOfDeclines: [Correction]

    /// Whether the rank counts for the place.
    public var countsRank: Bool { rank != nil && !(isAsCorrected && !voidsOfRank.isEmpty) }
    /// Whether the declines count for the place.
    public var countsDeclines: Bool { !(isAsCorrected && !voidsOfDeclines.isEmpty) }
    /// Whether the place is in neither section.
    public var isAbsent: Bool {
      rank == nil && declined == nil && listed == 0 && overSeveralWeeks.isEmpty
    }
  }

  /// What the records of one release say of the place.
  public struct Released: Hashable, Sendable {
    /// The release.
    public let source: String
    /// The date by which it counts.
    public let basis: Report.Basis
    /// Detainers issued; nil where the records do not name the place and may have some of it all the
    /// same, as of a city that lies in their counties.
    public let issued: Int?
    /// Detainers with a lift reason.
    public let resolved: Known
    /// Declined detainers.
    public let declined: Known
    /// Declined detainers of the whole release.
    public let declinedOfNation: Known
    /// The first and the last period with a decline.
    public let weeks: ClosedRange<Period>?
  }

  /// The place.
  public let place: Jurisdiction
  /// Its area of responsibility, where it is known.
  public let aor: Places.AOR?
  /// The published reports, oldest first.
  public let published: [Published]
  /// The releases with a record of the place.
  public let released: [Released]
  /// The rows of Section III, and of later lists, that name the place.
  public let policies: [Policy]
  /// Those that are of Section III and of no later list.
  public var sectionIII: [Policy] { policies.filter { !$0.isOfList } }
  /// The corrections that name the county.
  public let corrections: [Correction]

  /// The declines that are stated over several weeks together, once each.
  public var overSeveralWeeks: [Figure] {
    var seen: Set<Figure> = []
    return published.flatMap(\.overSeveralWeeks).filter { seen.insert($0).inserted }
  }

  /// Whether a published report names the place in Section I or II.
  public var isPublished: Bool { published.contains { !$0.isAbsent } }

  /// Gathers what the reports and records that a query chooses say of a place; terms on the outcome
  /// do not apply.
  public init(
    of place: Jurisdiction, under query: Query = Query(), in dataset: Dataset
  ) throws(FilterError) {
    self.place = place
    aor = dataset.places.aors.first { $0.code == dataset.places.aor(of: place) }
    // What errata void is told as it was published, so that it can be told that it is void.
    var published = query.withoutOutcome
    published.isAsCorrected = false
    let nation = try Selection(published, in: dataset)
    let here = try nation.narrowed(by: Filter(terms: place.terms))
    let reports = nation.allReports.map { dataset.table.reports[$0] }.reversed()
    let ofPlace = here.groupsOfReports
    let ofNation = nation.groupsOfReports
    corrections = dataset.corrections(of: place, in: nil)
    policies = dataset.policies(of: place)
    let counted =
      query.isAsCorrected
      ? try Selection(query.withoutOutcome, in: dataset).narrowed(by: Filter(terms: place.terms))
      : here
    let known = counted.declinedOfReports
    self.published = reports.filter { $0.kind == .published }.map { report in
      Published(
        report, of: place, ofPlace[report.key], known: known(report),
        isAsCorrected: query.isAsCorrected, dataset.corrections(of: place, in: [report.period]),
        in: dataset)
    }
    var sources: [String] = []
    for report in reports where report.kind == .built && !sources.contains(report.source) {
      sources.append(report.source)
    }
    let overlapping = nation.ofEachLength.map {
      OverlappingPlaces($0, by: [.jurisdiction, .source])
    }
    func unnamed(_ source: String) -> Known {
      let known = overlapping.map { $0.known([.jurisdiction(place), .text(source)], \.known) }
      return known.first { $0 != .zero } ?? .zero
    }
    released = sources.compactMap { source in
      // Of a source that states months and years the months are taken.
      let all = reports.filter { $0.source == source }
      let shortest = all.map(\.period).shortest
      let ofSource = all.filter { !$0.period.isKnown || $0.period.size == shortest }
      let weeks = ofSource.compactMap { report -> (Period, Group)? in
        ofPlace[report.key].map { (report.period, $0) }
      }
      guard let basis = ofSource.first?.basis else { return nil }
      guard !weeks.isEmpty else {
        let possible = unnamed(source)
        return possible == .zero
          ? nil
          : Released(
            source: source, basis: basis, issued: nil, resolved: .unknown, declined: possible,
            declinedOfNation: .unknown, weeks: nil)
      }
      let declines = weeks.filter { ($0.1.declined ?? 0) > 0 && $0.0.isKnown }.map(\.0)
      return Released(
        source: source, basis: basis,
        issued: weeks.reduce(0) { $0 + ($1.1.issued ?? 0) },
        resolved: weeks.reduce(.zero) { $0 + ($1.1.knownResolved ?? .zero) },
        declined: weeks.reduce(.zero) { $0 + $1.1.known },
        declinedOfNation: ofSource.reduce(.zero) { $0 + (ofNation[$1.key]?.known ?? .zero) },
        weeks: declines.min().flatMap { first in declines.max().map { first...$0 } })
    }
  }
}

extension PlacePage.Published {
  fileprivate init(
    _ report: Report, of place: Jurisdiction, _ group: Group?, known: Known,
    isAsCorrected: Bool, _ corrections: [Correction], in dataset: Dataset
  ) {
    self.report = report
    self.known = known
    self.isAsCorrected = isAsCorrected
    rank = dataset.rank(of: place, in: report)
    gap = dataset.sectionOneGap(of: place, in: report)
    // A 0 that follows from other figures does not put the place into Section II.
    let isStated = dataset.figures.contains { $0.key == .jurisdiction(place) && $0.isOf(report) }
    declined = group?.declined.flatMap { $0 > 0 || isStated ? $0 : nil }
    listed = group?.listed ?? 0
    facilities = dataset.figures.filter { figure in
      guard case .facility(_, place) = figure.key else { return false }
      return figure.isOf(report) && figure.number != nil
    }
    overSeveralWeeks = dataset.figures.filter { figure in
      figure.key == .jurisdiction(place) && figure.measure == "declined" && figure.number != nil
        && figure.period != report.period && figure.period.contains(report.period)
    }
    voidsOfRank = rank == nil ? [] : corrections.filter { $0.voids(section: "I") }
    voidsOfDeclines =
      declined == nil ? [] : corrections.filter { $0.voids(section: "II") }
  }
}
