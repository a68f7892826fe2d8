/// A query held against a dataset: the reports, places and rows it chooses.
///
/// Everything that counts, lists or draws starts from a selection, so there is one answer to what a
/// filter means.
public struct Selection: Sendable {
  /// The data, as published or as corrected.
  public let dataset: Dataset
  /// The query.
  public private(set) var query: Query
  /// Whether each jurisdiction of the table is chosen by the terms on places.
  package private(set) var jurisdictions: [Bool]
  /// What the terms choose, of reports of any length.
  private(set) var chosen: ChosenReports
  /// The part of it that is counted together, whose reports are of one length (rule 11).
  private(set) var together: ChosenReports
  /// Whether keys of time take longer reports in, where no shorter one covers their days.
  private(set) var takesLonger = true
  /// The outcomes whose rows are shown, by their codes; nil where lift reasons decide.
  private(set) var shownOutcomes: [Bool]? = Array(repeating: true, count: Outcome.codeCount)
  /// Whether declined detainers pass the terms on outcome, as all of a published report are.
  package private(set) var showsDeclined = true
  /// The numbers that a group's declined must lie in, from `count:` terms.
  private var groupSizes: [FilterTerm] = []

  /// Whether the answer is no longer wanted.
  private(set) var isCancelled: @Sendable () -> Bool

  /// Holds a query against data; throws where a value names nothing that there is.
  ///
  /// - Parameters:
  ///   - query: what to choose.
  ///   - dataset: what to choose it from.
  ///   - isCancelled: is asked now and then; when it says so, the selection comes at once and means
  ///     nothing.
  public init(
    _ query: Query, in dataset: Dataset, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(FilterError) {
    let dataset = query.isAsCorrected ? dataset.asCorrected : dataset
    self.dataset = dataset
    self.isCancelled = isCancelled
    self.query = query.with(.all)
    var counted = RowSet(universe: dataset.table.rowCount, all: true)
    if query.dropsDuplicates, !dataset.table.duplicates.isEmpty {
      var duplicates = RowSet(universe: dataset.table.rowCount)
      duplicates.insertRows(of: .narrow(dataset.table.duplicates), in: [false, true])
      counted.subtract(duplicates)
    }
    chosen = ChosenReports(
      reports: Array(repeating: true, count: dataset.table.reports.count), counted: counted,
      issued: counted, shown: counted)
    together = chosen
    jurisdictions = Array(repeating: true, count: dataset.table.jurisdictions.count)
    try narrow(by: query.filter)
    // What is asked of the finished selection is another question.
    self.isCancelled = { false }
  }

  /// The selection with more terms, which is that of both filters together.
  public func narrowed(by filter: Filter) throws(FilterError) -> Selection {
    var selection = self
    try selection.narrow(by: filter)
    return selection
  }

  private mutating func narrow(by filter: Filter) throws(FilterError) {
    query.filter = query.filter.narrowed(by: filter)
    // What is read again from the files comes last: as few rows as there can be. A term once more
    // says nothing more; what was pasted by mistake may have thousands.
    let terms = filter.terms.filter { $0.field?.isReadAgain != true }
    var known: Set<FilterTerm> = []
    for term in terms + filter.terms.filter({ $0.field?.isReadAgain == true })
    where known.insert(term).inserted {
      if term.field == .count { groupSizes.append(term) } else { try narrow(by: term) }
    }
    together = chosen.limited(toSize: nil, in: dataset.table)
    takesLonger = true
  }

  private mutating func narrow(by term: FilterTerm) throws(FilterError) {
    let evaluation = TermEvaluation(dataset: dataset)
    let rows = try rows(term, of: .end)
    if term.field?.choosesWhatIsShown == true {
      chosen.shown.formIntersection(rows)
      showsDeclined = showsDeclined && evaluation.acceptsDeclined(term)
      try narrowOutcomes(by: term)
    } else {
      let differs = dataset.table.countsByLiftDate && term.field?.kind == .span
      chosen.narrow(to: rows, issuedTo: differs ? try self.rows(term, of: .issue) : nil)
    }
    if let named = evaluation.reports(term) {
      chosen.reports = zip(chosen.reports, named).map { $0 && $1 }
    }
    if let named = try evaluation.jurisdictions(term) {
      jurisdictions = zip(jurisdictions, named).map { $0 && $1 }
    }
  }

  private mutating func narrowOutcomes(by term: FilterTerm) throws(FilterError) {
    guard term.field == .outcome, let shown = shownOutcomes else {
      shownOutcomes = nil
      return
    }
    let passes = try TermEvaluation(dataset: dataset).passes(term)
    shownOutcomes = zip(passes, shown).map { $0 && $1 }
  }

  /// The rows for which a term holds; rows that are not in the selection may be among them.
  private func rows(_ term: FilterTerm, of event: Event) throws(FilterError) -> RowSet {
    let cache = dataset.cache
    if let rows = cache.rows(term, of: event) { return rows }
    var candidates = chosen.counted
    if !candidates.isSame(as: chosen.issued) { candidates.formUnion(chosen.issued) }
    if term.field?.isReadAgain == true {
      return try rowsReadAgain(term, of: event, among: candidates)
    }
    if candidates.isSparse {
      return try evaluation(of: event, among: candidates).rows(term)
    }
    // A longer word is looked for only where a shorter one was found.
    let narrowed = cache.rows(narrowedBy: term).flatMap { $0.isSparse ? $0 : nil }
    var rows = try evaluation(of: event, among: narrowed).rows(term)
    rows.gather()
    if !isCancelled() { cache.keep(rows, term, of: event) }
    return rows
  }

  func evaluation(of event: Event, among candidates: RowSet?) -> TermEvaluation {
    TermEvaluation(
      dataset: dataset, event: event, among: candidates, isCancelled: isCancelled)
  }

  // MARK: What the terms speak of

  /// Whether a term may speak of places, as a bare word does, so that totals of whole reports do
  /// not apply (rule 4).
  package var hasPlaceTerm: Bool {
    !bareWords.isEmpty || query.filter.terms.contains { $0.field?.isPlace == true }
  }
  /// Whether a term speaks of the rows of all places, so that only listed rows count (rule 4).
  package var hasRowTerm: Bool {
    query.filter.terms.contains { $0.field.map { !$0.keepsFigures } ?? $0.isNegated }
  }
  /// Whether a term chooses by outcome which rows and groups are shown (rule 1).
  package var hasOutcomeTerm: Bool {
    query.filter.terms.contains { $0.field?.choosesWhatIsShown == true }
  }

  /// Whether everything is chosen that there is.
  var choosesAll: Bool {
    query.filter.terms.isEmpty && (!query.dropsDuplicates || dataset.table.duplicates.isEmpty)
  }

  /// Whether no term leaves groups out.
  var passesAllGroups: Bool { groupSizes.isEmpty && !hasOutcomeTerm }

  /// Whether a group passes the `count:` terms, by the measure that is shown.
  func passesGroupSize(_ group: Group) -> Bool {
    groupSizes.isEmpty || passesGroupSize(query.measure.size(of: group))
  }

  /// Whether a count certainly passes the `count:` terms: one that may lie on either side passes
  /// neither a term nor its opposite, as an unknown value in SQL; `count:none` finds those that are
  /// not known exactly.
  func passesGroupSize(_ size: Known) -> Bool {
    groupSizes.allSatisfy { term in
      let verdicts = term.values.map { value -> Bool? in
        guard case .numbers(let range, _) = value else {
          return value == FilterTerm.Value.none && !size.isExact
        }
        return size.lies(in: range)
      }
      return term.isNegated ? verdicts.allSatisfy { $0 == false } : verdicts.contains(true)
    }
  }

  /// The selection where a measure is shown, which is what `count:` terms hold against there.
  package func measuring(_ measure: Measure) -> Selection {
    var selection = self
    selection.query.measure = measure
    return selection
  }

  /// The selection with groups of any size, for those who hold groups against others.
  package var withAllGroupSizes: Selection {
    var selection = self
    selection.groupSizes = []
    return selection
  }

  /// The selection that counts other reports of those that its terms choose.
  func counting(_ reports: ChosenReports) -> Selection {
    var selection = self
    selection.together = reports
    selection.takesLonger = false
    return selection
  }
}

extension Dataset {
  /// The numbers of the reports, newest period first, then by source; records without a
  /// date come last.
  public var orderedReports: [Int] {
    let reports = table.reports
    return cache.orderedReports {
      reports.indices.sorted { a, b in
        let (first, second) = (reports[a], reports[b])
        return first.period != second.period
          ? first.period > second.period : first.source < second.source
      }
    }
  }
}
