/// Keeps the columns of a table, or puts back those that were kept: it is shown every column, always
/// in the same order.
public protocol ColumnVisitor {
  /// Shows a column of numbers.
  mutating func visit<Element>(_ column: inout Column<Element>)
  /// Shows a column of codes, each of which is less than the limit.
  mutating func visit(_ codes: inout Codes, below limit: Int)
  /// Shows the texts of a column.
  mutating func visit(_ dictionary: inout TextDictionary)
}

extension DetainerTable {
  /// Puts a table together again from what there is beside rows and from its columns, which the
  /// visitor puts in; nil when they are not those of so many rows.
  public init?(
    rowCount: Int, sources: [Source], originals: [(any OriginalRecords)?], reports: [Report],
    jurisdictions: [Jurisdiction], sites: [Site], columns visitor: inout some ColumnVisitor
  ) {
    self.init()
    self.rowCount = rowCount
    self.sources = sources
    self.originals = originals
    self.reports = reports
    self.jurisdictions = jurisdictions
    self.sites = sites
    visitColumns(&visitor)
    guard originals.count == sources.count,
      sites.allSatisfy({ jurisdictions.indices.contains($0.jurisdiction) }),
      hasRowsInAllColumns
    else { return nil }
  }

  /// Shows every column to the visitor. A column that a table may lack is then an empty one.
  public mutating func visitColumns(_ visitor: inout some ColumnVisitor) {
    visitor.visit(&source, below: sources.count)
    visitor.visit(&report, below: reports.count)
    visitor.visit(&site, below: sites.count)
    visitor.visit(&outcome)
    visitor.visit(&date)
    visitor.visit(&issued)
    visitor.visit(&lifted)
    visitor.visit(&birthYear)
    visitor.visit(&lines)
    visitor.visit(&counts)
    visitor.visit(&duplicates)
    for index in texts.indices {
      visitor.visit(&texts[index].dictionary)
      visitor.visit(&texts[index].codes, below: texts[index].dictionary.count)
    }
    var issueReport = self.issueReport ?? Codes()
    visitor.visit(&issueReport, below: reports.count)
    self.issueReport = issueReport.count == 0 ? nil : issueReport
    var issueDate = self.issueDate ?? Column()
    visitor.visit(&issueDate)
    self.issueDate = issueDate.isEmpty ? nil : issueDate
  }

  private var hasRowsInAllColumns: Bool {
    let needed =
      [source.count, report.count, site.count, outcome.count, date.count, issued.count]
      + [lifted.count, birthYear.count, lines.count] + texts.map(\.codes.count)
    let optional = [
      counts.count, duplicates.count, issueReport?.count ?? 0, issueDate?.count ?? 0,
    ]
    return needed.allSatisfy { $0 == rowCount }
      && optional.allSatisfy { $0 == rowCount || $0 == 0 }
  }
}
