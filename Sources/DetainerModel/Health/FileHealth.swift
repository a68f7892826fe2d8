/// A file of records: what it holds and how much of each column is filled.
package struct FileHealth: Sendable {
  /// What a file is.
  package enum Kind: String, Hashable, Sendable { case published, built, tally }

  /// A canonical column of a file, as it is after reading and placing.
  package struct Column: Hashable, Sendable {
    /// The column.
    package let field: DetainerField
    /// The detainers of which it says nothing.
    package let empty: Int
    /// All detainers of the file.
    package let total: Int

    /// The part that is not known, from 0 to 1.
    package var emptyShare: Double { total == 0 ? 1 : Double(empty) / Double(total) }
  }

  /// The number of the file in the table.
  package let number: Int
  /// The file and its source.
  package let source: Source
  /// Rows of a published report, records, or counts of them.
  package let kind: Kind
  /// Rows read.
  package let rows: Int
  /// The detainers they stand for.
  package let detainers: Int
  /// Detainers without a week.
  package let undated: Int
  /// The weeks in which a row counts, by its issue or its end.
  package let weeks: Int
  /// The first and last day: of issue for records, else of the weeks; nil when none is known.
  package let days: ClosedRange<Day>?
  /// The canonical columns.
  package let columns: [Column]

  /// Examines every file.
  static func all(
    in table: DetainerTable, rows: [[Range<Int>]], sites: [SiteSums]
  ) -> [FileHealth] {
    let published = Set(table.reports.filter { $0.kind == .published }.map(\.source))
    return table.sources.indices.map { number in
      let source = table.sources[number]
      return FileHealth(
        number,
        kind: published.contains(source.name) ? .published : source.isTally ? .tally : .built,
        in: table, rows: rows[number], sites: sites[number])
    }
  }

  private init(
    _ number: Int, kind: Kind, in table: DetainerTable, rows: [Range<Int>], sites: SiteSums
  ) {
    self.number = number
    self.kind = kind
    source = table.sources[number]
    self.rows = rows.reduce(0) { $0 + $1.count }
    let total = table.detainers(in: rows)
    detainers = total
    var hasRow = Array(repeating: false, count: table.reports.count)
    var undated = 0
    for range in rows {
      table.report.forEach(in: range) { row, report in
        hasRow[report] = true
        if !table.reports[report].period.isKnown { undated &+= table.count(row) }
      }
      table.issueReport?.forEach(in: range) { _, report in hasRow[report] = true }
    }
    self.undated = undated
    let reports = table.reports.indices.filter { hasRow[$0] && table.reports[$0].period.isKnown }
    let known = Set(reports.map { table.reports[$0].period })
    weeks = known.count
    if kind == .built {
      days = table.span(of: table.issued, in: rows)
    } else {
      days = known.min().flatMap { first in known.max().map { first.start...$0.end } }
    }
    columns = Self.columns(of: table, rows: rows, sites: sites, undated: undated, total: total)
  }

  private static func columns(
    of table: DetainerTable, rows: [Range<Int>], sites: SiteSums, undated: Int, total: Int
  ) -> [Column] {
    func places(_ isEmpty: (Site, Jurisdiction) -> Bool) -> Int {
      sites.detainers {
        isEmpty(table.sites[$0], table.jurisdictions[table.sites[$0].jurisdiction])
      }
    }
    return DetainerField.allCases.compactMap { field in
      let empty: Int
      switch field {
      case .issued: empty = table.detainersWithout(.medium(table.issued), in: rows)
      case .lifted: empty = table.detainersWithout(.medium(table.lifted), in: rows)
      case .birthYear: empty = table.detainersWithout(.medium(table.birthYear), in: rows)
      case .week: empty = undated
      case .facility: empty = places { site, _ in site.facility.isEmpty }
      case .city: empty = places { site, _ in site.city.isEmpty }
      case .state: empty = places { $1.state.isEmpty }
      case .county: empty = places { $1.county.isEmpty }
      case .countyFIPS: empty = places { $1.fips.isEmpty }
      case .aor: empty = places { site, _ in site.aor.isEmpty }
      // A row is not a duplicate unless it says so, and one detainer unless it counts more; lift
      // reasons say what became of it.
      case .duplicate, .count, .outcome: return nil
      case .person: empty = table.detainersWithoutPerson(in: rows)
      default: empty = table.detainersWithout(table.column(field).codes, in: rows)
      }
      return Column(field: field, empty: empty, total: total)
    }
  }
}

extension DetainerTable {
  /// The first and last known day of some rows.
  func span(of days: Column<UInt16>, in ranges: [Range<Int>]) -> ClosedRange<Day>? {
    var (low, high) = (UInt16.max, UInt16.min)
    for range in ranges {
      for row in range where days[row] != 0 {
        low = min(low, days[row])
        high = max(high, days[row])
      }
    }
    return low <= high ? Day(packed: low)...Day(packed: high) : nil
  }
}
