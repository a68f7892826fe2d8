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

  /// The cells of a place of detention, as bytes of CSV.
  private struct SiteCells {
    var facility, city, state, county, fips, aor: [UInt8]

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
        facility: csvCell(site.facility), city: csvCell(site.city), state: csvCell(place.state),
        county: isKept ? csvCell(place.county) : [], fips: isKept ? csvCell(place.fips) : [],
        aor: csvCell(site.aor))
    }
    self.sites = sites
    hasBlankRows = (0..<table.rowCount).contains { row in
      !table.issued(row).isKnown && !table.lifted(row).isKnown && !table.namedWeek(row).isKnown
        && sites[table.siteNumber(row)].isEmpty && table.birthYear(row) == nil
        && !table.isDuplicate(row) && !table.isTally(row)
        && DetainerField.texts.allSatisfy { table.withText(of: $0, row, \.isEmpty) ?? true }
    }
    let hasBlankRows = hasBlankRows
    columns = DetainerField.allCases.filter { field in
      switch field {
      // A file of records is known by a column of dates and one more.
      case .issued: table.says(.issued) || !table.says(.week)
      case .liftReason: true
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

  /// Writes a header and these rows.
  func write(
    _ rows: [Int], to sink: inout some ByteSink, progress: ExportProgress?
  ) throws(WriteError) {
    var pacer = RowPacer(total: rows.count, progress)
    var line = TextBuffer()
    line.append(columns.map(\.rawValue).joined(separator: ",") + "\n")
    try line.empty(into: &sink)
    for row in rows {
      for (index, field) in columns.enumerated() {
        if index > 0 { line.append(Byte.comma) }
        append(field, row, to: &line)
      }
      line.append(Byte.newline)
      try line.empty(into: &sink)
      try pacer.step()
    }
  }

  private func append(_ field: DetainerField, _ row: Int, to line: inout TextBuffer) {
    let site = sites[table.siteNumber(row)]
    switch field {
    case .issued: line.append(table.issued(row).iso)
    case .lifted: line.append(table.lifted(row).iso)
    case .week: line.append(table.namedWeek(row).iso)
    case .facility: line.append(site.facility)
    case .city: line.append(site.city)
    case .state: line.append(site.state)
    case .county: line.append(site.county)
    case .countyFIPS: line.append(site.fips)
    case .aor: line.append(site.aor)
    case .birthYear: line.append(table.birthYear(row).map(String.init) ?? "")
    // A row without any cell would be a blank line, which readers skip.
    case .duplicate: line.append(table.isDuplicate(row) ? "true" : hasBlankRows ? "false" : "")
    case .count: line.append(table.isTally(row) ? String(table.count(row)) : "")
    default: _ = table.withText(of: field, row) { line.appendCSV($0) }
    }
  }
}

private func csvCell(_ text: String) -> [UInt8] {
  var buffer = TextBuffer()
  Array(text.utf8).withUnsafeBytes { buffer.appendCSV($0) }
  return buffer.bytes
}

extension TextBuffer {
  /// A field of RFC 4180, in quotes only where it needs them.
  mutating func appendCSV(_ field: UnsafeRawBufferPointer) {
    let isPlain = field.allSatisfy {
      $0 != Byte.comma && $0 != Byte.quote && $0 != Byte.newline && $0 != Byte.return
    }
    guard !isPlain else { return append(field) }
    append(Byte.quote)
    for byte in field {
      if byte == Byte.quote { append(byte) }
      append(byte)
    }
    append(Byte.quote)
  }
}
