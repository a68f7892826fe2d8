/// The columns of a table on their way.
struct GrowingRows: Sendable {
  var count = 0
  var source = GrowingCodes()
  var report = GrowingCodes()
  var site = GrowingCodes()
  var outcome: [UInt8] = []
  var date: [UInt16] = []
  var issued: [UInt16] = []
  var lifted: [UInt16] = []
  var birthYear: [UInt16] = []
  var lines: [UInt32] = []
  var counts: [UInt32] = []
  var duplicates: [UInt8] = []
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
      if counts.isEmpty { counts = Array(repeating: 1, count: count) }
      counts.append(contentsOf: block.counts[rows])
    }
    if !duplicates.isEmpty || block.duplicates[rows].contains(where: { $0 != 0 }) {
      if duplicates.isEmpty { duplicates = Array(repeating: 0, count: count) }
      duplicates.append(contentsOf: block.duplicates[rows])
    }
    for (column, codes) in block.texts.enumerated() where !codes.isEmpty {
      texts[column].pad(to: count)
      texts[column].append(contentsOf: codes[rows])
    }
    count += block.count
  }

  /// Lays the columns into a table, in memory of their own.
  func fill(_ table: inout DetainerTable) {
    table.rowCount = count
    table.source = source.column
    table.report = report.column
    table.site = site.column
    table.outcome = Column(outcome)
    table.date = Column(date)
    table.issued = Column(issued)
    table.lifted = Column(lifted)
    table.birthYear = Column(birthYear)
    table.lines = Column(lines)
    table.counts = Column(counts)
    table.duplicates = Column(duplicates)
    for (column, var codes) in texts.enumerated() {
      codes.pad(to: count)
      table.texts[column].codes = codes.column
    }
  }
}
