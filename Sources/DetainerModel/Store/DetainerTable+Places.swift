/// Where a record stands in what was read.
package struct RowPlace: Hashable, Sendable {
  let file: String
  let line: Int

  /// Names a line of a file.
  package init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}

extension DetainerTable {
  /// The rows that stand in some lines of files; those that are not there are left out.
  package func rows(at places: [(file: String, line: Int)]) -> [RowPlace: Int] {
    if places.isEmpty { return [:] }
    let lines = Dictionary(grouping: places, by: \.file).mapValues { Set($0.map(\.line)) }
    let wanted = sources.map { lines[$0.file] }
    var rows: [RowPlace: Int] = [:]
    for row in 0..<rowCount {
      guard let lines = wanted[sourceNumber(row)], lines.contains(line(row)) else { continue }
      // One line of a tally may be several rows; the first is as good as any.
      let place = RowPlace(file: source(row).file, line: line(row))
      if rows[place] == nil { rows[place] = row }
    }
    return rows
  }
}
