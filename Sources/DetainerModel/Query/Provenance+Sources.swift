extension Listing {
  /// A table of a data directory whose rows are listed as they stand there.
  enum SideTable: String { case policies, corrections }

  /// The table that the rows are of; nil where they are of reports and records.
  var sideTable: SideTable? { SideTable(rawValue: name) }

  /// The periods of published reports of which no other source has a report, the newest first: by
  /// its period alone a row of one is told from records.
  package var publishedPeriods: [Period] {
    let reports = selections.flatMap { selection in
      selection.chosenReports.map { selection.dataset.table.reports[$0] }
    }
    let built = Set(reports.filter { $0.kind == .built }.map(\.period))
    return reports.filter { $0.kind == .published && $0.period.isKnown }.map(\.period).unique
      .filter { !built.contains($0) }
  }

  /// What the rows are taken from, and the tables of which something stands beside them.
  func sources(quoting corrections: [Correction]) -> [Provenance.Source] {
    var tables = sideTable.map { [$0] } ?? []
    // The page of a place has its policies among its rows.
    if name == "place", selections.contains(where: { !$0.dataset.policies.isEmpty }) {
      tables.append(.policies)
    }
    if !corrections.isEmpty { tables.append(.corrections) }
    return (sideTable == nil ? selections.flatMap(\.sources).unique : [])
      + tables.map(Provenance.Source.init)
  }
}

extension Provenance.Source {
  /// A side table: each of its rows says itself where it is published.
  fileprivate init(_ table: Listing.SideTable) {
    self.init(
      name: table.rawValue, basis: "", periods: "", coverage: "",
      files: [table.rawValue + ".csv"], urls: [])
  }
}

extension Selection {
  /// The sources of what is counted, each with its files and basis.
  fileprivate var sources: [Provenance.Source] {
    let table = dataset.table
    let reports = chosenReports.map { table.reports[$0] }
    return reports.map(\.source).unique.map { name in
      let ofSource = reports.filter { $0.source == name }
      let periods = ofSource.map(\.period).filter(\.isKnown)
      let basis = ofSource.first.map { $0.kind == .published ? "published" : $0.basis.words }
      let days = dataset.coverages[name]?.days
      return Provenance.Source(
        name: name, basis: basis ?? "",
        periods: periods.min().map { first in
          periods.max().flatMap { $0 == first ? nil : "\(first.words) to \($0.words)" }
            ?? first.words
        } ?? "",
        coverage: days.map { "\($0.lowerBound.iso) to \($0.upperBound.iso)" } ?? "",
        files: table.sources.filter { $0.name == name }.map(\.file)
          + (ofSource.first?.kind == .published ? dataset.sideTables(of: name) : []),
        urls: ofSource.compactMap { $0.statement?.sourceURL }.filter { !$0.isEmpty }.unique)
    }
  }
}

extension Dataset {
  /// The files of a data directory that state something of a published source.
  fileprivate func sideTables(of source: String) -> [String] {
    [
      ("reports.csv", true), ("issued.csv", ranks.contains { $0.source == source }),
      ("figures.csv", figures.contains { $0.source == source }),
    ].filter(\.1).map(\.0)
  }
}
