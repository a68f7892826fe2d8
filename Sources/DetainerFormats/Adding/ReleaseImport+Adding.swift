import DetainerModel
import Text

/// One release: read, checked, written beside what is there.
extension ReleaseImport {
  /// Reads a release and stages its files and its resource.
  func add(
    _ release: (name: String, files: [String]), _ inputs: [ReleaseInput],
    in change: DirectoryChange, replacing old: Int?, _ progress: @escaping Progress
  ) throws(ImportError) -> ReleaseSummary {
    let dataset = try read(release.files, progress)
    if let changed = inputs.first(where: { !$0.isUnchanged }) {
      throw ImportError(
        .data, "\(changed.path) was changed while it was read; import it once it is complete.")
    }
    let table = dataset.table
    let tallies = table.sources.filter(\.isTally)
    if let tally = tallies.first, let other = table.sources.first(where: { !$0.isTally }) {
      throw ImportError(
        .usage,
        "\(tally.file) is a tally and \(other.file) lists records; import them under two names.")
    }
    var summary = ReleaseSummary(
      name: release.name, files: inputs.map(\.path), dataset)
    summary.result = old == nil ? .added : .replaced

    let rows = CanonicalRows(table)
    let oldPaths = old.flatMap { change.contents?.resources?[$0].paths } ?? []
    var file: (bytes: Int, hash: String)?
    for part in parts(of: table) {
      let path = "detainers/\(release.name)\(part.suffix).csv\(packs ? ".gz" : "")"
      if change.has(path) || change.namedPaths.contains(path), !oldPaths.contains(path) {
        throw ImportError(
          .usage, "\(change.root)/\(path) is there already; choose another --name.")
      }
      let staged = try change.stage(path) { sink throws(WriteError) in
        try write(part.rows, of: rows, to: &sink, as: release.name, progress)
      }
      let bytes: FileBytes
      do throws(FileError) {
        bytes = try FileBytes(path: staged.temporaryPath)
      } catch {
        throw ImportError(error)
      }
      file = (bytes.size, summary.written.isEmpty ? bytes.hash : "")
      summary.written.append(
        ReleaseSummary.File(path: path, rows: part.rows.count, bytes: bytes.size))
    }
    for path in oldPaths { change.retire(path) }

    let resource = ReleaseResource(
      name: release.name, paths: summary.written.map(\.path),
      file: summary.written.count == 1 ? file : nil, isPacked: packs,
      releases: inputs.map { input in
        ImportedFile(
          name: input.name, bytes: input.identity.size, hash: input.hash,
          rows: table.rows(ofFile: input.path))
      },
      title: "Detainers of \(firstNames(inputs.map(\.name)))",
      description: Self.description(of: summary), columns: rows.columns, added: rows.added,
      hasStateCodes: table.jurisdictions.allSatisfy { place in
        place.state.isEmpty
          || place.state.utf8.count == 2
            && place.state.utf8.allSatisfy { (0x41...0x5A).contains($0) }
      }, namesLongerPeriods: table.reports.contains(where: \.isLonger))
    if let old {
      change.package.replace(resource: old, with: resource.value)
    } else {
      change.package.append(resource: resource.value)
    }
    try change.requireResource { $0.name == release.name }
    return summary
  }

  // MARK: Reading

  private func read(_ files: [String], _ progress: Progress) throws(ImportError) -> Dataset {
    var isCancelled = false
    let dataset: Dataset
    do throws(LoadError) {
      var loader = try Loader(files)
      try loader.finish { done in
        let part = Double(done.bytesDone) / Double(max(1, done.bytesTotal))
        isCancelled = !progress(
          ImportProgress(step: .reading, name: done.file, part: min(1, part), rows: done.rows))
        return !isCancelled
      }
      dataset = loader.dataset
    } catch {
      if isCancelled { throw ImportError.cancelled }
      throw ImportError(.data, error.description, "Nothing was imported.")
    }
    if isCancelled { throw ImportError.cancelled }
    // A row that cannot be read is reported and left out; a file or sheet that cannot be would not
    // be missed by anyone. What has changed meanwhile is looked for when all has been read.
    let missing = dataset.diagnostics.filter {
      $0.severity == .error && ($0.row == nil || $0.code == .noKnownColumns)
        && $0.code != .changedFile
    }
    if !missing.isEmpty {
      throw ImportError(.data, missing.map(\.message) + ["Nothing was imported."])
    }
    if dataset.table.rowCount == 0 {
      throw ImportError(
        .data, "There are no records in \(firstNames(files)); nothing was imported.")
    }
    return dataset
  }

  // MARK: Writing

  /// A part of the rows that becomes a file.
  private struct Part {
    var suffix: String
    var rows: [Int]
  }

  private func parts(of table: DetainerTable) -> [Part] {
    guard splitsByFiscalYear else { return [Part(suffix: "", rows: Array(0..<table.rowCount))] }
    var rows: [String: [Int]] = [:]
    for row in 0..<table.rowCount {
      rows[Period.Length.fiscalYear.label(of: table.date(row)), default: []].append(row)
    }
    // By year, and what has no date after the last.
    return rows.sorted { a, b in (a.key.isEmpty ? 1 : 0, a.key) < (b.key.isEmpty ? 1 : 0, b.key) }
      .map { Part(suffix: $0.key.isEmpty ? "-undated" : "-\($0.key)", rows: $0.value) }
  }

  private func write(
    _ rows: [Int], of table: CanonicalRows, to sink: inout FileSink, as name: String,
    _ progress: @escaping Progress
  ) throws(WriteError) {
    func report(_ done: Int) -> Bool {
      progress(
        ImportProgress(
          step: .writing, name: name, part: Double(done) / Double(max(1, rows.count)), rows: done))
    }
    guard packs else { return try table.write(rows, to: &sink, goesOn: report) }
    var packed = GzipSink(sink, target: sink.target)
    try table.write(rows, to: &packed, goesOn: report)
    try packed.finish()
    sink = packed.base
  }

  private static func description(of summary: ReleaseSummary) -> String {
    let lines = summary.isTally ? "lines of a tally" : "records"
    let span =
      summary.days.map { ", \($0.lowerBound.iso) to \($0.upperBound.iso) by issue date or week" }
      ?? ""
    return "\(summary.rows) \(lines)\(span). "
      + (summary.isTally
        ? "One line stands for `count` detainers. "
        : "One line is one detainer; equal lines are different people. ")
      + "Columns of the release that have no place here, its row numbers, and dates that could not "
      + "be read are not kept."
  }
}

extension DetainerTable {
  /// How many rows came from a file, or from the sheets of it.
  fileprivate func rows(ofFile path: String) -> Int {
    let isOfFile = sources.map {
      $0.file == path || $0.file.hasPrefix(path + "#") || $0.file.hasPrefix(path + "/")
    }
    return (0..<rowCount).reduce(0) { $0 + (isOfFile[sourceNumber($1)] ? 1 : 0) }
  }
}
