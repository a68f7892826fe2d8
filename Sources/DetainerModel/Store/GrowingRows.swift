/// The columns of a table being built.
struct GrowingRows: Sendable {
  var count = 0
  var source = GrowingCodes()
  var report = GrowingCodes()
  var site = GrowingCodes()
  var outcome = GrowingColumn<UInt8>()
  var date = GrowingColumn<UInt16>()
  var issued = GrowingColumn<UInt16>()
  var lifted = GrowingColumn<UInt16>()
  var birthYear = GrowingColumn<UInt16>()
  var lines = GrowingColumn<UInt32>()
  var counts = GrowingColumn<UInt32>()
  var duplicates = GrowingColumn<UInt8>()
  var texts = Array(repeating: GrowingCodes(), count: DetainerField.texts.count)

  /// Adds what a block says itself; the builder adds source, report, date and outcome.
  mutating func append(_ block: RowBlock) {
    let rows = 0..<block.count
    site.append(contentsOf: block.sites[rows])
    issued.append(contentsOf: block.issued[rows])
    lifted.append(contentsOf: block.lifted[rows])
    birthYear.append(contentsOf: block.birthYears[rows])
    lines.append(contentsOf: block.lines[rows])
    if !counts.isEmpty || block.counts[rows].contains(where: { $0 != 1 }) {
      if counts.isEmpty { counts = GrowingColumn(repeating: 1, count: count) }
      counts.append(contentsOf: block.counts[rows])
    }
    if !duplicates.isEmpty || block.duplicates[rows].contains(where: { $0 != 0 }) {
      if duplicates.isEmpty { duplicates = GrowingColumn(repeating: 0, count: count) }
      duplicates.append(contentsOf: block.duplicates[rows])
    }
    for (column, codes) in block.texts.enumerated() where !codes.isEmpty {
      texts[column].pad(to: count)
      texts[column].append(contentsOf: codes[rows])
    }
    count += block.count
  }

  /// Makes room for so many rows altogether in the columns that every file has.
  mutating func reserve(_ capacity: Int) {
    source.reserve(capacity)
    report.reserve(capacity)
    site.reserve(capacity)
    outcome.reserve(capacity)
    date.reserve(capacity)
    issued.reserve(capacity)
    lifted.reserve(capacity)
    birthYear.reserve(capacity)
    lines.reserve(capacity)
    for column in texts.indices where texts[column].count > 0 { texts[column].reserve(capacity) }
  }

  /// Lays the columns into a table, which shares their memory.
  func fill(_ table: inout DetainerTable) {
    table.rowCount = count
    table.source = source.column
    table.report = report.column
    table.site = site.column
    table.outcome = outcome.column
    table.date = date.column
    table.issued = issued.column
    table.lifted = lifted.column
    table.birthYear = birthYear.column
    table.lines = lines.column
    table.counts = counts.column
    table.duplicates = duplicates.column
    for (column, var codes) in texts.enumerated() {
      codes.pad(to: count)
      table.texts[column].codes = codes.column
    }
  }
}
