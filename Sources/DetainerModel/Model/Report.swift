/// What one source says of one period: a week, or longer (rule 11 of the data).
public struct Report: Hashable, Sendable {
  /// Where a report comes from.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// ICE's own weekly report.
    case published
    /// Made from released records.
    case built
  }

  /// The date by which a built report counts what became of detainers (rule 2 of the data).
  public enum Basis: Hashable, Sendable {
    /// Everything is counted in the week of issue.
    case issueDate
    /// The release gives lift dates: what has ended is counted in the week in which it ended.
    case liftDate

    /// The words that stand wherever numbers of a built report do.
    public var words: String {
      switch self {
      case .issueDate: "by issue date"
      case .liftDate: "by lift date"
      }
    }
  }

  /// The days it covers; not known for records without a readable date.
  public let period: Period
  /// The name of the source.
  public internal(set) var source: String
  /// Published or built.
  public let kind: Kind
  /// What a published report says of itself; nil for built ones.
  public let statement: Statement?
  /// The date by which a built report counts; one for all reports of a release.
  public var basis: Basis

  /// Names a period of a source.
  public init(
    period: Period, source: String, kind: Kind, statement: Statement? = nil,
    basis: Basis = .issueDate
  ) {
    self.period = period
    self.source = source
    self.kind = kind
    self.statement = statement
    self.basis = basis
  }

  /// Whether a day that a file gives for the period of a source names this report, as its first one.
  package func begins(on day: Day, of source: String) -> Bool {
    self.source == source && period.start == day
  }

  /// Whether it has sections, as ICE's weekly reports do; a figure of a year may stand alone.
  public var hasSections: Bool {
    period.length == .week || statement?.sections.contains { !$0.isEmpty } == true
  }

  /// What a published report says of itself: a row of `reports.csv`.
  public struct Statement: Hashable, Sendable {
    /// The report's title.
    public var title = ""
    /// The titles of its sections, I to IV.
    public var sections: [String] = []
    /// The day it was published, as it is stated.
    public var published = ""
    /// Its length in pages.
    public var pages: Int?
    /// Detainers issued in the period, as stated.
    public var issued: Int?
    /// Declined detainers recorded in the period, as stated.
    public var declined: Int?
    /// As published, or corrected.
    public var status = ""
    /// What the report says of its own limits.
    public var caveat = ""
    /// The days that it covers, where it states them.
    public var coverage: ClosedRange<Day>?
    /// Where the report can be found.
    public var sourceURL = ""
    /// How sure the figures are: high, medium or low.
    public var confidence = ""

    /// A report that states nothing yet.
    public init() {}
  }
}
