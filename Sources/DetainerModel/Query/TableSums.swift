/// What all rows of a table come to, which is kept with a snapshot of them: a question about all is
/// answered without a look at any.
package struct TableSums: Hashable, Sendable {
  /// Of more places of detention nothing is kept: there would be as many counters as rows.
  private static let mostSites = 1 << 16

  /// The counters of a ``Tally`` for each report, over the rows of built ones.
  package var reports: [SIMD8<Int>]
  /// The same for each site; empty where there are too many.
  package var sites: [SIMD8<Int>]
  /// The days of the rows of each report, by ends.
  package var ends: [RowDays]
  /// The same by issues; empty where they are those by ends.
  package var issues: [RowDays]
  /// How many named places have a decline among the rows of each built report.
  package var decliningPlaces: [Int]
  /// The sources whose lift reasons arrive late.
  package var lateLiftReasons: [LateLiftReasons]
  /// The days of issue that are batches.
  package var batches: [Batch]

  /// Takes what was kept.
  package init(
    reports: [SIMD8<Int>], sites: [SIMD8<Int>], ends: [RowDays], issues: [RowDays],
    decliningPlaces: [Int], lateLiftReasons: [LateLiftReasons], batches: [Batch]
  ) {
    self.reports = reports
    self.sites = sites
    self.ends = ends
    self.issues = issues
    self.decliningPlaces = decliningPlaces
    self.lateLiftReasons = lateLiftReasons
    self.batches = batches
  }

  /// Sums up the rows of a dataset.
  package init(_ dataset: Dataset) {
    let table = dataset.table
    reports = dataset.sums(by: .report) ?? []
    sites = dataset.sums(by: .site) ?? []
    ends = table.days(of: .end)
    issues = table.countsByLiftDate ? table.days(of: .issue) : []
    decliningPlaces = dataset.decliningPlaces(
      among: RowSet(universe: table.rowCount, all: true))
    lateLiftReasons = dataset.lateLiftReasons
    batches = dataset.batches
  }

  /// Whether these can be sums of a table: there is one for each of its reports and sites.
  package func fit(_ table: DetainerTable) -> Bool {
    [reports.count, ends.count, decliningPlaces.count].allSatisfy { $0 == table.reports.count }
      && sites.count == (Self.count(of: .site, in: table) ?? 0)
      && issues.count == (table.countsByLiftDate ? table.reports.count : 0)
  }

  func days(of event: Event) -> [RowDays] { event == .issue && !issues.isEmpty ? issues : ends }

  /// The columns by whose codes rows are summed up.
  enum Column { case report, site }

  subscript(column: Column) -> [SIMD8<Int>]? {
    switch column {
    case .report: reports
    case .site: sites.isEmpty ? nil : sites
    }
  }

  /// How many codes a column has; nil for too many.
  fileprivate static func count(of column: Column, in table: DetainerTable) -> Int? {
    switch column {
    case .report: table.reports.count
    case .site: table.sites.count > mostSites ? nil : table.sites.count
    }
  }
}

extension Dataset {
  /// The counters of all rows of built reports by the codes of a column; nil where there are too many.
  fileprivate func sums(by column: TableSums.Column) -> [SIMD8<Int>]? {
    if let known = knownSums?[column] { return known }
    guard let count = TableSums.count(of: column, in: table) else { return nil }
    return cache.sums(column) {
      let (ends, issues) =
        column == .site ? (table.site, table.site) : (table.report, table.report(of: .issue))
      let tally = Tally(
        allOf: self, PackedKeys(ends, count: count), issues: PackedKeys(issues, count: count))
      return (0..<count).map { tally[$0] }
    }
  }

  /// All rows of built reports, summed up by keys.
  func tally(_ keys: PackedKeys, issues: PackedKeys) -> Tally {
    let column: TableSums.Column? =
      switch keys.parts.count {
      case 0: .report
      case 1 where keys.parts[0].codes.isSame(as: table.site): .site
      case 1 where keys.parts[0].codes.isSame(as: table.report): .report
      default: nil
      }
    guard let sums = column.flatMap({ sums(by: $0) }),
      let tally = Tally(sums, by: keys, of: table)
    else { return Tally(allOf: self, keys, issues: issues) }
    return tally
  }
}
