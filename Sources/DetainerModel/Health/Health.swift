/// The health of the data: what there is, what is missing from it, and every finding.
///
/// Made of a dataset alone, so that the command and the browser say the same. Shares and sums are
/// of detainers, as everywhere; rows are lines of files.
public struct Health: Sendable {
  /// The files of records, in the order in which they were read.
  package private(set) var files: [FileHealth] = []
  /// The weeks of each source that was built from records, with the weeks that are missing.
  package private(set) var sources: [SourceWeeks] = []
  /// How records came to their counties.
  package private(set) var places = PlaceHealth()
  /// Values that the tables of the releases do not know, most detainers first.
  package private(set) var unknownValues: [UnknownValue] = []
  /// What is at hand of the published reports, newest first.
  package private(set) var coverage: [ReportCoverage] = []
  /// Every finding, errors first.
  public private(set) var findings: [Diagnostic] = []
  /// Whether more of the data is still being read.
  public let isLoading: Bool

  /// Examines data as far as it is read.
  public init(of dataset: Dataset) {
    isLoading = dataset.isLoading
    var log = FindingLog()
    let rows = dataset.table.rowsByFile()
    let sites = rows.map { SiteSums(of: $0, in: dataset.table) }
    files = FileHealth.all(in: dataset.table, rows: rows, sites: sites)
    places = PlaceHealth(of: sites, in: dataset.table, log: &log)
    unknownValues = UnknownValue.all(in: dataset, sites: sites, log: &log)
    let weeks = dataset.weekCounts()
    let calendar = SourceCalendar.all(in: dataset, rows: rows)
    sources = SourceWeeks.all(of: weeks, calendar: calendar, log: &log)
    coverage = ReportCoverage.all(of: weeks, log: &log)
    for source in calendar { source.findStrayDates(in: dataset.table, log: &log) }
    for batch in Batch.all(in: dataset) {
      log.add(
        .oneDayBatch, file: dataset.table.source(batch.row).file,
        row: dataset.table.line(batch.row), column: DetainerField.issued.rawValue, batch.sentence)
    }
    for late in dataset.lateLiftReasons {
      log.add(.lateLiftReasons, file: dataset.file(of: late.source), late.sentence)
    }
    dataset.findOverlaps(log: &log)
    dataset.findExceededStatements(log: &log)
    dataset.findRowsWithoutReport(log: &log)
    for file in files { file.findDuplicates(in: dataset.table, rows: rows[file.number], log: &log) }
    // The reader names the first row of a state that is not known; here all its rows are counted.
    let read = dataset.diagnostics.filter { $0.code != .unknownState }
    let all = read + log.diagnostics
    findings = Diagnostic.Severity.allCases.flatMap { severity in
      all.filter { $0.severity == severity }
    }
  }

  /// Data of which nothing could be read, and why.
  public init(findings: [Diagnostic]) {
    isLoading = false
    self.findings = Diagnostic.Severity.allCases.flatMap { severity in
      findings.filter { $0.severity == severity }
    }
  }

  /// Whether anything is wrong that must be fixed.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// `validate`: the findings, with the columns that the command line promises.
  public var listing: Listing {
    let findings = findings
    return Listing(
      columns: [
        .init("severity"), .init("code"), .init("file"), .init("row", .integer), .init("column"),
        .init("message"),
      ],
      rowCount: findings.count
    ) { index in
      let finding = findings[index]
      return [
        Value(finding.severity.rawValue), Value(finding.code.rawValue), Value(finding.file),
        Value(finding.row), Value(finding.column ?? ""), Value(finding.message),
      ]
    }
  }
}
