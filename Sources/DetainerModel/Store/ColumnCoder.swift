/// Writes the columns of a table somewhere, or reads them back: one list of columns for both, so
/// that they cannot differ.
package protocol ColumnCoder {
  /// Takes or gives the numbers of a column.
  mutating func code<Element: FixedWidthInteger & Sendable>(_ column: inout Column<Element>)
  /// Takes or gives the numbers of a column of codes.
  mutating func code(_ codes: inout Codes)
}

extension DetainerTable {
  /// Makes a table of what stands beside its columns; the columns are given by ``code(with:)``.
  package init(
    rowCount: Int, sources: [Source], reports: [Report], jurisdictions: [Jurisdiction],
    sites: [Site]
  ) {
    self.rowCount = rowCount
    self.sources = sources
    originals = Array(repeating: nil, count: sources.count)
    self.reports = reports
    self.jurisdictions = jurisdictions
    self.sites = sites
  }

  /// Passes every column to the coder, always in the same order; those that the table does without
  /// have no rows.
  package mutating func code(with coder: inout some ColumnCoder) {
    coder.code(&source)
    coder.code(&report)
    code(&issueReport, Codes(), with: &coder) { coder, codes in coder.code(&codes) }
    coder.code(&site)
    coder.code(&outcome)
    coder.code(&date)
    code(&issueDate, Column(), with: &coder) { coder, column in coder.code(&column) }
    coder.code(&issued)
    coder.code(&lifted)
    coder.code(&birthYear)
    coder.code(&lines)
    coder.code(&counts)
    coder.code(&duplicates)
    for index in texts.indices {
      coder.code(&texts[index].codes)
      var (arena, ends) = (texts[index].dictionary.arena, texts[index].dictionary.ends)
      coder.code(&arena)
      coder.code(&ends)
      texts[index].dictionary = TextDictionary(arena: arena, ends: ends)
    }
  }

  private func code<Coder: ColumnCoder, Columns: Collection>(
    _ column: inout Columns?, _ empty: Columns, with coder: inout Coder,
    _ code: (inout Coder, inout Columns) -> Void
  ) {
    var columns = column ?? empty
    code(&coder, &columns)
    column = columns.isEmpty ? nil : columns
  }

  /// Whether every column has every row; no row is looked at.
  package var hasAllRows: Bool {
    ([source, report, site, .narrow(outcome), .medium(date), .medium(issued), .medium(lifted)]
      + [.medium(birthYear), .wide(lines)] + texts.map(\.codes))
      .allSatisfy { $0.count == rowCount }
      && [issueReport?.count ?? rowCount, issueDate?.count ?? rowCount].allSatisfy {
        $0 == rowCount
      }
      && [counts.count, duplicates.count].allSatisfy { $0 == rowCount || $0 == 0 }
  }
}
