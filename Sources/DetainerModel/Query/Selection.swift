/// A query held against a dataset: the reports, places and rows it chooses.
///
/// Everything that counts, lists or draws starts from a selection, so there is one answer to what a
/// filter means.
public struct Selection: Sendable {
  /// The data.
  public let dataset: Dataset
  /// The query.
  public let query: Query
  /// Whether each report of the table is chosen.
  public let reports: [Bool]
  /// Whether each jurisdiction of the table is chosen by the terms on places.
  public let jurisdictions: [Bool]
  /// The rows that are counted: those of every term but the ones on outcome and lift reason (rule
  /// 1).
  public let counted: RowSet
  /// The rows that count as issued: those of every term, but with weeks and years by issue date
  /// where `counted` goes by lift date (rule 2).
  public let issued: RowSet
  /// The rows that are shown: those of every term.
  public let shown: RowSet
  /// Whether a term speaks of places, so that totals of whole reports do not apply (rule 4).
  public let hasPlaceTerm: Bool
  /// Whether a term speaks of rows, so that only listed rows count (rule 4).
  public let hasRowTerm: Bool
  /// Whether a term chooses by outcome which rows and groups are shown (rule 1).
  public let hasOutcomeTerm: Bool
  /// Whether declined detainers pass the terms on outcome, as all of a published report are.
  public let showsDeclined: Bool
  /// The numbers that a group's declined must lie in, from `count:` terms.
  public let groupSizes: [FilterTerm]

  /// Holds a query against data; throws where a value names nothing that there is.
  public init(_ query: Query, in dataset: Dataset) throws(FilterError) {
    self.dataset = dataset
    self.query = query
    let terms = query.filter.terms
    let evaluation = TermEvaluation(dataset: dataset)
    let issues = TermEvaluation(dataset: dataset, event: .issue)
    var counted = RowSet(universe: dataset.table.rowCount, all: true)
    var shown = counted
    var issued = counted
    var reports = Array(repeating: true, count: dataset.table.reports.count)
    var jurisdictions = Array(repeating: true, count: dataset.table.jurisdictions.count)
    var showsDeclined = true
    for term in terms where term.field != .count {
      let rows = try evaluation.rows(term)
      if term.field?.choosesWhatIsShown == true {
        shown.formIntersection(rows)
        showsDeclined = showsDeclined && evaluation.acceptsDeclined(term)
      } else {
        counted.formIntersection(rows)
        let differs = dataset.table.countsByLiftDate && term.field?.kind == .span
        issued.formIntersection(differs ? try issues.rows(term) : rows)
      }
      if let chosen = evaluation.reports(term) { reports = zip(reports, chosen).map { $0 && $1 } }
      if let chosen = try evaluation.jurisdictions(term) {
        jurisdictions = zip(jurisdictions, chosen).map { $0 && $1 }
      }
    }
    if query.dropsDuplicates, !dataset.table.duplicates.isEmpty {
      var duplicates = RowSet(universe: dataset.table.rowCount)
      duplicates.insertRows(of: .narrow(dataset.table.duplicates), in: [false, true])
      counted.subtract(duplicates)
      issued.subtract(duplicates)
    }
    shown.formIntersection(counted)
    self.counted = counted
    self.issued = issued
    self.shown = shown
    self.reports = reports
    self.jurisdictions = jurisdictions
    self.showsDeclined = showsDeclined
    hasPlaceTerm = terms.contains { $0.field?.isPlace == true }
    hasRowTerm = terms.contains { !($0.field?.keepsFigures ?? false) }
    hasOutcomeTerm = terms.contains { $0.field?.choosesWhatIsShown == true }
    groupSizes = terms.filter { $0.field == .count }
  }

  /// The reports that the query chooses, newest week first, then by source.
  public var chosenReports: [Int] {
    dataset.table.orderedReports.filter { reports[$0] }
  }

  /// Whether a group of this size passes the `count:` terms.
  func passesGroupSize(_ size: Int) -> Bool {
    groupSizes.allSatisfy { term in
      let holds = term.values.contains { value in
        guard case .numbers(let range, _) = value else { return false }
        return range.contains(size)
      }
      return holds != term.isNegated
    }
  }
}

extension DetainerTable {
  /// The numbers of the reports, newest week first, then by source; records without a date come
  /// last.
  public var orderedReports: [Int] {
    reports.indices.sorted { a, b in
      let (first, second) = (reports[a], reports[b])
      return first.week != second.week ? first.week > second.week : first.source < second.source
    }
  }
}
