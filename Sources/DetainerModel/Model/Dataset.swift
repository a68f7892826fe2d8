/// Everything that was read: the records, what the reports state, corrections, policies, and every
/// finding on the way.
public struct Dataset: Sendable {
  /// The reference tables.
  public var places: Places { didSet { cache = QueryCache() } }
  /// The records.
  public var table: DetainerTable {
    didSet {
      knownSums = nil
      namePlaces()
    }
  }
  /// What is found once for all questions to the records and the reference tables.
  private(set) var cache = QueryCache()
  /// The ranks of Section I.
  public var ranks: [Rank] { didSet { namePlaces() } }
  /// Other counts that sources state.
  public var figures: [Figure] { didSet { namePlaces() } }
  /// The rows of Section III, and of later lists.
  public var policies: [Policy] { didSet { namePlaces() } }
  /// The place that each of them is of.
  private(set) var placesOfPolicies: [Jurisdiction] = []
  /// Errata and disputes.
  public var corrections: [Correction] { didSet { cache = QueryCache() } }
  /// What could not be taken as it stands.
  public var diagnostics: [Diagnostic]
  /// The days of issue that are batches; none are known while records are being read.
  package var batches: [Batch] {
    isLoading ? [] : knownSums?.batches ?? cache.batches { Batch.all(in: self) }
  }
  /// What the rows come to, where a snapshot has it; none once the records are others.
  package var knownSums: TableSums?
  /// The period to open first, if the data names one.
  public var start: Period?
  /// The period to open: the one that the data names, else of the shortest length the newest that is
  /// covered whole, else the newest (rule 11 of the data).
  package var startPeriod: Period {
    start
      ?? cache.startPeriod {
        let dated = table.reports.filter(\.period.isKnown)
        let shortest = dated.map(\.period).shortest
        let alike = dated.filter { $0.period.size == shortest }
        let whole = alike.filter { !isPart($0) }
        return (whole.isEmpty ? alike : whole).map(\.period).max() ?? .none
      }
  }
  /// The days that sources of records state that they cover, by their names.
  public var statedCoverage: [String: ClosedRange<Day>] { didSet { cache = QueryCache() } }
  /// The data's title.
  public var title: String
  /// The licences that the data directories state; nothing is known of those of other files.
  public var licences: [Licence] = []
  /// Whether the records are still being read.
  public var isLoading: Bool

  /// Whether what errata void has been taken from its place.
  var isCorrected = false { didSet { cache = QueryCache() } }

  /// Whether reading was cancelled, so that rows are missing from every count.
  public var isPartial: Bool { diagnostics.contains { $0.code == .cancelled } }

  /// Gathers what was read.
  public init(
    places: Places = .empty, table: DetainerTable = DetainerTable(), ranks: [Rank] = [],
    figures: [Figure] = [], policies: [Policy] = [], corrections: [Correction] = [],
    diagnostics: [Diagnostic] = [], start: Period? = nil,
    statedCoverage: [String: ClosedRange<Day>] = [:], title: String = "", isLoading: Bool = false
  ) {
    self.places = places
    self.table = table
    self.ranks = ranks
    self.figures = figures
    self.policies = policies
    self.corrections = corrections
    self.diagnostics = diagnostics
    self.start = start
    self.statedCoverage = statedCoverage
    self.title = title
    self.isLoading = isLoading
    namePlaces()
  }

  /// Gives every place that is stated or has a policy a number in the table, so that terms on places
  /// choose it, and what is not itemised of a state, whoever made the data.
  private mutating func namePlaces() {
    cache = QueryCache()
    placesOfPolicies = findPlacesOfPolicies()
    let stated = statedPlaces + placesOfPolicies.filter { $0.fips.isEmpty && $0.isNamed }
    guard !stated.isEmpty else { return }
    var known = Set(table.jurisdictions)
    let missing = stated.filter { known.insert($0).inserted }
    if !missing.isEmpty { table.jurisdictions += missing }
  }

  /// The places that ranks and figures name, in their order and as often as they do.
  /// A figure of a state with one county names the county, too.
  var statedPlaces: [Jurisdiction] {
    ranks.map(\.jurisdiction) + figures.compactMap(\.place)
      + figures.compactMap { figure in
        guard case .state(let code) = figure.key else { return nil }
        return places.onlyCounties[code]
      }
  }

  /// The ranks of Section I that are known of a report, in the order of the file.
  public func ranks(in report: Report) -> [Rank] { ranks.filter { $0.isOf(report) } }

  /// The rank of a place in Section I of a report; nil where it is not among those known.
  public func rank(of place: Jurisdiction, in report: Report) -> Rank? {
    ranks.first { $0.jurisdiction == place && $0.isOf(report) }
  }

  /// The corrections that name a jurisdiction in a period, or any when none is given; of what
  /// is not attributable, those that took it from the places of the state.
  public func corrections(of place: Jurisdiction, in periods: Set<Period>?) -> [Correction] {
    guard place.isNotAttributable || !place.fips.isEmpty else { return [] }
    return corrections.filter { correction in
      (place.isNotAttributable
        ? correction.voids && correction.states.contains(place.state)
        : correction.fips.contains(place.fips))
        && (periods.map { periods in correction.weeks.known.contains { periods.contains($0) } }
          ?? true)
    }
  }
}
