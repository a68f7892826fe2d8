import DetainerModel

/// What came of one release: what was read, how it was placed, what could not be taken as it
/// stands, and what was written.
public struct ReleaseSummary: Sendable {
  /// What was done.
  public enum Result: Hashable, Sendable {
    /// A new source is in the package.
    case added
    /// A source of the same name gave way.
    case replaced
    /// The same bytes are in the directory already; nothing was changed.
    case alreadyThere
  }

  /// How detainers came to their counties.
  public struct Placed: Hashable, Sendable {
    /// How the county was found.
    public let placement: Placement
    /// How many detainers have theirs so.
    public let detainers: Int
  }

  /// The findings of one kind.
  public struct Finding: Hashable, Sendable {
    /// How many there are.
    public let count: Int
    /// The first of them, with its place.
    public let first: Diagnostic
  }

  /// A file that was written.
  public struct File: Hashable, Sendable {
    /// Its path in the data directory.
    public let path: String
    /// Its rows.
    public let rows: Int
    /// Its size.
    public let bytes: Int
  }

  /// The name of the source.
  public let name: String
  /// The files that were read, as they were given.
  public let files: [String]
  /// What was done.
  public var result = Result.added
  /// Where the same bytes are, when they are there already.
  public var place = ""
  /// The rows that were read.
  public var rows = 0
  /// The detainers that they stand for.
  public var detainers = 0
  /// Those with a lift reason.
  public var resolved = 0
  /// Those that were declined.
  public var declined = 0
  /// The first and last days of issue or weeks.
  public var days: ClosedRange<Day>?
  /// Those without a readable date.
  public var undated = 0
  /// Those that were placed in a county or another place that is named.
  public var placed: [Placed] = []
  /// Those without a county, by whether their state is known.
  public var unlocated: (inState: Int, withoutState: Int) = (0, 0)
  /// Whether a line may stand for several detainers.
  public var isTally = false
  /// What could not be taken as it stands.
  public var findings: [Finding] = []
  /// What was written.
  public var written: [File] = []

  init(name: String, files: [String]) {
    self.name = name
    self.files = files
  }

  init(name: String, files: [String], _ dataset: Dataset) {
    self.init(name: name, files: files)
    let table = dataset.table
    rows = table.rowCount
    var placements: [Placement: Int] = [:]
    for row in 0..<table.rowCount {
      let count = table.count(row)
      detainers += count
      if table.outcome(row) != .pending { resolved += count }
      if table.outcome(row) == .declined { declined += count }
      let day = table.issued(row).isKnown ? table.issued(row) : table.namedWeek(row).start
      if day.isKnown {
        days = days.map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
      } else {
        undated += count
      }
      let place = table.jurisdiction(row)
      if !place.isUnlocated {
        placements[table.site(row).placement, default: 0] += count
      } else if place.state.isEmpty {
        unlocated.withoutState += count
      } else {
        unlocated.inState += count
      }
    }
    placed = Placement.allCases.compactMap { placement in
      placements[placement].map { Placed(placement: placement, detainers: $0) }
    }
    isTally = table.sources.contains(where: \.isTally)
    var order: [FindingCode] = []
    var findings: [FindingCode: [Diagnostic]] = [:]
    for diagnostic in dataset.diagnostics where diagnostic.severity != .note {
      if findings[diagnostic.code] == nil { order.append(diagnostic.code) }
      findings[diagnostic.code, default: []].append(diagnostic)
    }
    self.findings = order.compactMap { code in
      guard let all = findings[code], let first = all.first else { return nil }
      return Finding(count: all.reduce(0) { $0 + $1.count }, first: first)
    }
  }
}
