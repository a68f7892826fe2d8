import DetainerModel
import Text

/// Adds rows of Section II to a published report: all of them, or nothing.
///
/// They become a further file of the report's source, so that what was there stays byte by byte
/// and every row is traced to the file it came with.
package struct PublishedImport: Sendable {
  /// The columns of Section II, in canonical order.
  package static let columns: [DetainerField] = [
    .issued, .lifted, .facility, .state, .county, .countyFIPS, .crime, .basis, .citizenship, .week,
    .sourceURL, .confidence, .note,
  ]

  /// The header of a file of rows, as one line without its end.
  package static var template: String { columns.map(\.rawValue).joined(separator: ",") }

  /// The file of rows.
  package var file: String
  /// The period of the report.
  package var period: Period
  /// The data directory.
  package var directory: String
  /// The name of the report's source, where more than one published the week.
  package var source: String?
  /// Whether the report may then list more than it states.
  package var mayExceedTotals = false

  /// Names what goes where.
  package init(file: String, period: Period, directory: String, source: String? = nil) {
    self.file = file
    self.period = period
    self.directory = directory
    self.source = source
  }

  /// Checks the rows, adds them, and says what came of it.
  package func run() throws(ImportError) -> PublishedSummary {
    let input = try checkedInput()
    let change = try DirectoryChange(directory)
    let report = try self.report(of: change)
    for resource in change.contents?.resources ?? []
    where resource.name == report.source
      && resource.releases.contains(where: { $0.hash == input.hash })
    {
      var summary = PublishedSummary(source: report.source, period: period)
      summary.isAlreadyThere = true
      return summary
    }
    // The records of other sources say nothing about this report.
    let before = try load(change) { $0.filter { $0.source == report.source } }
    let target = try PublishedTarget(report.source, in: change)
    let reader = PublishedRowReader(report: report, dataset: before, target: target)
    let rows = try reader.read(input)

    let staged = try change.stage(target.newPath) { sink throws(WriteError) in
      try reader.write(rows, to: &sink)
    }
    let added = FoundFile(
      path: staged.temporaryPath, shown: target.newPath, source: report.source, size: 0)
    let after = try load(change) { $0.filter { $0.source == report.source } + [added] }
    let known = Set(before.statedTotalsExceeded())
    let exceeded = after.statedTotalsExceeded().filter { excess in
      excess.source == report.source && excess.period == period && !known.contains(excess)
    }
    guard exceeded.isEmpty || mayExceedTotals else {
      throw ImportError(
        .data,
        exceeded.map { "With \(file): \($0.sentence)" }
          + ["Nothing was imported; take out the surplus rows, or add them with --force."]
      )
    }

    var entry = ImportedFile(
      name: input.name, bytes: input.identity.size, hash: input.hash, rows: rows.count)
    entry.path = target.newPath
    try target.addToPackage(entry, of: report, in: change)
    try change.commit()

    var summary = PublishedSummary(source: report.source, period: period)
    summary.path = target.newPath
    summary.rows = rows.count
    summary.equalRows = reader.equalRows(rows)
    summary.stated = report.statement?.declined
    summary.listedBefore = before.listed(report)
    summary.listed = after.listed(report)
    summary.exceeded = exceeded
    summary.emptyRequired = target.required.filter { reader.isEmptyAnywhere($0, in: rows) }
    summary.description = target.description
    return summary
  }

  // MARK: Steps

  private func checkedInput() throws(ImportError) -> ReleaseInput {
    guard FileStatus(path: directory)?.kind == .directory else {
      throw ImportError(
        .usage, "\(directory) is not a data directory; name the one that holds the report.")
    }
    if let root = OpenFile.resolve(directory),
      OpenFile.resolve(file)?.hasPrefix(root + "/") == true
    {
      throw ImportError(
        .usage, "\(file) lies in \(directory) already; keep the rows to import elsewhere.")
    }
    guard let input = try ReleaseInput.open([file]).first else { throw ImportError.cancelled }
    return input
  }

  /// Reads the reports, and of the records only the files that are chosen.
  private func load(
    _ change: DirectoryChange, choosing: ([FoundFile]) -> [FoundFile]
  ) throws(ImportError) -> Dataset {
    do throws(LoadError) {
      var loader = try Loader([change.root], choosing: choosing)
      try loader.finish()
      return loader.dataset
    } catch {
      throw ImportError(.data, error.description)
    }
  }

  private func report(of change: DirectoryChange) throws(ImportError) -> Report {
    // Without any report there is nothing to read, which is not what should be said then.
    let reports = ((try? load(change) { _ in [] })?.table.reports ?? []).filter {
      $0.kind == .published && $0.period == period
    }
    let named = reports.filter { source == nil || $0.source == source }
    if let report = named.first, named.count == 1 { return report }
    let sources = firstNames(reports.map(\.source).sorted())
    if reports.isEmpty {
      throw ImportError(
        .usage,
        "\(change.root) has no published report of \(period.sentenceName); add its row to reports.csv first."
      )
    }
    throw ImportError(
      .usage,
      named.isEmpty
        ? "The source “\(source ?? "")” has published no report of \(period.sentenceName); choose one of \(sources) with --name."
        : "More than one source has published \(period.sentenceName); choose one of \(sources) with --name."
    )
  }
}

extension Dataset {
  /// How many detainers of a report are listed.
  fileprivate func listed(_ report: Report) -> Int {
    (0..<table.rowCount).reduce(0) { sum, row in
      let other = table.report(row)
      return other.period == report.period && other.source == report.source
        ? sum + table.count(row) : sum
    }
  }
}

/// What came of an import of rows.
package struct PublishedSummary: Sendable {
  /// The report's source.
  package let source: String
  /// The report's period.
  package let period: Period
  /// Whether the same bytes were there already, so that nothing was changed.
  package var isAlreadyThere = false
  /// The file that was written, in the data directory.
  package var path = ""
  /// The rows that were added.
  package var rows = 0
  /// How many of them equal another row of the report: different people.
  package var equalRows = 0
  /// Declined detainers as the report states them.
  package var stated: Int?
  /// How many of them were listed before.
  package var listedBefore = 0
  /// How many are listed now.
  package var listed = 0
  /// Where more is listed now than is stated.
  package var exceeded: [StatedExcess] = []
  /// The columns that the package's schema requires, and that are empty in a row.
  package var emptyRequired: [String] = []
  /// What the package says of the source in words, which no one has changed.
  package var description = ""
}
