import DetainerModel

/// Writes the rows of a table in the canonical columns and stored forms of a data directory, so
/// that they are read again as what they were.
struct CanonicalRows {
  /// The columns: those in which any row says something, in canonical order.
  let columns: [DetainerField]
  /// Those that the release itself does not have: reference tables gave them.
  let added: [DetainerField]

  private let table: DetainerTable
  private let sites: [SiteCells]
  /// The detainers of a release without a cell that says anything are still detainers.
  private let hasBlankRows: Bool

  /// The cells of a place of detention.
  private struct SiteCells {
    var facility, city, state, county, fips, aor: String

    var isEmpty: Bool {
      [facility, city, state, county, fips, aor].allSatisfy(\.isEmpty)
    }
  }

  init(_ table: DetainerTable) {
    self.table = table
    let namesCounties = table.sites.contains {
      $0.placement == .file && !table.jurisdictions[$0.jurisdiction].isUnlocated
    }
    let sites = table.sites.map { site in
      let place = table.jurisdictions[site.jurisdiction]
      // Beside counties that a release names, those of the tables could not be told apart; they
      // are found again when the file is read.
      let isKept = site.placement == .file || !namesCounties
      return SiteCells(
        facility: site.facility, city: site.city, state: place.state,
        county: isKept ? place.county : "", fips: isKept ? place.fips : "", aor: site.aor)
    }
    self.sites = sites
    hasBlankRows = (0..<table.rowCount).contains { row in
      !table.issued(row).isKnown && !table.lifted(row).isKnown && !table.namedPeriod(row).isKnown
        && sites[table.siteNumber(row)].isEmpty && table.birthYear(row) == nil
        && !table.isDuplicate(row) && !table.isTally(row)
        && DetainerField.texts.allSatisfy { table.withText(of: $0, row, \.isEmpty) ?? true }
    }
    let hasBlankRows = hasBlankRows
    columns = DetainerField.allCases.filter { field in
      switch field {
      // A file of records is known by a column of dates and one more.
      case .issued: table.says(.issued) || !table.says(.week)
      // A lift reason says it, unless some files of the release have none.
      case .outcome: table.saysOutcomes && table.missesOutcomes
      // A release without lift reasons does not say that its detainers are pending.
      case .liftReason: table.saysOutcomes
      case .state: table.says(.state) || !table.saysOutcomes
      case .county: sites.contains { !$0.county.isEmpty }
      case .countyFIPS: sites.contains { !$0.fips.isEmpty }
      case .duplicate: hasBlankRows || table.says(.duplicate)
      default: table.says(field)
      }
    }
    var added: [DetainerField] = namesCounties ? [] : [.county, .countyFIPS]
    if table.sites.allSatisfy({ $0.aor == Self.foundAOR(of: $0, in: table) }) {
      added.append(.aor)
    }
    self.added = added.filter(columns.contains)
  }

  /// The area of responsibility that a place has where its file names none.
  private static func foundAOR(of site: Site, in table: DetainerTable) -> String {
    let place = table.jurisdictions[site.jurisdiction]
    var aor = ""
    if site.placement != .file, !place.fips.isEmpty {
      aor =
        ReferenceTables.facilities.entry(
          facility: site.facility, city: site.city, state: place.state
        ).aor
    }
    return aor.isEmpty ? ReferenceTables.places.aor(of: place) : aor
  }

  /// Writes a header and these rows, and asks now and then whether to go on.
  func write(
    _ rows: [Int], to sink: inout some ByteSink, goesOn: (_ done: Int) -> Bool
  ) throws(WriteError) {
    var line = ByteBuffer()
    line.append(columns.map(\.rawValue).joined(separator: ",") + "\n")
    try line.empty(into: &sink)
    for (done, row) in rows.enumerated() {
      for (index, field) in columns.enumerated() {
        if index > 0 { line.append(Byte.comma) }
        append(field, row, to: &line)
      }
      line.append(Byte.newline)
      try line.empty(into: &sink)
      if (done + 1) % 256 == 0 || done + 1 == rows.count, !goesOn(done + 1) { throw .cancelled }
    }
  }

  private func append(_ field: DetainerField, _ row: Int, to line: inout ByteBuffer) {
    let site = sites[table.siteNumber(row)]
    switch field {
    case .outcome: line.append(table.outcome(row)?.name ?? "")
    case .issued: line.append(table.issued(row).iso)
    case .lifted: line.append(table.lifted(row).iso)
    case .week: line.append(table.namedPeriod(row).name)
    case .facility: line.appendCSV(site.facility)
    case .city: line.appendCSV(site.city)
    case .state: line.appendCSV(site.state)
    case .county: line.appendCSV(site.county)
    case .countyFIPS: line.appendCSV(site.fips)
    case .aor: line.appendCSV(site.aor)
    case .birthYear: line.append(table.birthYear(row).map(String.init) ?? "")
    // A row without any cell would be a blank line, which readers skip.
    case .duplicate: line.append(table.isDuplicate(row) ? "true" : hasBlankRows ? "false" : "")
    case .count: line.append(table.isTally(row) ? String(table.count(row)) : "")
    default: _ = table.withText(of: field, row) { line.appendCSV($0) }
    }
  }
}
