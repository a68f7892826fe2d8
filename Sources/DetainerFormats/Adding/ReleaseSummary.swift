import DetainerModel

/// What came of one release: what was read, how it was placed, what could not be taken as it
/// stands, and what was written.
package struct ReleaseSummary: Sendable {
  /// What was done.
  package enum Result: Hashable, Sendable {
    /// A new source is in the package.
    case added
    /// A source of the same name gave way.
    case replaced
    /// The same bytes are in the directory already; nothing was changed.
    case alreadyThere
  }

  /// How detainers came to their counties.
  package struct Placed: Hashable, Sendable {
    /// How the county was found.
    package let placement: Placement
    /// How many detainers have theirs so.
    package let detainers: Int
  }

  /// The findings of one kind.
  package struct Finding: Hashable, Sendable {
    /// How many there are.
    package let count: Int
    /// The first of them, with its place.
    package let first: Diagnostic
  }

  /// A file that was written.
  package struct File: Hashable, Sendable {
    /// Its path in the data directory.
    package let path: String
    /// Its rows.
    package let rows: Int
    /// Its size.
    package let bytes: Int
  }

  /// The name of the source.
  package let name: String
  /// The files that were read, as they were given.
  package let files: [String]
  /// What was done.
  package var result = Result.added
  /// Where the same bytes are, when they are there already.
  package var place = ""
  /// The rows that were read.
  package var rows = 0
  /// The detainers that they stand for.
  package var detainers = 0
  /// Those with a lift reason.
  package var resolved = Known.zero
  /// Those that were declined.
  package var declined = Known.zero
  /// The first and last days of issue or weeks.
  package var days: ClosedRange<Day>?
  /// Those under no week.
  package var undated = 0
  /// Those that were placed in a county or another place that is named.
  package var placed: [Placed] = []
  /// Those without a county, by whether their state is known.
  package var unlocated: (inState: Int, withoutState: Int) = (0, 0)
  /// Whether a line may stand for several detainers.
  package var isTally = false
  /// What could not be taken as it stands.
  package var findings: [Finding] = []
  /// What was written.
  package var written: [File] = []

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
      if let outcome = table.outcome(row) {
        if outcome.isResolved { resolved += Known(count) }
        if outcome == .declined { declined += Known(count) }
      } else {
        resolved += .unknown
        declined += .unknown
      }
      let day = table.issued(row).isKnown ? table.issued(row) : table.namedPeriod(row).start
      if day.isKnown {
        days = days.map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
      }
      if !table.report(row).period.isKnown { undated += count }
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
